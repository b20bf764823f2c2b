import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useWords } from '#words/Words.ts';
import type { UndoOffer } from './useNotesContext.ts';
import { heardOnly } from './notesStyles.ts';

/** How long something can be taken back with one click; afterwards its own way back is still there. */
const offeredMilliseconds = 20_000;

/** What was just done, with Undo, and what is only heard ("moved to place 2 of 4"). */
export function UndoBar({
  said,
  offer,
  onClose,
}: {
  readonly said: string;
  readonly offer: UndoOffer | undefined;
  readonly onClose: () => void;
}) {
  const classes = useStyles();
  const { undo } = useWords().notes;
  useEffect(() => {
    if (offer === undefined) return undefined;
    const timer = setTimeout(onClose, offeredMilliseconds);
    return () => clearTimeout(timer);
  }, [offer, onClose]);
  return (
    <>
      <output className={classes.heard}>{said}</output>
      {offer !== undefined && (
        <div className={classes.bar}>
          <bdi className={classes.text}>{offer.text}</bdi>
          <Button
            size="small"
            onClick={() => {
              offer.undo();
              onClose();
            }}
          >
            {undo}
          </Button>
        </div>
      )}
    </>
  );
}

const useStyles = makeStyles({
  heard: heardOnly,
  bar: {
    position: 'sticky',
    insetBlockEnd: '12px',
    alignSelf: 'center',
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    maxWidth: '100%',
    boxSizing: 'border-box',
    paddingBlock: '8px',
    paddingInline: '16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    outlineStyle: 'solid',
    outlineWidth: '1px',
    outlineColor: tokens.colorNeutralStroke1,
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
});
