import { makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { callName } from '#domain/text/callName.ts';
import type { MemoryPort } from '#ports/memory.ts';
import { keepKnownTaste, readKnownTaste, type KnownTaste } from './coffeeMemory.ts';
import type { Companion } from './coffeePair.ts';
import { bodyText, cardHeading, coffeeCard, quietText } from './coffeeStyles.ts';
import type { CoffeeContext } from './coffeeText.ts';
import { Kinds, Weekdays } from './TastePanel.tsx';

export interface KnownPanelProps {
  readonly companion: Companion;
  readonly context: CoffeeContext;
  readonly memory: MemoryPort;
  readonly onChanged: () => void;
}

/** What somebody else told one about coffee: kept on this device, and only as good as what was said. */
export function KnownPanel({ companion, context, memory, onChanged }: KnownPanelProps) {
  const classes = useStyles();
  const { taste: words, kinds } = context.words;
  const partner = callName(companion);
  const [taste, setTaste] = useState(() => readKnownTaste(memory, companion.address));
  const keep = (next: KnownTaste): void => {
    keepKnownTaste(memory, companion.address, next);
    setTaste(next);
    onChanged();
  };
  return (
    <section aria-label={words.theirs({ partner })} className={classes.panel}>
      <h2 className={classes.heading}>
        <bdi>{words.theirs({ partner })}</bdi>
      </h2>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{words.theirLikes({ partner })}</legend>
        <Kinds likes={taste.likes} words={kinds} onLikes={(likes) => keep({ ...taste, likes })} />
      </fieldset>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{words.theirSite({ partner })}</legend>
        <Weekdays
          days={taste.siteDays ?? []}
          context={context}
          onDays={(siteDays) => keep({ ...taste, siteDays: siteDays.length === 0 ? undefined : siteDays })}
        />
      </fieldset>
      <p className={classes.kept}>{words.kept}</p>
    </section>
  );
}

const useStyles = makeStyles({
  panel: { ...coffeeCard, display: 'flex', flexDirection: 'column', gap: '16px' },
  heading: cardHeading,
  group: { margin: 0, padding: 0, ...shorthands.borderStyle('none'), minWidth: 0 },
  legend: { ...bodyText, padding: 0, fontWeight: tokens.fontWeightSemibold },
  kept: { ...quietText, margin: 0 },
});
