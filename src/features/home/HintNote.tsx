import { Button, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { SeasonMark } from '#components/SeasonMark.tsx';
import type { Hint, Mentorship } from '#domain/mentorship/types.ts';
import type { IsoDay } from '#domain/time/types.ts';
import { ServiceFailure } from '#ports/failure.ts';
import { useWords } from '#words/Words.ts';
import type { DateParts } from './CardActions.tsx';
import { clashText, partnerName, wallOf, type HomeContext } from './homeText.ts';

export interface HintNoteProps {
  readonly hint: Hint;
  readonly mentorship: Mentorship;
  readonly context: HomeContext;
  /** Opens the meetings in the calendar, where one answers, moves and declines. */
  readonly onOpenCalendar: (() => void) | undefined;
  /** Opens new times for a date, by the day it was planned for. */
  readonly onOtherTimes?: ((day: IsoDay) => void) | undefined;
  /** What mends the date at once. */
  readonly mend?: DateParts['mend'];
  readonly onActed?: (() => void) | undefined;
  /** Something was sent already: what became of it stands alone. */
  readonly isActed?: boolean;
  /** Accepts the invitation; the promise ends when the answer is on its way. */
  readonly onAccept: (() => Promise<void>) | undefined;
}

type Sending =
  | { readonly kind: 'idle' | 'sending' | 'sent' }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure };

/** What asks for something, one thing a card, and the button that answers it. */
export function HintNote(props: HintNoteProps) {
  const { hint, mentorship, context, onOpenCalendar, onOtherTimes, onAccept } = props;
  const { mend, onActed, isActed = false } = props;
  const classes = useStyles();
  const { failures } = useWords();
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const { words } = context;
  const partner = partnerName(mentorship, context);
  const isUrgent = urgent.has(hint.kind);
  const accept = async (): Promise<void> => {
    if (onAccept === undefined) return;
    setSending({ kind: 'sending' });
    try {
      await onAccept();
      setSending({ kind: 'sent' });
    } catch (error) {
      const failure = error instanceof ServiceFailure ? error : new ServiceFailure('unexpected', 'respond');
      setSending({ kind: 'failed', failure });
    }
  };
  const text = ((): string => {
    if (sending.kind === 'sent') return words.hints.accepted({ partner });
    if (sending.kind === 'failed') {
      const { title, body } = failures.sentences[sending.failure.code];
      return `${title} ${body}`;
    }
    return hintText(hint, mentorship, partner, context);
  })();
  const mending =
    mend !== undefined && 'date' in hint
      ? mend({
          day: hint.date.originalDay,
          proposed: hint.kind === 'proposed' ? { start: hint.start, end: hint.end } : undefined,
          onOtherTimes: () => onOtherTimes?.(hint.date.originalDay),
          onActed: () => onActed?.(),
        })
      : undefined;
  const canAccept = hint.kind === 'unanswered' && onAccept !== undefined && sending.kind !== 'sent';
  const date = mending === undefined && 'date' in hint && onOtherTimes !== undefined ? hint.date : undefined;
  const canOpen =
    date === undefined &&
    mending === undefined &&
    onOpenCalendar !== undefined &&
    opensCalendar.has(hint.kind) &&
    sending.kind !== 'sent';
  return (
    <div className={mergeClasses(classes.note, isUrgent && !isActed ? classes.urgent : classes.calm)}>
      {isUrgent && !isActed && <SeasonMark state="clash" />}
      <output className={classes.text}>
        <bdi>{isActed ? '' : text}</bdi>
      </output>
      {mending}
      {canAccept && (
        <Button
          size="small"
          disabledFocusable={sending.kind === 'sending'}
          aria-label={words.actions.acceptSpoken({ partner, count: mentorship.season.sum.toCome })}
          onClick={() => void accept()}
        >
          {words.actions.accept}
        </Button>
      )}
      {date !== undefined && (
        <Button
          size="small"
          appearance="transparent"
          className={classes.link}
          aria-label={words.actions.otherTimesSpoken({ day: dayOf(date, context) })}
          onClick={() => onOtherTimes?.(date.originalDay)}
        >
          {words.actions.otherTimes}
        </Button>
      )}
      {canOpen && (
        <Button
          size="small"
          appearance="transparent"
          className={classes.link}
          aria-label={words.actions.openCalendarSpoken({ partner })}
          onClick={onOpenCalendar}
        >
          {words.actions.openCalendar}
        </Button>
      )}
    </div>
  );
}

const urgent: ReadonlySet<Hint['kind']> = new Set([
  'cancelledByPartner',
  'declinedByPartner',
  'clash',
  'dateDeclined',
  'proposed',
]);

/** Answered, moved and declined in the calendar itself. */
const opensCalendar: ReadonlySet<Hint['kind']> = new Set([
  'declinedByPartner',
  'clash',
  'dateDeclined',
  'proposed',
  'unanswered',
  'declinedByMe',
]);

function hintText(hint: Hint, { season }: Mentorship, partner: string, context: HomeContext): string {
  const { words, format } = context;
  const { hints } = words;
  switch (hint.kind) {
    case 'cancelledByPartner':
      return hints.cancelledByPartner({ partner });
    case 'declinedByPartner':
      return hints.declinedByPartner({ partner });
    case 'clash': {
      const { standing } = hint.date;
      const why = standing.kind === 'clash' ? clashText(standing, partner, context) : '';
      return hints.clash({ day: dayOf(hint.date, context), why });
    }
    case 'dateDeclined':
      return hints.dateDeclined({ day: dayOf(hint.date, context), partner });
    case 'proposed': {
      const { day, from, to } = wallOf(hint, context);
      return hints.proposed({
        day: dayOf(hint.date, context),
        partner,
        to: format.day(day, 'medium'),
        time: format.timeRange(from, to),
      });
    }
    case 'unanswered':
      return hints.unanswered({ partner, count: season.sum.toCome });
    case 'declinedByMe':
      return hints.declinedByMe;
    case 'partnerUnanswered':
      return hints.partnerUnanswered({ partner });
    case 'ended':
      return hints.ended;
    default:
      return hint satisfies never;
  }
}

function dayOf(date: { readonly start: number; readonly end: number }, context: HomeContext): string {
  return context.format.day(wallOf(date, context).day, 'date');
}

const useStyles = makeStyles({
  note: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '10px',
    rowGap: '2px',
    minHeight: '36px',
    boxSizing: 'border-box',
    paddingBlock: '3px',
    borderRadius: '18px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
  },
  urgent: {
    paddingInline: '12px',
    ...shorthands.border('1px', 'solid', tokens.colorStatusWarningBorder1),
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  calm: { color: tokens.colorNeutralForeground2 },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  link: {
    minWidth: 'auto',
    textDecorationLine: 'underline',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
});
