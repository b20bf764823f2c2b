import { Avatar, Combobox, Field, makeStyles, Option, shorthands, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { narrowContainer } from '#components/seasonTokens.ts';
import type { Person } from '#ports/people.ts';
import { useWords } from '#words/Words.ts';
import { BookingFailure } from '../frame/BookingFailure.tsx';
import { admitPartner, isUnknownInside } from './admitPartner.ts';
import type { PartnerStepProps } from './PartnerStep.tsx';
import { usePeopleSearch, type PeopleSearch } from './usePeopleSearch.ts';

/** Finds a person by name or address, or among those one met with lately; says why somebody cannot be the partner. */
export function ChoosePerson({ services, me, recentPeople, onPick, onNeedsAdmin }: PartnerStepProps) {
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

/** What tells two people of one name apart. */
export function PersonDetail({ person }: { readonly person: Person }) {
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
  field: { maxWidth: '560px' },
  option: { columnGap: '12px', paddingInlineStart: '12px' },
  about: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
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
