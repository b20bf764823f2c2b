import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { NotesContext } from './notesContext.ts';

export interface StopSharingProps {
  readonly onClose: () => void;
  readonly context: NotesContext;
}

/** Asks before the partner's permission is taken away, and says what they keep. */
export function StopSharing({ onClose, context }: StopSharingProps) {
  const { words, partner, session } = context;
  const stop = async (): Promise<void> => {
    onClose();
    await session.stopSharing();
    const { sharing } = session.state();
    if (sharing.kind === 'owner' && !sharing.isShared) context.announce(words.sharing.stopped({ partner }));
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.sharing.stopTitle({ partner })}</DialogTitle>
          <DialogContent>
            <bdi>{words.sharing.stopText({ partner })}</bdi>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.sharing.keep}</Button>
            <Button appearance="primary" onClick={() => void stop()}>
              {words.sharing.stop}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
