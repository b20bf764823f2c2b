import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, VideoRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { PersonPicture } from '#components/PersonPicture.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { narrowContainer, oneColumnContainer } from '#components/seasonTokens.ts';
import type { MeetingNotes } from '#domain/notes/notesView.ts';
import { useWords } from '#words/Words.ts';
import { ActionsCard } from './ActionsCard.tsx';
import { AgendaCard } from './AgendaCard.tsx';
import { FirstConversation } from './FirstConversation.tsx';
import { HabitsCard } from './HabitsCard.tsx';
import { headingOf } from './headingText.ts';
import { HistoryView } from './HistoryView.tsx';
import { MeetingNav } from './MeetingNav.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import type { NotesContext } from './notesContext.ts';
import { onPaper } from './notesStyles.ts';
import { kindOf, markOfDate, noteToShow } from './openNote.ts';
import { PrivateCard } from './PrivateCard.tsx';
import type { PrepNotesProps } from './props.ts';
import { SaveStatus } from './SaveStatus.tsx';
import { StateNotices } from './StateNotices.tsx';
import { SummaryCard } from './SummaryCard.tsx';
import { UndoBar } from './UndoBar.tsx';
import { useNotes, type OpenNotes } from './useNotes.ts';
import { useSaveKey } from './useSaveKey.ts';
import { useNotesContext } from './useNotesContext.ts';

/** The prep notes of one meeting, as a whole page. */
export function PrepNotesScreen(props: PrepNotesProps) {
  const { services, me, mentorshipId, meetings, onBack } = props;
  const classes = useStyles();
  const words = useWords().notes;
  const open = useNotes(services, me, mentorshipId, meetings);
  const { context, said, offer, closeOffer } = useNotesContext(services, me, open);
  return (
    <div className={classes.page}>
      <main className={classes.content}>
        {onBack !== undefined && (
          <Button appearance="subtle" className={classes.back} icon={<ArrowLeftRegular />} onClick={onBack}>
            {words.back}
          </Button>
        )}
        {open === undefined || context === undefined || context.state.kind === 'loading' ? (
          <>
            <PageHeading focusKey="notes">{words.eyebrowPlain}</PageHeading>
            <Spinner label={words.loading} />
          </>
        ) : (
          <Notes {...props} open={open} context={context} />
        )}
        <UndoBar said={said} offer={offer} onClose={closeOffer} />
      </main>
    </div>
  );
}

interface NotesProps extends PrepNotesProps {
  readonly open: OpenNotes;
  readonly context: NotesContext;
}

function Notes(props: NotesProps) {
  const { services, open, context, onNote, note: asked } = props;
  const classes = useStyles();
  const { words, state } = context;
  // Where nobody keeps the address, what was chosen here counts until another note is asked for.
  const [chosen, setChosen] = useState<{ readonly asked: string | undefined; readonly note: string }>();
  const note = noteToShow(state.notes, chosen?.asked === asked ? chosen?.note : asked);
  const meeting: MeetingNotes | undefined = note === undefined ? undefined : state.notes.byNote.get(note);
  const { mentorship, series } = open.known ?? {};
  const kind = kindOf(meeting, mentorship, state.notes.bindings);
  const { eyebrow, heading, sentence } = headingOf(meeting, mentorship, context);
  useEffect(() => {
    document.title = words.windowTitle({ heading });
  }, [words, heading]);
  useSaveKey(context);
  const show = (next: string): void => {
    setChosen({ asked, note: next });
    onNote?.(next);
  };
  const [view, setView] = useState<'notes' | 'history' | 'first'>('notes');
  const joinUrl = meeting !== undefined && meeting.note === state.notes.next ? series?.joinUrl : undefined;
  const notes = (): void => setView('notes');
  if (view === 'history')
    return (
      <HistoryView
        context={context}
        onNote={(next) => {
          notes();
          show(next);
        }}
        onClose={notes}
      />
    );
  if (view === 'first') return <FirstConversation context={context} onClose={notes} />;
  return (
    <div className={classes.notes}>
      <header className={classes.head}>
        <PersonPicture
          size={40}
          name={mentorship?.partner?.name ?? context.partner}
          idForColor={props.mentorshipId}
        />
        <PageHeading
          focusKey={`notes-${note}`}
          eyebrow={eyebrow}
          sentence={sentence}
          className={classes.heading}
        >
          {heading}
        </PageHeading>
        <div className={classes.tools}>
          <SaveStatus context={context} services={services} />
          {joinUrl !== undefined && (
            <Button icon={<VideoRegular />} onClick={() => context.openLink(joinUrl)}>
              {words.more.join}
            </Button>
          )}
          <MoreMenu
            {...props}
            note={note}
            meeting={meeting}
            kind={kind}
            onHistory={() => setView('history')}
            onFirst={() => setView('first')}
          />
        </div>
      </header>
      {note !== undefined && (
        <MeetingNav
          note={note}
          marks={(mentorship?.season.dates ?? []).map((date) => markOfDate(date, state.notes))}
          onNote={show}
          context={context}
        />
      )}
      <StateNotices services={services} open={open} context={context} />
      {note === undefined ? (
        <p>
          <bdi>{words.noMeeting}</bdi>
        </p>
      ) : (
        // Fields begin anew with another note.
        <div key={note} className={classes.columns}>
          <div className={classes.column}>
            <AgendaCard note={note} meeting={meeting} kind={kind} isNarrow={false} context={context} />
            <ActionsCard note={note} meeting={meeting} isNarrow={false} context={context} />
          </div>
          <div className={classes.column}>
            <div className={classes.notOnPaper}>
              <PrivateCard note={note} isFolded={false} context={context} />
            </div>
            <SummaryCard note={note} meeting={meeting} isNarrow={false} context={context} />
            <div className={classes.notOnPaper}>
              <HabitsCard kind={kind} context={context} />
            </div>
          </div>
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  page: {
    containerType: 'inline-size',
    boxSizing: 'border-box',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
  },
  content: {
    boxSizing: 'border-box',
    maxWidth: '1280px',
    marginInline: 'auto',
    paddingBlockStart: '20px',
    paddingBlockEnd: '40px',
    paddingInline: '40px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    [narrowContainer]: { paddingInline: '16px', paddingBlockStart: '12px' },
  },
  back: { alignSelf: 'flex-start', marginInlineStart: '-10px', [onPaper]: { display: 'none' } },
  notes: { display: 'flex', flexDirection: 'column', gap: '16px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '16px' },
  heading: { flexGrow: 1, flexBasis: '260px' },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '12px',
    minWidth: 0,
    [onPaper]: { display: 'none' },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 372px',
    gap: '20px',
    alignItems: 'start',
    [oneColumnContainer]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    [onPaper]: { display: 'block' },
  },
  notOnPaper: { [onPaper]: { display: 'none' } },
  column: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0 },
});
