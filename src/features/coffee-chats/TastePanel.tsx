import { Button, Field, makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { Input } from '#components/controls/Input.tsx';
import { Tick } from '#components/controls/Tick.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import { problemOfHabits } from '#domain/coffee/checkCoffee.ts';
import { coffeeKinds, type CoffeeKind, type MealWindow } from '#domain/coffee/types.ts';
import { isIsoDay } from '#domain/time/days.ts';
import type { Weekday } from '#domain/time/types.ts';
import type { OwnTaste } from './coffeeMemory.ts';
import { bodyText, cardHeading, coffeeCard, quietText } from './coffeeStyles.ts';
import type { CoffeeContext } from './coffeeText.ts';

export interface TastePanelProps {
  readonly own: OwnTaste;
  readonly rhythmWeeks: number;
  readonly context: CoffeeContext;
  readonly onOwn: (taste: OwnTaste) => void;
  readonly onRhythm: (weeks: number) => void;
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const guardedLunch = { startMinute: 720, endMinute: 765 };

/** How one likes it oneself: hours, lengths, days on site, a lunch kept free, days off, and how often. */
export function TastePanel({ own, rhythmWeeks, context, onOwn, onRhythm }: TastePanelProps) {
  const classes = useStyles();
  const { words, format } = context;
  const { taste } = words;
  const { habits } = own;
  const [problem, setProblem] = useState<keyof typeof taste.problems>();

  const keep = (next: OwnTaste): void => {
    const wrong = problemOfHabits(next.habits);
    if (wrong === 'bad-window' || wrong === 'overlapping-windows') return setProblem(wrong);
    setProblem(undefined);
    return onOwn(next);
  };
  const keepWindow = (changed: MealWindow, index: number): void =>
    keep({
      ...own,
      habits: { ...habits, windows: habits.windows.map((each, place) => (place === index ? changed : each)) },
    });
  const keepNumber = (
    text: string,
    low: number,
    high: number,
    wrong: typeof problem,
    act: (value: number) => void,
  ): void => {
    const value = Number(text);
    if (text === '' || !Number.isInteger(value) || value < low || value > high) return setProblem(wrong);
    setProblem(undefined);
    return act(value);
  };
  return (
    <section aria-label={taste.heading} className={classes.panel}>
      <h2 className={classes.heading}>{taste.heading}</h2>
      <p role="alert" className={classes.problem}>
        {problem !== undefined && taste.problems[problem]}
      </p>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{taste.windows}</legend>
        <div className={classes.windows}>
          {habits.windows.map((window, index) => (
            <div key={`${window.kind}-${index}`} className={classes.window}>
              <span className={classes.kind}>{words.kinds[window.kind]}</span>
              <TimeField
                label={taste.from({ kind: window.kind })}
                minute={window.startMinute}
                onMinute={(startMinute) => keepWindow({ ...window, startMinute }, index)}
              />
              <TimeField
                label={taste.to({ kind: window.kind })}
                minute={window.endMinute}
                onMinute={(endMinute) => keepWindow({ ...window, endMinute }, index)}
              />
            </div>
          ))}
        </div>
      </fieldset>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{taste.likes}</legend>
        <Kinds
          likes={habits.likes}
          words={words.kinds}
          onLikes={(likes) => keep({ ...own, habits: { ...habits, likes } })}
        />
      </fieldset>
      <div className={classes.numbers}>
        {coffeeKinds.map((kind) => (
          <Field key={kind} label={taste.minutes({ kind })}>
            <Input
              type="number"
              min={15}
              max={180}
              step={15}
              defaultValue={own.lengthMinutes[kind]}
              onChange={(_, { value }) =>
                keepNumber(value, 15, 180, 'bad-length', (minutes) =>
                  minutes % 15 === 0
                    ? keep({ ...own, lengthMinutes: { ...own.lengthMinutes, [kind]: minutes } })
                    : setProblem('bad-length'),
                )
              }
            />
          </Field>
        ))}
        <Field label={taste.travel}>
          <Input
            type="number"
            min={0}
            max={120}
            defaultValue={own.travelMinutes}
            onChange={(_, { value }) =>
              keepNumber(value, 0, 120, 'bad-travel', (travelMinutes) => keep({ ...own, travelMinutes }))
            }
          />
        </Field>
        <Field label={taste.rhythm}>
          <Input
            type="number"
            min={0}
            max={26}
            defaultValue={rhythmWeeks}
            onChange={(_, { value }) => keepNumber(value, 0, 26, 'bad-rhythm', onRhythm)}
          />
        </Field>
      </div>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{taste.siteDays}</legend>
        <Weekdays
          days={habits.siteDays ?? []}
          context={context}
          onDays={(siteDays) => keep({ ...own, habits: { ...habits, siteDays } })}
        />
      </fieldset>
      <Tick
        label={taste.guarded}
        checked={habits.guardedLunch !== undefined}
        onChange={(isOn) =>
          keep({ ...own, habits: { ...habits, guardedLunch: isOn ? guardedLunch : undefined } })
        }
      />
      <DaysOff own={own} format={format} words={taste} onOwn={keep} />
      <p className={classes.kept}>{taste.kept}</p>
    </section>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly minute: number;
  readonly onMinute: (minute: number) => void;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function TimeField({ label, minute, onMinute }: TimeFieldProps) {
  return (
    <Input
      type="time"
      step={900}
      aria-label={label}
      defaultValue={minute === 1440 ? '23:59' : `${two(Math.floor(minute / 60))}:${two(minute % 60)}`}
      onChange={(_, { value }) => {
        const [hours, minutes] = value.split(':').map(Number);
        if (hours !== undefined && minutes !== undefined) onMinute(hours * 60 + minutes);
      }}
    />
  );
}

interface KindsProps {
  readonly likes: readonly CoffeeKind[];
  readonly words: Readonly<Record<CoffeeKind, string>>;
  readonly onLikes: (likes: readonly CoffeeKind[]) => void;
}

/** Which kinds somebody likes. */
export function Kinds({ likes, words, onLikes }: KindsProps) {
  return (
    <div>
      {coffeeKinds.map((kind) => (
        <Tick
          key={kind}
          label={words[kind]}
          checked={likes.includes(kind)}
          onChange={(isOn) =>
            onLikes(coffeeKinds.filter((each) => (each === kind ? isOn : likes.includes(each))))
          }
        />
      ))}
    </div>
  );
}

interface WeekdaysProps {
  readonly days: readonly Weekday[];
  readonly context: CoffeeContext;
  readonly onDays: (days: readonly Weekday[]) => void;
}

/** On which weekdays somebody is on site. */
export function Weekdays({ days, context, onDays }: WeekdaysProps) {
  return (
    <div>
      {weekdays.map((weekday) => (
        <Tick
          key={weekday}
          label={context.format.weekday(weekday, 'long')}
          checked={days.includes(weekday)}
          onChange={(isOn) =>
            onDays(weekdays.filter((each) => (each === weekday ? isOn : days.includes(each))))
          }
        />
      ))}
    </div>
  );
}

interface DaysOffProps {
  readonly own: OwnTaste;
  readonly format: CoffeeContext['format'];
  readonly words: CoffeeContext['words']['taste'];
  readonly onOwn: (taste: OwnTaste) => void;
}

function DaysOff({ own, format, words, onOwn }: DaysOffProps) {
  const classes = useStyles();
  const labelId = useId();
  const [day, setDay] = useState('');
  const { daysOff } = own.habits;
  const keep = (days: typeof daysOff): void => onOwn({ ...own, habits: { ...own.habits, daysOff: days } });
  return (
    <div className={classes.group}>
      <Field label={words.daysOff}>
        <Input id={labelId} type="date" value={day} onChange={(_, { value }) => setDay(value)} />
      </Field>
      <Button
        disabledFocusable={!isIsoDay(day)}
        onClick={() => {
          if (isIsoDay(day) && !daysOff.includes(day)) keep([...daysOff, day].toSorted().slice(0, 400));
          setDay('');
        }}
      >
        {words.addDay}
      </Button>
      <ul className={classes.days}>
        {daysOff.map((each) => (
          <li key={each}>
            <bdi>{format.day(each, 'full')}</bdi>
            <Button
              appearance="subtle"
              size="small"
              onClick={() => keep(daysOff.filter((other) => other !== each))}
            >
              {words.removeDay({ day: format.day(each, 'date') })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const useStyles = makeStyles({
  panel: { ...coffeeCard, display: 'flex', flexDirection: 'column', gap: '16px' },
  heading: cardHeading,
  problem: { ...bodyText, color: tokens.colorStatusWarningForeground1, ':empty': { display: 'none' } },
  group: {
    margin: 0,
    padding: 0,
    ...shorthands.borderStyle('none'),
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
  },
  legend: { ...bodyText, padding: 0, fontWeight: tokens.fontWeightSemibold },
  windows: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(330px, 100%), 1fr))',
    gap: '8px 24px',
    width: '100%',
  },
  window: {
    display: 'grid',
    gridTemplateColumns: 'minmax(70px, 1fr) 124px 124px',
    alignItems: 'center',
    gap: '8px',
    [narrowContainer]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  kind: { ...bodyText, [narrowContainer]: { gridColumnStart: 1, gridColumnEnd: 3 } },
  numbers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    alignItems: 'end',
    gap: '12px',
  },
  days: { margin: 0, paddingInlineStart: '20px' },
  kept: { ...quietText, margin: 0 },
});
