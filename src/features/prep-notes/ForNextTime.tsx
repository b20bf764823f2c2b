import { Button, Dropdown, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Mentorship } from '#domain/mentorship/types.ts';
import { putItem, removeEntry } from '#domain/notes/editEntries.ts';
import { callName } from '#domain/text/callName.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { MentorMeetings } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { card, cardTitle, quiet } from './notesStyles.ts';
import { NoteText } from './NoteText.tsx';
import { sessionOf } from './useNotes.ts';

export interface ForNextTimeProps {
  readonly services: Services;
  readonly me: Person;
  /** By their next date. */
  readonly mentorships: readonly Mentorship[];
  readonly meetings: MentorMeetings | undefined;
}

/** Where an unfinished question waits on this device. */
const draftKey = 'for-next-time';

/** A place to drop a question at any moment; it lands on the next meeting. */
export function ForNextTime({ services, me, mentorships, meetings }: ForNextTimeProps) {
  const classes = useStyles();
  const words = useWords().notes;
  const format = useFormat();
  const { memory, clock } = services;
  const id = useId();
  const [text, setText] = useState(() => {
    const kept = memory.read(draftKey);
    return typeof kept === 'string' ? kept : '';
  });
  const [chosen, setChosen] = useState<string>();
  const [done, setDone] = useState<{ readonly text: string; readonly undo: () => void }>();
  const mentorship = mentorships.find((each) => each.id === chosen) ?? mentorships[0];
  if (mentorship === undefined || meetings === undefined) return null;
  const nameOf = (each: Mentorship): string =>
    each.partner === undefined ? words.someone : callName(each.partner);
  const dayOf = ({ season: { next } }: Mentorship): string | undefined =>
    next && format.day(toWall(next.start, clock.zone()).day, 'date');
  const labelOf = (each: Mentorship): string => {
    const [partner, day] = [nameOf(each), dayOf(each)];
    return day === undefined ? words.next.withNoDate({ partner }) : words.next.with({ partner, day });
  };
  const type = (typed: string): void => {
    setText(typed);
    memory.keep(draftKey, typed);
  };
  const keep = (): void => {
    const asked = text.trim();
    if (asked === '') return;
    const session = sessionOf(services, me, mentorship.id, meetings);
    const entryId = session.newId();
    session.write((half, pen) =>
      putItem(half, { id: entryId, type: asked.endsWith('?') ? 'question' : 'topic', text: asked }, pen),
    );
    // Read first: what is there is joined, not written over.
    void session.refresh().then(() => session.flush());
    type('');
    const day = dayOf(mentorship);
    setDone({
      text: day === undefined ? words.next.keptNoDate : words.next.kept({ day }),
      undo: () => {
        session.write((half, pen) => removeEntry(half, entryId, pen), { entryId });
        void session.flush();
        type(asked);
        setDone(undefined);
      },
    });
  };
  return (
    <section className={classes.card} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={classes.title}>
        <bdi>{words.next.title}</bdi>
      </h2>
      <NoteText
        isLong
        label={words.next.label}
        placeholder={words.next.placeholder}
        value={text}
        onType={(typed) => {
          type(typed);
          setDone(undefined);
        }}
      />
      <div className={classes.row}>
        <Dropdown
          className={classes.whom}
          aria-label={words.next.where}
          value={labelOf(mentorship)}
          selectedOptions={[mentorship.id]}
          onOptionSelect={(_, { optionValue }) => setChosen(optionValue)}
        >
          {mentorships.map((each) => (
            <Option key={each.id} value={each.id}>
              {labelOf(each)}
            </Option>
          ))}
        </Dropdown>
        <Button disabledFocusable={text.trim() === ''} onClick={keep}>
          {words.next.keep}
        </Button>
      </div>
      <p className={classes.quiet}>
        <bdi>{words.next.canRead({ partner: nameOf(mentorship) })}</bdi>
      </p>
      <div className={classes.row}>
        <output className={classes.quiet}>
          <bdi>{done?.text ?? ''}</bdi>
        </output>
        {done !== undefined && (
          <Button size="small" onClick={done.undo}>
            {words.undo}
          </Button>
        )}
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  card: { ...card, display: 'flex', flexDirection: 'column', gap: '10px' },
  title: cardTitle,
  row: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  whom: { flexGrow: 1, minWidth: 0 },
  quiet: { ...quiet, color: tokens.colorNeutralForeground3 },
});
