import { Button, Dropdown, Field, Input, makeStyles, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { ChoiceTiles } from '#components/ChoiceTiles.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import type { Ending } from '#domain/mentorship/endingOf.ts';
import type { Cadence } from '#domain/season/types.ts';
import { addDays, isIsoDay } from '#domain/time/days.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { OccurrenceRecord } from '#ports/calendar.ts';
import type { SeasonWish } from '../seasonWish.ts';
import { rhythmIds, rhythms, type RhythmId } from './rhythms.ts';
import { dayOf, type SeasonsContext } from './seasonsText.ts';
import { costs, part, textBlock, title } from './styles.ts';

export interface GoOnProps {
  readonly context: SeasonsContext;
  readonly today: IsoDay;
  /** The rhythm of the season that runs, or ran last. */
  readonly cadence: Cadence | undefined;
  readonly isOrganizer: boolean;
  /** Dates that are still to come, in order. */
  readonly ahead: readonly OccurrenceRecord[];
  /** What ending after a date would mean; undefined: ending now. */
  readonly endingAfter: (date: OccurrenceRecord | undefined) => Ending;
  readonly isSending: boolean;
  readonly onBook: (wish: SeasonWish) => void;
  /** Ends the season first; `wish` is what is booked afterwards. */
  readonly onEndAndBook: (ending: Ending, wish: SeasonWish) => void;
  readonly onRest: (ending: Ending, until: IsoDay) => void;
  readonly onClose: () => void;
}

type Way = 'keep' | 'taper' | 'rest';

/** Keep, taper, rest or close; when, and what it sends, before anything is sent. */
export function GoOn(props: GoOnProps) {
  const { context, today, cadence, isOrganizer, ahead, endingAfter, isSending } = props;
  const classes = useStyles();
  const { format, partner } = context;
  const words = context.words.seasons.goOn;
  const [way, setWay] = useState<Way>();
  const [rhythm, setRhythm] = useState<RhythmId>('four');
  const [after, setAfter] = useState('end');
  const [typedUntil, setUntil] = useState('');
  const last = ahead.at(-1);
  const cut = ahead.find((each) => each.id === after);
  const kept = cut ?? last;
  const keptDay = after === 'now' || kept === undefined ? today : dayOf(kept, context);
  const until = isIsoDay(typedUntil) && typedUntil > keptDay ? typedUntil : undefined;
  const ending: Ending = after === 'end' ? { kind: 'nothing' } : endingAfter(cut);
  const wish: SeasonWish = {
    startDay: addDays(keptDay, 1),
    cadence: way === 'taper' ? rhythms[rhythm] : cadence,
  };
  const cost = costOf(way, ending, context);
  return (
    <section aria-labelledby="seasons-go-on" className={classes.root}>
      <h2 id="seasons-go-on" className={classes.title}>
        <bdi>{words.title}</bdi>
      </h2>
      <ChoiceTiles
        label={words.question}
        columns={3}
        value={way}
        onChoose={(value) => {
          if (value === 'keep' || value === 'taper' || value === 'rest') setWay(value);
        }}
        tiles={[
          { value: 'keep', label: words.keep, hint: words.keepHint },
          { value: 'taper', label: words.taper, hint: words.taperHint },
          { value: 'rest', label: words.rest, hint: words.restHint },
        ]}
      />
      {way !== undefined && (
        <div className={classes.fields}>
          {way === 'taper' && (
            <Field label={words.rhythm}>
              <Dropdown
                value={words.rhythms[rhythm]}
                selectedOptions={[rhythm]}
                onOptionSelect={(_, { optionValue }) =>
                  setRhythm(rhythmIds.find((each) => each === optionValue) ?? rhythm)
                }
              >
                {rhythmIds.map((each) => (
                  <Option key={each} value={each}>
                    {words.rhythms[each]}
                  </Option>
                ))}
              </Dropdown>
            </Field>
          )}
          {last !== undefined && isOrganizer && (
            <WhenField
              ahead={ahead}
              last={last}
              cut={cut}
              after={after}
              context={context}
              onAfter={setAfter}
            />
          )}
          {way === 'rest' && (
            <Field
              label={words.until}
              {...(typedUntil !== '' && until === undefined
                ? { validationMessage: words.restAfter({ day: format.day(keptDay, 'date') }) }
                : {})}
            >
              <Input
                type="date"
                min={addDays(keptDay, 1)}
                value={typedUntil}
                onChange={(_, { value }) => setUntil(value)}
              />
            </Field>
          )}
        </div>
      )}
      {way !== undefined && last !== undefined && !isOrganizer && (
        <p className={classes.text}>
          <bdi>{words.attendee({ partner })}</bdi>
        </p>
      )}
      {way !== undefined && (
        <div className={classes.foot}>
          {way === 'rest' ? (
            <Button
              disabledFocusable={isSending || until === undefined}
              onClick={() => {
                if (until !== undefined) props.onRest(ending, until);
              }}
            >
              {words.restNow}
            </Button>
          ) : (
            <Button
              disabledFocusable={isSending}
              onClick={() =>
                ending.kind === 'nothing' ? props.onBook(wish) : props.onEndAndBook(ending, wish)
              }
            >
              {ending.kind === 'nothing' ? words.seeTimes : words.endAndSee}
            </Button>
          )}
          <p className={classes.costs}>
            <bdi>{cost}</bdi>
          </p>
        </div>
      )}
      <div>
        <Button appearance="subtle" onClick={props.onClose}>
          {words.close}
        </Button>
      </div>
    </section>
  );
}

interface WhenFieldProps {
  readonly ahead: readonly OccurrenceRecord[];
  readonly last: OccurrenceRecord;
  readonly cut: OccurrenceRecord | undefined;
  /** `end`, `now`, or the id of the last date that is kept. */
  readonly after: string;
  readonly context: SeasonsContext;
  readonly onAfter: (after: string) => void;
}

/** When the season that runs ends: as planned, after one of its dates, or now. */
function WhenField({ ahead, last, cut, after, context, onAfter }: WhenFieldProps) {
  const words = context.words.seasons.goOn;
  const day = (date: OccurrenceRecord): string => context.format.day(dayOf(date, context), 'date');
  const ends = words.whenEnds({ day: day(last) });
  const shown =
    after === 'now' ? words.whenNow : cut === undefined ? ends : words.whenAfter({ day: day(cut) });
  return (
    <Field label={words.when}>
      <Dropdown
        value={shown}
        selectedOptions={[after]}
        onOptionSelect={(_, { optionValue = 'end' }) => onAfter(optionValue)}
      >
        <Option value="end">{ends}</Option>
        {ahead.slice(0, -1).map((each) => (
          <Option key={each.id} value={each.id}>
            {words.whenAfter({ day: day(each) })}
          </Option>
        ))}
        <Option value="now">{words.whenNow}</Option>
      </Dropdown>
    </Field>
  );
}

function costOf(way: Way | undefined, ending: Ending, { words, partner }: SeasonsContext): string {
  const texts = words.seasons.goOn;
  if (ending.kind === 'nothing') return way === 'rest' ? texts.costRestNothing : texts.costNothing;
  const values = { partner, count: ending.messages, goes: ending.goes };
  return way === 'rest' ? texts.costRest(values) : texts.cost(values);
}

const useStyles = makeStyles({
  root: part,
  title,
  text: textBlock,
  costs,
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '14px',
    [narrowContainer]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '14px', rowGap: '8px' },
});
