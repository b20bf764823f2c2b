import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { useState } from 'react';
import { ServiceFailure } from '#ports/failure.ts';
import type { Services } from '#ports/services.ts';
import { useWords } from '#words/Words.ts';
import type { NotesContext } from './notesContext.ts';
import type { OpenNotes } from './useNotes.ts';

export interface LinkNoticeProps {
  readonly services: Pick<Services, 'calendar'>;
  readonly open: OpenNotes;
  readonly context: NotesContext;
}

/** The invitation was sent before the notes were there: its link is completed on the organiser's word, and what that sends stands beside it. */
export function LinkNotice({ services, open, context }: LinkNoticeProps) {
  const classes = useStyles();
  const { failures } = useWords();
  const { words, partner, state } = context;
  const [done, setDone] = useState<'running' | 'done' | ServiceFailure>();
  const { series, mentorship, place } = open.known ?? {};
  const { sharing } = state;
  if (sharing.kind !== 'owner' || !sharing.isShared || place !== undefined) return null;
  if (series === undefined || !series.isOrganizer || series.isCancelled) return null;
  const changed = mentorship?.season.dates.filter(
    ({ isMoved, standing }) => isMoved || standing.kind === 'skipped',
  );
  const update = async (): Promise<void> => {
    setDone('running');
    try {
      await services.calendar.completeLink(series.id, sharing.place, new AbortController().signal);
      setDone('done');
    } catch (error) {
      if (error instanceof ServiceFailure) setDone(error);
    }
  };
  return (
    <MessageBar intent={done === 'done' ? 'success' : 'info'} layout="multiline">
      <MessageBarBody className={classes.body}>
        <output>
          {done === 'done' ? (
            <bdi>{words.link.done}</bdi>
          ) : (
            <>
              <bdi>{words.link.missing({ partner })}</bdi>{' '}
              <bdi>{words.link.cost({ partner, count: 1 + (changed?.length ?? 0) })}</bdi>
            </>
          )}
          {done instanceof ServiceFailure && (
            <bdi>
              {' '}
              {words.link.failed} {failures.sentences[done.code].title}
            </bdi>
          )}
        </output>
      </MessageBarBody>
      {done !== 'done' && (
        <MessageBarActions>
          <Button disabledFocusable={done === 'running'} onClick={() => void update()}>
            {words.link.update}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

const useStyles = makeStyles({ body: { whiteSpace: 'normal', paddingBlock: '4px' } });
