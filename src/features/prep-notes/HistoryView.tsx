import { Button, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowLeftRegular, SearchRegular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import { PageHeading } from '#components/PageHeading.tsx';
import { notesAsMarkdown } from '#domain/notes/exportNotes.ts';
import type { MeetingNotes } from '#domain/notes/notesView.ts';
import { makeSearch } from '#domain/notes/searchNotes.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import { ActionRow } from './ActionRow.tsx';
import { downloadFile } from '#components/downloadFile.ts';
import { exportedNotes, exportWords } from './exportedNotes.ts';
import { nameOf, type NotesContext } from './notesContext.ts';
import { card, cardTitle, plainList, quiet, titleRow } from './notesStyles.ts';

export interface HistoryViewProps {
  readonly context: NotesContext;
  readonly onNote: (note: string) => void;
  readonly onClose: () => void;
}

/** Most hits that are drawn; who finds more types another word. */
const mostHits = 60;

/** Every meeting of the mentorship, a search over all of them, and what is open. */
export function HistoryView({ context, onNote, onClose }: HistoryViewProps) {
  const classes = useStyles();
  const { words, state, format, partner, zone, now } = context;
  const { notes } = state;
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const search = useMemo(() => makeSearch(notes), [notes]);
  const hits = useMemo(() => search(wanted), [search, wanted]);
  const latestFirst = notes.meetings.toReversed();
  return (
    <div className={classes.root}>
      <Button appearance="subtle" className={classes.back} icon={<ArrowLeftRegular />} onClick={onClose}>
        {words.history.close}
      </Button>
      <PageHeading focusKey="history">{words.history.heading({ partner })}</PageHeading>
      <div className={classes.tools}>
        <Input
          type="search"
          className={classes.search}
          contentBefore={<SearchRegular />}
          aria-label={words.history.search}
          placeholder={words.history.search}
          value={query}
          onChange={(_, { value }) => setQuery(value)}
        />
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() =>
            downloadFile(
              words.export.fileName({ partner, day: format.day(toWall(now, zone).day, 'dateYear') }),
              'text/markdown',
              notesAsMarkdown(exportedNotes(latestFirst.filter(hasNotes), context), exportWords(context)),
            )
          }
        >
          {words.history.download}
        </Button>
      </div>
      {wanted.trim() !== '' && (
        <section className={classes.card} aria-label={words.history.search}>
          <output className={classes.quiet}>{words.history.found({ count: hits.length })}</output>
          <ul className={classes.list}>
            {hits.slice(0, mostHits).map((hit) => (
              <li key={`${hit.what} ${hit.words.by} ${hit.words.id}`}>
                <p className={classes.text} dir="auto">
                  {hit.words.text}
                </p>
                <p className={classes.quiet}>
                  <bdi>{`${words.history.what[hit.what]} · ${nameOf(hit.words.by, context)}`}</bdi>{' '}
                  {hit.note !== undefined && hit.day !== undefined ? (
                    <DayLink note={hit.note} day={hit.day} onNote={onNote} context={context} />
                  ) : (
                    <bdi>{words.history.noDate}</bdi>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={classes.card} aria-labelledby="notes-open">
        <h2 id="notes-open" className={classes.title}>
          <bdi>{words.actions.openTitle}</bdi>
        </h2>
        {notes.openActions.length === 0 ? (
          <p className={classes.quiet}>
            <bdi>{words.actions.noneOpen}</bdi>
          </p>
        ) : (
          <ul aria-labelledby="notes-open" className={classes.list}>
            {notes.openActions.map((action) => (
              <ActionRow key={action.key} action={action} note={undefined} isCarried context={context} />
            ))}
          </ul>
        )}
      </section>
      <section className={classes.card} aria-labelledby="notes-meetings">
        <h2 id="notes-meetings" className={classes.title}>
          <bdi>{words.history.meetings}</bdi>
        </h2>
        <ul aria-labelledby="notes-meetings" className={classes.list}>
          {latestFirst.map((meeting) => (
            <li key={meeting.note} className={classes.titleRow}>
              <DayLink note={meeting.note} day={meeting.day} onNote={onNote} context={context} />
              <span className={classes.quiet}>
                <bdi>{aboutMeeting(meeting, context)}</bdi>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function DayLink({
  note,
  day,
  onNote,
  context,
}: {
  readonly note: string;
  readonly day: IsoDay;
  readonly onNote: (note: string) => void;
  readonly context: NotesContext;
}) {
  const { words, format } = context;
  const text = format.day(day, 'full');
  return (
    <Link as="button" aria-label={words.history.open({ day: text })} onClick={() => onNote(note)}>
      <bdi>{text}</bdi>
    </Link>
  );
}

function hasNotes({ agenda, carried, actions, carriedActions, summaries }: MeetingNotes): boolean {
  return [agenda, carried, actions, carriedActions, summaries.mine, summaries.partner].some(
    (list) => list.length > 0,
  );
}

function aboutMeeting(meeting: MeetingNotes, { words, state }: NotesContext): string {
  const count = meeting.agenda.length + meeting.actions.length;
  const standing = meeting.note === state.notes.next ? words.states.next : words.states[meeting.state];
  return count === 0 ? standing : `${standing}, ${words.history.count({ count })}`;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '16px' },
  back: { alignSelf: 'flex-start', marginInlineStart: '-10px' },
  tools: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
  search: { flexGrow: 1, flexBasis: '220px' },
  card,
  title: { ...cardTitle, marginBlockEnd: '8px' },
  titleRow,
  list: plainList,
  quiet,
  text: {
    margin: 0,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});
