import { makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState, type RefObject } from 'react';
import { onPaper } from './notesStyles.ts';
import { NoteText } from './NoteText.tsx';

export interface AddLineProps {
  readonly label: string;
  readonly placeholder: string;
  /** Called with every keystroke: what is typed is an entry from the first letter on, so that nothing of it can be lost. */
  readonly onType: (id: string, text: string) => void;
  /** The text is empty again. */
  readonly onEmpty: (id: string) => void;
  readonly newId: () => string;
  /** Which entry is being typed here, so that the list does not show it twice. */
  readonly onComposing: (id: string | undefined) => void;
  readonly fieldRef?: RefObject<HTMLTextAreaElement | null>;
}

/** A line at the end of a list that becomes its next entry. */
export function AddLine({ label, placeholder, onType, onEmpty, newId, onComposing, fieldRef }: AddLineProps) {
  const classes = useStyles();
  const [composing, setComposing] = useState<{ readonly id: string; readonly text: string }>();
  const done = (): void => {
    setComposing(undefined);
    onComposing(undefined);
  };
  return (
    <div className={classes.root}>
      <AddRegular aria-hidden="true" className={classes.icon} />
      <NoteText
        isQuiet
        label={label}
        placeholder={placeholder}
        value={composing?.text ?? ''}
        {...(fieldRef === undefined ? {} : { fieldRef })}
        onType={(text) => {
          const isEmpty = text.trim() === '';
          if (isEmpty) {
            if (composing !== undefined) onEmpty(composing.id);
            done();
            return;
          }
          const id = composing?.id ?? newId();
          setComposing({ id, text });
          onComposing(id);
          onType(id, text);
        }}
        onEnter={done}
        onLeave={done}
      />
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    marginBlockStart: '10px',
    paddingBlock: '4px',
    paddingInline: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    outlineStyle: 'solid',
    outlineWidth: '1px',
    outlineColor: tokens.colorTransparentStroke,
    [onPaper]: { display: 'none' },
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground2 },
});
