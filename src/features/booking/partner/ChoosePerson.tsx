import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { PersonPicture } from '#components/PersonPicture.tsx';
import type { Person } from '#ports/people.ts';
import { useWords } from '#words/Words.ts';
import { BookingFailure } from '../frame/BookingFailure.tsx';
import { admitPartner, isUnknownInside } from './admitPartner.ts';
import { PeopleButtons, PersonDetail } from './PeopleButtons.tsx';
import type { PartnerStepProps } from './PartnerStep.tsx';
import { usePeopleSearch, type PeopleSearch } from './usePeopleSearch.ts';

/** Finds a person by name or address, or among those one met with lately; says why somebody cannot be the partner. */
export function ChoosePerson(props: PartnerStepProps) {
  const { services, me, recentPeople, suggested, onPick, onNeedsAdmin } = props;
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
              <PersonPicture name={person.name} size={32} />
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
      {suggested !== undefined && (
        <PeopleButtons label={suggested.label} people={suggested.people} onChoose={choose} />
      )}
      <PeopleButtons label={words.recent} people={recentPeople} onChoose={choose} />
    </>
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
});
