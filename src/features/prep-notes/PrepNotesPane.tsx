import { Button, Divider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useWords } from '#words/Words.ts';
import { ActionsCard } from './ActionsCard.tsx';
import { AgendaCard } from './AgendaCard.tsx';
import type { NotesContext } from './notesContext.ts';
import { kindOf, noteToShow } from './openNote.ts';
import { PrivateCard } from './PrivateCard.tsx';
import type { PrepNotesProps } from './props.ts';
import { SaveStatus } from './SaveStatus.tsx';
import { StateNotices } from './StateNotices.tsx';
import { SummaryCard } from './SummaryCard.tsx';
import { UndoBar } from './UndoBar.tsx';
import { useNotes, type OpenNotes } from './useNotes.ts';
import { useSaveKey } from './useSaveKey.ts';
import { useNotesContext } from './useNotesContext.ts';

/** The notes of one meeting in a narrow pane, below a head that comes from outside. */
export function PrepNotesPane(props: PrepNotesProps) {
  const { services, me, mentorshipId, meetings, head, onAllNotes } = props;
  const classes = useStyles();
  const words = useWords().notes;
  const open = useNotes(services, me, mentorshipId, meetings);
  const { context, said, offer, closeOffer } = useNotesContext(services, me, open);
  const isOpen = open !== undefined && context !== undefined && context.state.kind !== 'loading';
  return (
    <div className={classes.pane}>
      {head}
      <div className={classes.body}>
        {isOpen ? (
          <PaneNotes {...props} open={open} context={context} />
        ) : (
          <Spinner size="small" label={words.loading} />
        )}
        <UndoBar said={said} offer={offer} onClose={closeOffer} />
      </div>
      <footer className={classes.foot} aria-label={words.pane.foot}>
        {isOpen && <SaveStatus context={context} services={services} />}
        {onAllNotes !== undefined && (
          <Button appearance="transparent" className={classes.all} onClick={onAllNotes}>
            {words.pane.allNotes}
          </Button>
        )}
      </footer>
    </div>
  );
}

interface PaneNotesProps extends PrepNotesProps {
  readonly open: OpenNotes;
  readonly context: NotesContext;
}

function PaneNotes({ services, open, context, note: asked }: PaneNotesProps) {
  const classes = useStyles();
  const { state, words } = context;
  const note = noteToShow(state.notes, asked);
  useSaveKey(context);
  const meeting = note === undefined ? undefined : state.notes.byNote.get(note);
  const kind = kindOf(meeting, open.known?.mentorship, state.notes.bindings);
  if (note === undefined)
    return (
      <p>
        <bdi>{words.noMeeting}</bdi>
      </p>
    );
  return (
    <div key={note} className={classes.notes}>
      <StateNotices services={services} open={open} context={context} />
      <AgendaCard note={note} meeting={meeting} kind={kind} isNarrow context={context} />
      <Divider />
      <ActionsCard note={note} meeting={meeting} isNarrow context={context} />
      <PrivateCard note={note} isFolded context={context} />
      <Divider />
      <SummaryCard note={note} meeting={meeting} isNarrow context={context} />
    </div>
  );
}

const useStyles = makeStyles({
  pane: {
    containerType: 'inline-size',
    boxSizing: 'border-box',
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
  },
  body: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: '16px',
    paddingInline: '20px',
    minWidth: 0,
  },
  notes: { display: 'flex', flexDirection: 'column', gap: '16px' },
  foot: {
    position: 'sticky',
    insetBlockEnd: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    paddingBlock: '8px',
    paddingInline: '20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  all: { minWidth: 'auto', paddingInline: 0, color: tokens.colorBrandForeground1 },
});
