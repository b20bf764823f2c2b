import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

export interface NoteTextProps {
  readonly value: string;
  readonly label: string;
  readonly placeholder?: string;
  /** Called with every keystroke. */
  readonly onType: (text: string) => void;
  /** Enter, in a field of one line. */
  readonly onEnter?: () => void;
  /** Delete or Backspace in an empty field. */
  readonly onEmptyDelete?: () => void;
  readonly onLeave?: () => void;
  /** Enter makes a new line. */
  readonly isLong?: boolean;
  /** Looks like plain text until it is pointed at. */
  readonly isQuiet?: boolean;
  readonly isStruck?: boolean;
  readonly fieldRef?: RefObject<HTMLTextAreaElement | null>;
}

/**
 * A field that grows with its text. It shows what is typed by itself; what comes from outside (another device) is taken while nobody is typing in it.
 */
export function NoteText(props: NoteTextProps) {
  const { value, label, placeholder, onType, onEnter, onEmptyDelete, onLeave, isLong, isQuiet, isStruck } =
    props;
  const classes = useStyles();
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.fieldRef ?? own;
  const [text, setText] = useState(value);
  const isTyping = useRef(false);
  useEffect(() => {
    if (!isTyping.current) setText(value);
  }, [value]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // While a word is still being composed, Enter belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && isLong !== true) {
      event.preventDefault();
      isTyping.current = false;
      if (onEnter !== undefined) setText('');
      onEnter?.();
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && text === '' && onEmptyDelete !== undefined) {
      event.preventDefault();
      onEmptyDelete();
    }
  };
  return (
    <textarea
      ref={field}
      className={mergeClasses(
        classes.field,
        isQuiet === true ? classes.quiet : classes.boxed,
        isLong === true && classes.long,
        isStruck === true && classes.struck,
      )}
      aria-label={label}
      placeholder={placeholder}
      dir="auto"
      rows={isLong === true ? Math.max(3, text.split('\n').length) : 1}
      value={text}
      maxLength={20_000}
      onChange={(event) => {
        isTyping.current = true;
        setText(event.target.value);
        onType(event.target.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        isTyping.current = false;
        onLeave?.();
      }}
    />
  );
}

const useStyles = makeStyles({
  field: {
    // A field in a line of text leaves room below for descenders.
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '28px',
    fieldSizing: 'content',
    resize: 'none',
    overflowX: 'hidden',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    borderRadius: tokens.borderRadiusMedium,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineColor: tokens.colorStrokeFocus2,
      outlineOffset: '0px',
    },
  },
  quiet: {
    paddingBlock: '3px',
    paddingInline: '4px',
    borderTopStyle: 'none',
    borderBottomStyle: 'none',
    borderInlineStartStyle: 'none',
    borderInlineEndStyle: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus': { backgroundColor: tokens.colorNeutralBackground1 },
  },
  boxed: {
    paddingBlock: '8px',
    paddingInline: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopStyle: 'solid',
    borderBottomStyle: 'solid',
    borderInlineStartStyle: 'solid',
    borderInlineEndStyle: 'solid',
    borderTopWidth: '1px',
    borderBottomWidth: '1px',
    borderInlineStartWidth: '1px',
    borderInlineEndWidth: '1px',
    borderTopColor: tokens.colorNeutralStroke1,
    borderInlineStartColor: tokens.colorNeutralStroke1,
    borderInlineEndColor: tokens.colorNeutralStroke1,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
  },
  long: { minHeight: '84px' },
  struck: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
});
