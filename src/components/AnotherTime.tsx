import { Button, Field, makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DateState } from '#domain/season/types.ts';
import { addDays, isIsoDay } from '#domain/time/days.ts';
import type { EpochMilli, IsoDay } from '#domain/time/types.ts';
import { toInstant, toWall } from '#domain/time/wallClock.ts';
import { Input } from './controls/Input.tsx';
import { Select } from './controls/Select.tsx';
import { stateText, timeText, type TimeContext } from './timeText.ts';

export interface AnotherTimeProps {
  /** The date as it stands. */
  readonly date: { readonly day: IsoDay; readonly start: EpochMilli; readonly end: EpochMilli };
  /** Where the form begins: the time chosen so far, else the date's own. */
  readonly startsFrom: EpochMilli;
  /** Days strictly between which the date may stand. */
  readonly between: { readonly afterDay: IsoDay; readonly beforeDay: IsoDay };
  /** What a time is like; undefined where nobody can tell. */
  readonly stateAt: (start: EpochMilli) => DateState | undefined;
  readonly context: TimeContext;
  readonly now: EpochMilli;
  readonly onUse: (to: { readonly start: EpochMilli; readonly end: EpochMilli }) => void;
}

const quarterMinutes = 15;
const minuteMilli = 60_000;

/** Any other day and time for a date, checked while it is chosen. */
export function AnotherTime(props: AnotherTimeProps) {
  const { date, between, stateAt, context, now, onUse } = props;
  const classes = useStyles();
  const { words, format, zone } = context;
  const texts = words.dates.anotherForm;
  const [isOpen, setOpen] = useState(false);
  const first = addDays(between.afterDay, 1);
  const last = addDays(between.beforeDay, -1);
  const startsFrom = toWall(props.startsFrom, zone);
  const [typedDay, setTypedDay] = useState<string>(startsFrom.day);
  const [minute, setMinute] = useState(startsFrom.minuteOfDay);

  const length = date.end - date.start;
  const day = isIsoDay(typedDay) && typedDay >= first && typedDay <= last ? typedDay : undefined;
  const start = day === undefined ? undefined : toInstant({ day, minuteOfDay: minute }, zone);
  const isPast = start !== undefined && start <= now;
  const state = start === undefined || isPast ? undefined : stateAt(start);
  const isFree = state !== undefined && (state.kind === 'free' || state.kind === 'openSoFar');
  const partnerTime =
    start === undefined ? undefined : timeText({ start, end: start + length }, context).partnerTime;
  const times = Array.from(
    { length: (1440 - length / minuteMilli) / quarterMinutes + 1 },
    (_, index) => index * quarterMinutes,
  );
  const spokenDay = format.day(date.day, 'long');
  const formId = useId();
  const close = (): void => {
    setOpen(false);
    // What had the focus goes away.
    document.getElementById(`${formId}-opener`)?.focus();
  };

  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        aria-expanded={isOpen}
        aria-controls={formId}
        aria-label={words.dates.anotherSpoken({ day: spokenDay })}
        id={`${formId}-opener`}
        onClick={() => setOpen(!isOpen)}
      >
        <bdi>{words.dates.another}</bdi>
      </Button>
      {isOpen && (
        <fieldset id={formId} aria-label={texts.name({ day: spokenDay })} className={classes.form}>
          <div className={classes.fields}>
            <Field
              label={texts.day}
              {...(day === undefined
                ? {
                    validationMessage:
                      first >= last
                        ? texts.onlyThisDay({ day: format.day(first, 'medium') })
                        : texts.between({
                            from: format.day(first, 'medium'),
                            to: format.day(last, 'medium'),
                          }),
                  }
                : { hint: format.day(day, 'medium') })}
            >
              <Input
                type="date"
                min={first}
                max={last}
                value={typedDay}
                onChange={(_, { value }) => setTypedDay(value)}
              />
            </Field>
            <Field label={texts.time} {...(partnerTime === undefined ? {} : { hint: partnerTime })}>
              <Select value={String(minute)} onChange={(_, { value }) => setMinute(Number(value))}>
                {times.map((each) => (
                  <option key={each} value={each}>
                    {format.time(each)}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          {isPast && <p className={classes.state}>{texts.past}</p>}
          {state !== undefined && (
            <output className={classes.state}>{texts.isState({ state: stateText(state, context) })}</output>
          )}
          {start !== undefined && state !== undefined && (
            <Button
              onClick={() => {
                close();
                onUse({ start, end: start + length });
              }}
            >
              {isFree ? texts.use : texts.useAnyway}
            </Button>
          )}
        </fieldset>
      )}
    </>
  );
}

const useStyles = makeStyles({
  // Below the whole row of choices.
  form: {
    margin: 0,
    ...shorthands.borderStyle('none'),
    paddingInline: 0,
    flexBasis: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    maxWidth: '420px',
    paddingBlock: '8px',
  },
  fields: {
    alignSelf: 'stretch',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.3fr) minmax(0, 1fr)',
    gap: '12px',
  },
  state: {
    display: 'block',
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});
