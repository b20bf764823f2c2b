import { Button, Field, makeStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { Input } from '#components/controls/Input.tsx';
import { callName } from '#domain/text/callName.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import type { Companion } from './coffeePair.ts';
import { bodyText, coffeeCard, quietText } from './coffeeStyles.ts';
import type { CoffeeContext } from './coffeeText.ts';

export interface AddCompanionProps {
  readonly services: Pick<Services, 'people' | 'clock'>;
  readonly context: CoffeeContext;
  readonly companions: readonly Companion[];
  readonly onAdd: (person: Person) => void;
  readonly onRemove: (companion: Companion) => void;
}

type Search =
  { readonly kind: 'idle' | 'failed' } | { readonly kind: 'found'; readonly people: readonly Person[] };

const pauseMilliseconds = 250;
const mostCompanions = 4;

/** Finds somebody to come along, as one types. */
export function AddCompanion({ services, context, companions, onAdd, onRemove }: AddCompanionProps) {
  const classes = useStyles();
  const { third: words } = context.words;
  const { people, clock } = services;
  const [text, setText] = useState('');
  const [search, setSearch] = useState<Search>({ kind: 'idle' });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 2) return undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      try {
        await clock.wait(pauseMilliseconds, stop.signal);
        const found = await people.search(wanted, stop.signal);
        if (!stop.signal.aborted) setSearch({ kind: 'found', people: found });
      } catch {
        if (!stop.signal.aborted) setSearch({ kind: 'failed' });
      }
    };
    void look();
    return () => stop.abort();
  }, [wanted, people, clock]);
  const isWith = (person: Person): boolean =>
    [context.me, ...companions.map((each) => each.address)].some(
      (address) => address.toLowerCase() === person.address.toLowerCase(),
    );
  const found = wanted.length >= 2 && search.kind === 'found' ? search.people : undefined;
  return (
    <section aria-label={words.label} className={classes.panel}>
      {companions.slice(1).map((each) => (
        <Button
          key={each.address}
          icon={<DismissRegular />}
          iconPosition="after"
          onClick={() => onRemove(each)}
        >
          <bdi>{words.remove({ name: callName(each) })}</bdi>
        </Button>
      ))}
      {companions.length < mostCompanions && (
        <Field label={words.label} hint={words.hint}>
          <Input
            value={text}
            maxLength={320}
            autoComplete="off"
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
      )}
      <output>
        {found?.length === 0 && <span className={classes.quiet}>{words.nobody}</span>}
        {wanted.length >= 2 && search.kind === 'failed' && (
          <span className={classes.quiet}>{words.nobody}</span>
        )}
      </output>
      {found !== undefined && found.length > 0 && (
        <ul className={classes.list}>
          {found.map((person) => {
            const note =
              person.kind === 'group'
                ? words.group
                : isWith(person)
                  ? words.already
                  : person.kind === 'outside'
                    ? words.outside
                    : person.jobTitle;
            const canAdd = person.kind !== 'group' && !isWith(person);
            return (
              <li key={person.address} className={classes.entry}>
                <span className={classes.who}>
                  <bdi>{person.name}</bdi>
                  {note !== undefined && (
                    <span className={classes.quiet}>
                      <bdi>{note}</bdi>
                    </span>
                  )}
                </span>
                {canAdd && (
                  <Button
                    size="small"
                    onClick={() => {
                      onAdd(person);
                      setText('');
                    }}
                  >
                    <bdi>{words.add({ name: callName(person) })}</bdi>
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  panel: { ...coffeeCard, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, width: '100%' },
  entry: { display: 'flex', alignItems: 'center', gap: '12px', paddingBlock: '6px' },
  who: { ...bodyText, display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  quiet: quietText,
});
