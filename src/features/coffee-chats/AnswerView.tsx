import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { FailureNotice } from '#components/FailureNotice.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { coffeeWeek } from '#domain/coffee/coffeeWeek.ts';
import type { CoffeeAnswer, CoffeeQuery, CoffeeSuggestion } from '#domain/coffee/types.ts';
import { addDays, weekdayOf } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { MeetingPlace } from '#ports/calendar.ts';
import type { Services } from '#ports/services.ts';
import type { BookedChat } from './coffeeMemory.ts';
import { coffeeWeeks } from './coffeePair.ts';
import { bodyText, cardHeading, coffeeCard, quietText } from './coffeeStyles.ts';
import { calledBy, namesOf, obstaclesText, timesOf, type CoffeeContext } from './coffeeText.ts';
import { SuggestionCard } from './SuggestionCard.tsx';
import type { CoffeeBooking } from './useCoffeeBooking.ts';
import { WeekStrip } from './WeekStrip.tsx';

export interface AnswerViewProps {
  readonly services: Services;
  readonly query: CoffeeQuery;
  readonly answer: CoffeeAnswer;
  readonly context: CoffeeContext;
  readonly places: readonly string[];
  readonly undone: readonly EpochMilli[];
  readonly booking: CoffeeBooking;
  readonly book: (suggestion: CoffeeSuggestion, place: MeetingPlace, undoneBefore: number) => void;
  readonly undo: () => void;
  readonly onPlaceUsed: (place: string) => void;
  readonly onTurnDown: (chat: BookedChat) => void;
  readonly onAnyway: () => void;
}

const stripHours = { startMinute: 8 * 60, endMinute: 18 * 60 };

