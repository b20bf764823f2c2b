import { Button, makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { PageHeading } from '#components/PageHeading.tsx';
import { cardRadius } from '#components/seasonTokens.ts';
import type { Help, InvalidQuery } from '#domain/season/types.ts';
import { cadenceText, type TimesContext } from './timesText.ts';

export interface TimesPartProps {
  readonly context: TimesContext;
  /** Whether the heading takes the focus, or only where nothing has it. */
  readonly focus: 'always' | 'ifLost';
}

export interface NoCommonTimesProps extends TimesPartProps {
  readonly helps: readonly Help[];
  readonly onChangeQuery: (change: Help['change']) => void;
}

/** No time lies inside both working days: what would help, and what each would bring. */
export function NoCommonTimes({ helps, onChangeQuery, context, focus }: NoCommonTimesProps) {
  const classes = useStyles();
  const { words, format } = context;
  const nameOf = ({ change }: Help): string => {
    switch (change.kind) {
      case 'shorter':
        return words.none.shorter({ minutes: change.lengthMinutes });
      case 'cadence':
        return words.none.cadence({ cadence: cadenceText(change.cadence, context) });
      case 'widerHours':
        return words.none.widerHours({
          hours: format.timeRange(change.hours.earliestMinute, change.hours.latestMinute),
        });
      default:
        return change satisfies never;
    }
  };
  return (
    <div className={classes.container}>
      <PageHeading
        focusKey="times"
        takesFocus={focus}
        sentence={helps.length === 0 ? words.none.nothingHelps : words.none.sentence}
      >
        {words.none.heading}
      </PageHeading>
      {helps.length > 0 && (
        <ul aria-label={words.none.listName} className={classes.helps}>
          {helps.map((help) => (
            <li key={JSON.stringify(help.change)} className={classes.help}>
              <Button size="large" onClick={() => onChangeQuery(help.change)}>
                {nameOf(help)}
              </Button>
              <span className={classes.brings}>
                <bdi>
                  {words.none.brings({ free: help.best.free + help.best.openSoFar, of: help.best.dates })}
                </bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The engine refuses the question: which part of it, and whose. */
export function InvalidTimes({
  problem,
  context,
  focus,
}: TimesPartProps & { readonly problem: InvalidQuery }) {
  const classes = useStyles();
  const { words, partner, isMe } = context;
  const whose =
    problem.personId === undefined
      ? []
      : [isMe(problem.personId) ? words.invalid.whoseYours : words.invalid.whose({ partner })];
  return (
    <div className={classes.container}>
      <PageHeading
        focusKey="times"
        takesFocus={focus}
        sentence={[words.invalid.problems[problem.problem], ...whose].join(' ')}
      >
        {words.invalid.heading}
      </PageHeading>
    </div>
  );
}

const useStyles = makeStyles({
  // It decides by its own width, so it stands in a pane as well as on a page.
  container: { containerType: 'inline-size', minWidth: 0 },
  helps: {
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    marginBlock: '20px',
    paddingInline: 0,
  },
  help: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '16px',
    paddingBlock: '16px',
    paddingInline: '20px',
    maxWidth: '640px',
    boxSizing: 'border-box',
    borderRadius: cardRadius,
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke3),
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  brings: { fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground2 },
});
