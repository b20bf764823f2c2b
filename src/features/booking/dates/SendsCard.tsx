import { makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, MailRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { TextButton } from '#components/TextButton.tsx';
import { Textarea } from '#components/controls/Textarea.tsx';
import { seasonTint } from '#components/seasonTokens.ts';
import { card, forcedLink, plainList } from '#components/sharedStyles.ts';
import type { DatesContext } from './datesText.ts';

/** One message that the partner gets. */
export interface Message {
  readonly key: string;
  readonly kind: 'invitation' | 'moved' | 'skipped';
  readonly text: ReactNode;
}

export interface SendsCardProps {
  readonly messages: readonly Message[];
  /** Own words in the invitation. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Meetings that one's own calendar gets. */
  readonly meetings: number;
  /** Folded to its heading until opened, where there is no room beside the dates. */
  readonly isFoldable: boolean;
  readonly context: DatesContext;
}

const longestText = 2000;

/** Each message the partner will receive, the words in the invitation, and who may change what afterwards. */
export function SendsCard(props: SendsCardProps) {
  const { messages, meetings, isFoldable, context } = props;
  const classes = useStyles();
  const { words, partner } = context;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const isShown = !isFoldable || isOpen;
  const titles = {
    invitation: words.sends.invitation,
    moved: words.sends.movedDate,
    skipped: words.sends.skippedDate,
  };
  return (
    <aside className={classes.card} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className={classes.heading}>
        {isFoldable ? (
          <button
            type="button"
            className={classes.fold}
            aria-expanded={isOpen}
            aria-controls={`${id}-content`}
            onClick={() => setOpen(!isOpen)}
          >
            <span>{words.sends.folded({ partner, count: messages.length })}</span>
            {isOpen ? <ChevronUpRegular aria-hidden="true" /> : <ChevronDownRegular aria-hidden="true" />}
          </button>
        ) : (
          words.sends.heading({ partner })
        )}
      </h2>
      <div id={`${id}-content`} hidden={!isShown} className={classes.content}>
        <ul className={classes.list}>
          {messages.map((message) => (
            <li key={message.key} className={classes.message}>
              <MailRegular aria-hidden="true" className={classes.icon} />
              <span>
                <span className={classes.title}>{titles[message.kind]}</span>
                <span className={classes.line}>
                  <bdi>{message.text}</bdi>
                </span>
              </span>
            </li>
          ))}
        </ul>
        <OwnWords {...props} />
        <p className={classes.note}>
          <bdi>
            {words.sends.organiser({ partner })} {words.sends.ownCalendar({ count: meetings })}
          </bdi>
        </p>
      </div>
    </aside>
  );
}

function OwnWords({ text, onText, context: { words } }: SendsCardProps) {
  const classes = useStyles();
  const [isEditing, setEditing] = useState(false);
  const wasEditing = useRef(false);
  const id = useId();
  useEffect(() => {
    if (isEditing !== wasEditing.current)
      document.getElementById(`${id}-${isEditing ? 'text' : 'edit'}`)?.focus();
    wasEditing.current = isEditing;
  }, [isEditing, id]);
  return (
    <div className={classes.words}>
      <div id={`${id}-label`} className={classes.wordsLabel}>
        {words.sends.yourWords}
      </div>
      {isEditing ? (
        <Textarea
          id={`${id}-text`}
          aria-labelledby={`${id}-label`}
          className={classes.text}
          rows={4}
          maxLength={longestText}
          value={text}
          onChange={(_, { value }) => onText(value)}
        />
      ) : (
        <p className={classes.own}>
          <bdi>{text}</bdi>
        </p>
      )}
      <TextButton
        className={classes.link}
        id={`${id}-edit`}
        aria-label={isEditing ? undefined : words.sends.editSpoken}
        onClick={() => setEditing(!isEditing)}
      >
        {isEditing ? words.sends.doneEditing : words.sends.edit}
      </TextButton>
    </div>
  );
}

const useStyles = makeStyles({
  card: { ...card, paddingBlock: '24px', paddingInline: '26px' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  fold: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    minHeight: '32px',
    padding: 0,
    ...shorthands.borderStyle('none'),
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '2px',
      outlineColor: tokens.colorStrokeFocus2,
    },
  },
  content: { marginBlockStart: '14px' },
  list: { ...plainList, display: 'flex', flexDirection: 'column', gap: '12px' },
  message: {
    display: 'flex',
    gap: '14px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { flexShrink: 0, marginBlockStart: '1px', fontSize: '18px', color: tokens.colorNeutralForeground2 },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  line: { display: 'block', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  words: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '4px',
    marginBlockStart: '18px',
    paddingBlock: '14px',
    paddingInline: '18px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: seasonTint,
    '& > *': { maxWidth: '100%' },
    '& textarea': { width: '100%' },
  },
  wordsLabel: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  text: { alignSelf: 'stretch' },
  link: { ...forcedLink, color: tokens.colorBrandForeground2 },
  own: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '22px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  note: {
    marginBlockStart: '16px',
    marginBlockEnd: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
  },
});
