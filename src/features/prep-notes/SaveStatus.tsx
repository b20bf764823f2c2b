import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  CloudCheckmarkRegular,
  CloudDismissRegular,
  CloudOffRegular,
  CloudSyncRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { ServiceFailure } from '#ports/failure.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import type { NotesContext } from './notesContext.ts';
import { quiet } from './notesStyles.ts';

export interface SaveStatusProps {
  readonly context: NotesContext;
  readonly services: Pick<Services, 'identity'>;
}

/** How far what was typed has come, in one place, and the one button that helps. */
export function SaveStatus({ context, services }: SaveStatusProps) {
  const classes = useStyles();
  const { words, state, session } = context;
  const { save } = state;
  const [asked, setAsked] = useState<ServiceFailure>();
  const code = save.kind === 'failed' ? save.failure.code : undefined;
  const askThen = async (ask: (signal: AbortSignal) => Promise<unknown>): Promise<void> => {
    setAsked(undefined);
    try {
      await ask(new AbortController().signal);
      await session.flush();
      await session.refresh();
    } catch (error) {
      if (error instanceof ServiceFailure) setAsked(error);
    }
  };
  const Icon = icons[save.kind === 'failed' && code === 'offline' ? 'offline' : save.kind];
  return (
    <div className={classes.root}>
      <Icon aria-hidden="true" className={save.kind === 'saved' ? classes.saved : classes.icon} />
      <output className={classes.text}>
        <bdi>{saveText(context)}</bdi>
        <AskedWords failure={asked} />
      </output>
      {save.kind === 'blocked' && (
        <Button size="small" title={words.save.replaceHint} onClick={() => void session.replaceRefused()}>
          {words.save.replace}
        </Button>
      )}
      {code !== undefined && code !== 'offline' && !asking.has(code) && (
        <Button size="small" onClick={() => void session.flush()}>
          {words.save.again}
        </Button>
      )}
      {code === 'needs-consent' && (
        <Button
          size="small"
          onClick={() => void askThen((signal) => services.identity.allow(['Files.ReadWrite'], signal))}
        >
          {words.save.allow}
        </Button>
      )}
      {code === 'signed-out' && (
        <Button size="small" onClick={() => void askThen((signal) => services.identity.signIn(signal))}>
          {words.save.signIn}
        </Button>
      )}
    </div>
  );
}

/** What came of asking for a permission. */
function AskedWords({ failure }: { readonly failure: ServiceFailure | undefined }) {
  const { failures } = useWords();
  return failure === undefined ? null : <bdi> {failures.sentences[failure.code].title}</bdi>;
}

const asking: ReadonlySet<string> = new Set(['needs-consent', 'signed-out', 'needs-admin']);

function saveText({ words, state, format, zone }: NotesContext): string {
  const { save } = state;
  switch (save.kind) {
    case 'saved':
      // What could not even be read is not said to be saved.
      if (state.kind === 'failed') return '';
      return save.at === undefined
        ? words.save.nothing
        : words.save.saved({ time: format.clock(save.at, zone) });
    case 'kept':
      return words.save.kept;
    case 'saving':
      return words.save.saving;
    case 'blocked':
      return words.save.blocked({ why: words.refused[save.why] });
    case 'failed': {
      const { code } = save.failure;
      if (code === 'offline' && save.isKept) return words.save.offline;
      const known: Readonly<Record<string, string>> = words.save.why;
      const why = known[code] ?? words.save.why.other;
      return save.isKept ? words.save.failed({ why }) : words.save.failedNotKept({ why });
    }
    default:
      return save satisfies never;
  }
}

const icons = {
  saved: CloudCheckmarkRegular,
  kept: CloudSyncRegular,
  saving: CloudSyncRegular,
  offline: CloudOffRegular,
  failed: CloudDismissRegular,
  blocked: CloudDismissRegular,
} as const;

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '6px', minWidth: 0 },
  icon: { fontSize: '20px', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  saved: { fontSize: '20px', flexShrink: 0, color: tokens.colorPaletteForestBorderActive },
  text: { ...quiet, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});
