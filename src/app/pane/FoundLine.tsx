import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SeasonDate } from '#domain/mentorship/types.ts';
import { wallOf, type HomeContext } from '#features/home/homeText.ts';
import { useWords } from '#words/Words.ts';

export interface FoundLineProps {
  /** How the meeting was found. */
  readonly sentence: string;
  /** Whether the person is asked to say that it is this one. */
  readonly isAsking: boolean;
  /** Dates to choose from instead, likeliest first. */
  readonly choices: readonly SeasonDate[];
  readonly context: HomeContext;
  readonly onYes: () => void;
  readonly onChoose: (date: SeasonDate) => void;
}

/** How the meeting was found; where that is not sure, the person says whether it is the one. */
export function FoundLine({ sentence, isAsking, choices, context, onYes, onChoose }: FoundLineProps) {
  const classes = useStyles();
  const words = useWords().pane.event;
  const [isOpen, setOpen] = useState(false);
  const { format } = context;
  return (
    <div className={isAsking ? classes.asking : classes.quiet}>
      <output>
        <bdi>{sentence}</bdi>
      </output>
      {isAsking && (
        <span className={classes.buttons}>
          <Button size="small" onClick={onYes}>
            {words.yes}
          </Button>
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words.another}
          </Button>
        </span>
      )}
      {isAsking && isOpen && (
        <section aria-label={words.choices}>
          <p className={classes.which}>{words.which}</p>
          <ul className={classes.list}>
            {choices.map((date) => {
              const { day, from, to } = wallOf(date, context);
              return (
                <li key={date.key}>
                  <Button
                    size="small"
                    className={classes.choice}
                    onClick={() => {
                      setOpen(false);
                      onChoose(date);
                    }}
                  >
                    <bdi>
                      {format.day(day, 'long')}, {format.timeRange(from, to)}
                    </bdi>
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  asking: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  buttons: { display: 'flex', gap: '8px' },
  which: { margin: '0 0 8px', fontWeight: tokens.fontWeightSemibold },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  choice: { width: '100%', justifyContent: 'start' },
});
