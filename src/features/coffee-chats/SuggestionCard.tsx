import { Button, Field, makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { LocationRegular, VideoRegular } from '@fluentui/react-icons';
import { useId, useState, type FormEvent } from 'react';
import { Input } from '#components/controls/Input.tsx';
import { spokenOnly } from '#components/spokenOnly.ts';
import type { CoffeeSuggestion } from '#domain/coffee/types.ts';
import type { MeetingPlace } from '#ports/calendar.ts';
import { bodyText, cardHeading, coffeeCard } from './coffeeStyles.ts';
import { kindText, namesOf, reasonText, timesOf, type CoffeeContext } from './coffeeText.ts';
import { KindIcon } from './KindIcon.tsx';

export interface SuggestionCardProps {
  readonly suggestion: CoffeeSuggestion;
  readonly rank: number;
  readonly context: CoffeeContext;
  readonly places: readonly string[];
  readonly place: string;
  /** The one filled button of the screen. */
  readonly isFirst: boolean;
  readonly isBusy: boolean;
  readonly onPlace: (place: string) => void;
  readonly onBook: (place: MeetingPlace) => void;
  readonly onOther: () => void;
}

/** One time on offer: when, why, where, and the button that books it. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, rank, context, place, isFirst, isBusy, onBook, onOther } = props;
  const classes = useStyles();
  const id = useId();
  const { words, format, companions } = context;
  const { day, time, spoken, others } = timesOf(suggestion, context);
  const { kind, mode } = suggestion;
  const spokenDay = format.day(day, 'long');
  const where = mode === 'video' ? words.suggestion.online : place === '' ? words.suggestion.open : place;
  return (
    <article aria-labelledby={`${id}-day`} className={classes.card}>
      <header className={classes.head}>
        <KindIcon kind={kind} />
        <h3 className={classes.kind}>{kindText(suggestion, words)}</h3>
        <span className={classes.rank}>
          <span className={classes.hidden}>{words.suggestion.rank({ rank })}</span>
          <span aria-hidden="true">{format.number(rank)}</span>
        </span>
      </header>
      <div>
        <p id={`${id}-day`} className={classes.day}>
          <bdi>{spokenDay}</bdi>
        </p>
        <p className={classes.time}>
          <bdi>{time}</bdi>
          {others.map((each) => (
            <span key={each} className={classes.theirs}>
              <bdi>{each}</bdi>
            </span>
          ))}
        </p>
      </div>
      <p className={classes.reason}>
        <bdi>{reasonText(suggestion, context)}</bdi>
      </p>
      <PlaceLine {...props} where={where} spokenDay={spokenDay} />
      <div className={classes.actions}>
        <Button
          appearance={isFirst ? 'primary' : 'secondary'}
          className={classes.book}
          disabledFocusable={isBusy}
          aria-label={words.suggestion.bookSpoken({
            kind,
            partner: namesOf(context),
            day: spokenDay,
            time: spoken,
            place: where,
            count: companions.length,
          })}
          onClick={() => onBook(place === '' ? { kind: 'open' } : { kind: 'words', text: place })}
        >
          {words.suggestion.book({ kind })}
        </Button>
        <Button
          appearance="subtle"
          size="small"
          disabledFocusable={isBusy}
          aria-label={words.suggestion.otherSpoken({ kind, day: spokenDay })}
          onClick={onOther}
        >
          {words.suggestion.other}
        </Button>
      </div>
    </article>
  );
}

interface PlaceLineProps extends SuggestionCardProps {
  readonly where: string;
  readonly spokenDay: string;
}

/** Where, and a field to change it; earlier places are offered by the browser's own list. */
function PlaceLine({ suggestion, context, places, place, onPlace, where, spokenDay }: PlaceLineProps) {
  const classes = useStyles();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(place);
  const words = context.words.suggestion;
  const isVideo = suggestion.mode === 'video';
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    onPlace(text.trim());
    setOpen(false);
  };
  if (!isVideo && isOpen) {
    return (
      <form className={classes.placeForm} onSubmit={keep}>
        <Field label={words.place} hint={words.placeHint}>
          <Input
            value={text}
            maxLength={100}
            list={listId}
            autoComplete="off"
            // The button that was pressed is gone.
            ref={(field) => field?.focus()}
            onChange={(_, data) => setText(data.value)}
          />
        </Field>
        <datalist id={listId}>
          {places.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </datalist>
        <Button type="submit">{words.keepPlace}</Button>
      </form>
    );
  }
  return (
    <div className={classes.place}>
      {isVideo ? <VideoRegular aria-hidden="true" /> : <LocationRegular aria-hidden="true" />}
      <span className={classes.where}>
        <bdi>{where}</bdi>
      </span>
      {!isVideo && (
        <Button
          appearance="subtle"
          size="small"
          aria-label={words.changeSpoken({ kind: suggestion.kind, day: spokenDay })}
          onClick={() => setOpen(true)}
        >
          {words.change}
        </Button>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  card: { ...coffeeCard, display: 'flex', flexDirection: 'column', gap: '12px' },
  head: { display: 'flex', alignItems: 'center', gap: '12px' },
  kind: { ...cardHeading, flexGrow: 1 },
  rank: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '24px',
    height: '24px',
    borderRadius: '50%',
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStrokeAccessible),
    fontSize: tokens.fontSizeBase200,
  },
  hidden: spokenOnly,
  day: { ...cardHeading },
  time: {
    ...bodyText,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    fontVariantNumeric: 'tabular-nums',
  },
  theirs: { color: tokens.colorNeutralForeground3 },
  reason: { ...bodyText, color: tokens.colorNeutralForeground2, flexGrow: 1 },
  place: { display: 'flex', alignItems: 'center', gap: '8px', fontSize: '20px', minHeight: '32px' },
  where: { ...bodyText, flexGrow: 1, minWidth: 0 },
  placeForm: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'stretch' },
  actions: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'stretch' },
  book: { width: '100%' },
});
