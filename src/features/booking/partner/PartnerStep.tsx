import { Button, makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { PersonPicture } from '#components/PersonPicture.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { cardRadius, narrowContainer } from '#components/seasonTokens.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import type { Role } from '../bookingState.ts';
import { admitPartner, isSameAddress } from './admitPartner.ts';
import { ChoosePerson } from './ChoosePerson.tsx';
import { PeopleButtons, PersonDetail } from './PeopleButtons.tsx';
import { ChoiceTiles } from '#components/ChoiceTiles.tsx';
import { callName } from '#domain/text/callName.ts';

/** People who are offered beside those one met with lately. */
export interface SuggestedPeople {
  /** "On this message". */
  readonly label: string;
  readonly people: readonly Person[];
}

export interface PartnerStepProps {
  readonly services: Pick<Services, 'people' | 'clock' | 'identity'>;
  readonly me: Person;
  readonly partner: Person | undefined;
  readonly role: Role;
  readonly recentPeople: readonly Person[];
  /** People at hand where the booking began: those of a message. */
  readonly suggested: SuggestedPeople | undefined;
  /** Said when the two have a season that still runs. */
  readonly meetAlready: string | undefined;
  readonly onPick: (person: Person) => void;
  readonly onClear: () => void;
  readonly onRole: (role: Role) => void;
  readonly onNeedsAdmin: (() => void) | undefined;
}

/** The first step: with whom, and which of the two is the mentor. */
export function PartnerStep(props: PartnerStepProps) {
  const { me, partner, role, meetAlready, suggested, onPick, onClear, onRole } = props;
  const classes = useStyles();
  const words = useWords().booking.partner;
  const roleId = useId();
  const hasPicked = useRef(false);
  useEffect(() => {
    // The field that held the focus is gone; the next question takes it.
    if (partner !== undefined && hasPicked.current) document.getElementById(roleId)?.focus();
  }, [partner, roleId]);
  const pick = (person: Person): void => {
    hasPicked.current = true;
    onPick(person);
  };

  return (
    <div className={classes.root}>
      <PageHeading focusKey="partner" sentence={words.sentence}>
        {words.heading}
      </PageHeading>
      {partner === undefined ? (
        <ChoosePerson {...props} onPick={pick} />
      ) : (
        <>
          <section aria-label={words.chosen} className={classes.card}>
            <PersonPicture name={partner.name} size={48} />
            <div className={classes.about}>
              <div className={classes.name}>
                <bdi>{partner.name}</bdi>
              </div>
              <PersonDetail person={partner} />
            </div>
            <Button className={classes.change} onClick={onClear}>
              {words.change}
            </Button>
            {partner.kind === 'outside' && (
              <p className={classes.note}>
                <bdi>{words.outsideSentence({ partner: callName(partner) })}</bdi>
              </p>
            )}
            {meetAlready !== undefined && (
              <p className={classes.note}>
                <bdi>{meetAlready}</bdi>
              </p>
            )}
          </section>
          {suggested !== undefined && (
            <PeopleButtons
              label={suggested.label}
              people={suggested.people.filter(
                (each) =>
                  !isSameAddress(each.address, partner.address) && admitPartner(each, me).kind === 'admitted',
              )}
              onChoose={pick}
            />
          )}
          <ChoiceTiles
            label={words.roleQuestion({ partner: callName(partner) })}
            columns={2}
            focusId={roleId}
            value={role}
            onChoose={(value) => onRole(value === 'mentor' ? 'mentor' : 'mentee')}
            tiles={(['mentee', 'mentor'] as const).map((each) => ({
              value: each,
              label: words.roles[each]({ partner: callName(partner) }),
              hint: words.roleHints[each],
            }))}
          />
        </>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '24px', maxWidth: '720px' },
  card: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '12px',
    paddingBlock: '16px',
    paddingInline: '20px',
    borderRadius: cardRadius,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    ...shorthands.border('1px', 'solid', tokens.colorTransparentStroke),
    [narrowContainer]: { gridTemplateColumns: 'auto minmax(0, 1fr)', paddingInline: '16px' },
  },
  about: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  name: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  change: { [narrowContainer]: { gridColumnStart: 1, gridColumnEnd: 3 } },
  note: {
    gridColumnStart: 1,
    gridColumnEnd: -1,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});
