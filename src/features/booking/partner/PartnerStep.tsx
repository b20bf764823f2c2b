import {
  Avatar,
  Button,
  Combobox,
  Field,
  makeStyles,
  Option,
  shorthands,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { cardRadius, narrowContainer } from '#components/seasonTokens.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import type { Role } from '../bookingState.ts';
import { BookingFailure } from '../frame/BookingFailure.tsx';
import { ChoiceTiles } from '../frame/ChoiceTiles.tsx';
import { admitPartner, isUnknownInside } from './admitPartner.ts';
import { callName } from '#domain/text/callName.ts';
import { usePeopleSearch, type PeopleSearch } from './usePeopleSearch.ts';

export interface PartnerStepProps {
  readonly services: Pick<Services, 'people' | 'clock' | 'identity'>;
  readonly me: Person;
  readonly partner: Person | undefined;
  readonly role: Role;
  readonly recentPeople: readonly Person[];
  /** Said when the two have a season that still runs. */
  readonly meetAlready: string | undefined;
  readonly onPick: (person: Person) => void;
  readonly onClear: () => void;
  readonly onRole: (role: Role) => void;
  readonly onNeedsAdmin: (() => void) | undefined;
}

/** The first step: with whom, and which of the two is the mentor. */
export function PartnerStep(props: PartnerStepProps) {
  const { partner, role, meetAlready, onPick, onClear, onRole } = props;
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
            <Avatar aria-hidden="true" name={partner.name} color="colorful" size={48} />
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

function ChoosePerson({ services, me, recentPeople, onPick, onNeedsAdmin }: PartnerStepProps) {
  const classes = useStyles();
  const words = useWords().booking.partner;
  const failures = useWords().booking.failures;
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const { search, searchAgain } = usePeopleSearch(text, services);
  const people = search.kind === 'found' ? search.people : [];

  const choose = (person: Person | undefined): void => {
    if (person === undefined) return;
    const admission = admitPartner(person, me);
    if (admission.kind === 'admitted') onPick(admission.partner);
    else setRefusal(admission.kind === 'oneself' ? words.oneself : words.group({ name: person.name }));
  };
  const message = refusal ?? nothingFound(search, me, words);

  return (
    <>
      <Field
        label={words.searchLabel}
        className={classes.field}
        {...(message === undefined
          ? { hint: search.kind === 'searching' ? words.searching : words.searchHint }
          : { validationMessage: message, validationState: refusal === undefined ? 'none' : 'error' })}
      >
        <Combobox
          freeform
          size="large"
          expandIcon={null}
          inputMode="email"
          autoComplete="off"
          value={text}
          selectedOptions={[]}
          open={isOpen && people.length > 0}
          onOpenChange={(_, data) => setOpen(data.open)}
          onChange={(event) => {
            setRefusal(undefined);
            setOpen(true);
            setText(event.target.value);
          }}
          onOptionSelect={(_, { optionValue }) =>
            choose(people.find((person) => person.address === optionValue))
          }
        >
          {people.map((person) => (
            <Option
              key={person.address}
              value={person.address}
              text={person.name}
              checkIcon={null}
              className={classes.option}
            >
              <Avatar aria-hidden="true" name={person.name} color="colorful" size={32} />
              <span className={classes.about}>
                <bdi>{person.name}</bdi>
                <PersonDetail person={person} />
              </span>
            </Option>
          ))}
        </Combobox>
      </Field>
      {search.kind === 'failed' && (
        <BookingFailure
          failure={search.failure}
          identity={services.identity}
          me={me}
          scopes={['User.ReadBasic.All']}
          bodies={{ 'needs-consent': failures.needsConsentPeople }}
          onAgain={searchAgain}
          onNeedsAdmin={onNeedsAdmin}
        />
      )}
      {recentPeople.length > 0 && (
        <section aria-label={words.recent}>
          <h2 className={classes.subheading}>{words.recent}</h2>
          <ul className={classes.recent}>
            {recentPeople.map((person) => (
              <li key={person.address}>
                <button
                  type="button"
                  className={classes.person}
                  aria-label={words.choose({ name: person.name })}
                  onClick={() => choose(person)}
                >
                  <Avatar aria-hidden="true" name={person.name} color="colorful" size={32} />
                  <span className={classes.about}>
                    <bdi>{person.name}</bdi>
                    <PersonDetail person={person} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function PersonDetail({ person }: { readonly person: Person }) {
  const classes = useStyles();
  const words = useWords().booking.partner;
  const detail =
    person.kind === 'outside'
      ? `${person.address}, ${words.outsideTag}`
      : (person.jobTitle ?? person.address);
  return (
    <span className={classes.detail}>
      <bdi>{detail}</bdi>
    </span>
  );
}

function nothingFound(
  search: PeopleSearch,
  me: Person,
  words: ReturnType<typeof useWords>['booking']['partner'],
): string | undefined {
  if (search.kind !== 'found' || search.people.length > 0) return undefined;
  return isUnknownInside(search.text, me)
    ? words.unknownInside({ address: search.text })
    : words.noResults({ text: search.text });
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '24px', maxWidth: '720px' },
  field: { maxWidth: '560px' },
  option: { columnGap: '12px', paddingInlineStart: '12px' },
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
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
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
  subheading: {
    marginBlockStart: 0,
    marginBlockEnd: '8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  recent: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: '10px',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    [narrowContainer]: { gridTemplateColumns: '1fr' },
  },
  person: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    width: '100%',
    minHeight: '56px',
    paddingBlock: '8px',
    paddingInline: '14px',
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke1),
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      '& span': { color: tokens.colorNeutralForeground1Hover },
    },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '2px',
      outlineColor: tokens.colorStrokeFocus2,
    },
  },
});