/** What the engine answered: suggestions to book, the nearest times that almost are, or why it rests. */
export function AnswerView(props: AnswerViewProps) {
  const { answer, context, booking } = props;
  const classes = useStyles();
  const { words } = context;
  return (
    <>
      <BookingResult booking={booking} context={context} services={props.services} onUndo={props.undo} />
      {answer.kind === 'suggestions' &&
        booking.kind !== 'booked' &&
        booking.kind !== 'twin' &&
        booking.kind !== 'undoing' && <Suggestions {...props} suggestions={answer.suggestions} />}
      {answer.kind === 'almost' && (
        <section className={classes.card} aria-label={words.almost.closest}>
          <h2 className={classes.heading}>
            <bdi>{words.almost.heading({ partner: namesOf(context) })}</bdi>
          </h2>
          {answer.almost.length === 0 && <p className={classes.text}>{words.almost.none}</p>}
          {answer.almost.length > 0 && (
            <>
              <p className={classes.quiet}>{words.almost.closest}</p>
              <ul className={classes.list}>
                {answer.almost.map((each) => {
                  const { day, time } = timesOf(each, context);
                  return (
                    <li key={each.start} className={classes.text}>
                      <bdi>{`${context.format.day(day, 'medium')}, ${time}: ${obstaclesText(each, context)}`}</bdi>
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </section>
      )}
      {answer.kind === 'resting' && booking.kind !== 'booked' && (
        <section className={classes.card} aria-label={words.notNow.button}>
          <p className={classes.text}>
            <bdi>{restingText(answer, props.query, context)}</bdi>
          </p>
          <Button onClick={props.onAnyway}>{words.resting.anyway}</Button>
        </section>
      )}
      {answer.kind === 'invalid' && (
        <p role="alert" className={classes.text}>
          {problemText(answer.problem, words)}
        </p>
      )}
    </>
  );
}

function Suggestions({
  query,
  suggestions,
  context,
  places,
  undone,
  booking,
  book,
  onPlaceUsed,
  onTurnDown,
}: AnswerViewProps & { readonly suggestions: readonly CoffeeSuggestion[] }) {
  const classes = useStyles();
  const { words, zone, companions } = context;
  const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({});
  const first = suggestions[0]?.start ?? query.from;
  const firstMonday = mondayOf(toWall(query.from, zone).day);
  const [monday, setMonday] = useState<IsoDay>(() => mondayOf(toWall(first, zone).day));
  const lastMonday = addDays(firstMonday, coffeeWeeks * 7);
  const days = coffeeWeek(query, monday, stripHours);
  const cards = useRef<HTMLUListElement>(null);
  const [isStripOpen, setStripOpen] = useState(false);
  return (
    <>
      <Button
        appearance="subtle"
        className={classes.foldButton}
        aria-expanded={isStripOpen}
        onClick={() => setStripOpen(!isStripOpen)}
      >
        {isStripOpen ? words.week.hide : words.week.show}
      </Button>
      {days !== undefined && (
        <div className={isStripOpen ? undefined : classes.folded}>
          <WeekStrip
            days={days}
            hours={stripHours}
            suggestions={suggestions}
            context={context}
            onEarlier={monday > firstMonday ? () => setMonday(addDays(monday, -7)) : undefined}
            onLater={monday < lastMonday ? () => setMonday(addDays(monday, 7)) : undefined}
            onOpen={(index) => cards.current?.children[index]?.querySelector('button')?.focus()}
          />
        </div>
      )}
      <ul ref={cards} aria-label={words.suggestion.list} className={classes.cards}>
        {suggestions.map((suggestion, index) => (
          <li key={`${suggestion.kind}-${suggestion.start}`} className={classes.item}>
            <SuggestionCard
              suggestion={suggestion}
              rank={index + 1}
              context={context}
              places={places}
              place={chosen[suggestion.start] ?? places[0] ?? ''}
              isFirst={index === 0}
              isBusy={booking.kind === 'sending'}
              onPlace={(place) => {
                setChosen({ ...chosen, [suggestion.start]: place });
                onPlaceUsed(place);
              }}
              onBook={(place) =>
                book(suggestion, place, undone.filter((each) => each === suggestion.start).length)
              }
              onOther={() => onTurnDown({ kind: suggestion.kind, start: suggestion.start })}
            />
          </li>
        ))}
      </ul>
      <p className={classes.sure}>
        <bdi>{words.sure({ partner: namesOf(context), count: companions.length })}</bdi>
      </p>
    </>
  );
}

interface BookingResultProps {
  readonly booking: CoffeeBooking;
  readonly context: CoffeeContext;
  readonly services: Services;
  readonly onUndo: () => void;
}

/** What became of the click, spoken when it changes. */
function BookingResult({ booking, context, services, onUndo }: BookingResultProps) {
  const classes = useStyles();
  const { words } = context;
  const standing = booking.kind === 'booked' || booking.kind === 'twin' ? booking : undefined;
  const day = standing === undefined ? undefined : timesOf(standing.suggestion, context).day;
  const link = standing?.meeting.webLink;
  return (
    <>
      {booking.kind === 'failed' && (
        <FailureNotice
          code={booking.failure.code}
          detail={booking.failure.detail}
          onHelp={booking.standing === undefined ? {} : { again: onUndo }}
        />
      )}
      <div className={standing === undefined ? undefined : classes.result}>
        <output className={classes.text}>
          <bdi>{resultText(booking, context)}</bdi>
        </output>
        {standing !== undefined && day !== undefined && (
          <div className={classes.buttons}>
            {standing.meeting.isOrganizer && (
              <Button
                aria-label={words.suggestion.undoSpoken({
                  day: context.format.day(day, 'long'),
                  count: context.companions.length,
                })}
                onClick={onUndo}
              >
                {words.suggestion.undo}
              </Button>
            )}
            {link !== undefined && (
              <Button appearance="subtle" onClick={() => void services.host.openLink(link)}>
                {words.suggestion.openCalendar}
              </Button>
            )}
          </div>
        )}
      </div>
    </>
  );
}

function resultText(booking: CoffeeBooking, context: CoffeeContext): string | undefined {
  const { suggestion: words } = context.words;
  switch (booking.kind) {
    case 'sending':
      return words.booking;
    case 'booked': {
      const { day, time } = timesOf(booking.suggestion, context);
      return words.booked({ day: context.format.day(day, 'long'), time });
    }
    case 'twin':
      return words.twin({ partner: namesOf(context) });
    case 'undoing':
      return words.undoing;
    case 'undone':
      return words.undone;
    case 'taken':
      return words.taken({ who: context.format.list(booking.who.map((id) => calledBy(id, context))) });
    case 'idle':
    case 'failed':
      return undefined;
    default:
      return booking satisfies never;
  }
}

function restingText(
  answer: Extract<CoffeeAnswer, { kind: 'resting' }>,
  query: CoffeeQuery,
  { words, format, zone }: CoffeeContext,
): string {
  // "Until I say so" is a day that never comes.
  if (answer.until >= 8e15) return words.notNow.open;
  const day = format.day(toWall(answer.until, zone).day, 'date');
  return answer.why === 'notNow'
    ? words.resting.notNow({ day })
    : words.resting.rhythm({ day, count: query.rhythmWeeks });
}

function problemText(
  problem: Extract<CoffeeAnswer, { kind: 'invalid' }>['problem'],
  words: CoffeeContext['words'],
): string {
  const texts: Readonly<Record<string, string>> = words.problems;
  return texts[problem] ?? words.problems.other;
}

function mondayOf(day: IsoDay): IsoDay {
  return addDays(day, 1 - weekdayOf(day));
}

const useStyles = makeStyles({
  card: { ...coffeeCard, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px' },
  heading: cardHeading,
  text: bodyText,
  quiet: { ...quietText, margin: 0 },
  list: { margin: 0, paddingInlineStart: '20px' },
  result: {
    ...coffeeCard,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  cards: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gap: '20px',
  },
  item: { minWidth: 0, display: 'grid' },
  sure: { ...quietText, margin: 0, color: tokens.colorNeutralForeground2 },
  // Narrow: the cards first, the picture on wish.
  folded: { [narrowContainer]: { display: 'none' } },
  foldButton: { display: 'none', [narrowContainer]: { display: 'inline-flex', alignSelf: 'flex-start' } },
});
