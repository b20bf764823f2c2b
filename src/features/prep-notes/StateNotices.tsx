import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import type { Services } from '#ports/services.ts';
import { lastAgendaBy } from '#domain/notes/lastAgendaBy.ts';
import { LinkNotice } from './LinkNotice.tsx';
import type { NotesContext } from './notesContext.ts';
import { PartnerNotice } from './PartnerNotice.tsx';
import { quiet } from './notesStyles.ts';
import { ReadTrouble } from './ReadTrouble.tsx';
import type { OpenNotes } from './useNotes.ts';

export interface StateNoticesProps {
  readonly services: Services;
  readonly open: OpenNotes;
  readonly context: NotesContext;
}

/** What stands between the two: what cannot be read, what is not shared, and, quietly, whose turn it may be. */
export function StateNotices({ services, open, context }: StateNoticesProps) {
  const classes = useStyles();
  const { words, state, partner, session } = context;
  const { sharing } = state;
  const last = lastAgendaBy(state.notes);
  return (
    <div className={classes.root}>
      <ReadTrouble services={services} context={context} />
      {state.kind === 'ready' && (
        <PartnerNotice context={context} services={services} partnerAddress={open.partnerAddress} />
      )}
      {sharing.kind === 'owner' && !sharing.isShared && open.partnerAddress !== undefined && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={classes.body}>
            <bdi>
              {sharing.refused === undefined
                ? words.sharing.notShared({ partner })
                : words.sharing.notAllowed({ partner })}
            </bdi>
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void session.share()}>{words.sharing.share({ partner })}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <LinkNotice services={services} open={open} context={context} />
      {(last === 'mine' || last === 'partner') && (
        <p className={classes.turn}>
          <bdi>
            {last === 'mine' ? words.turn.agendaMine({ partner }) : words.turn.agendaPartner({ partner })}
          </bdi>
        </p>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  body: { whiteSpace: 'normal', paddingBlock: '4px' },
  turn: quiet,
});
