import { Button, makeStyles } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { SeasonSlot } from '#domain/season/types.ts';
import { useWords } from '#words/Words.ts';
import { isSameTime } from '#domain/season/isSameTime.ts';
import { RankCard } from './RankCard.tsx';
import type { SlotCard } from './slotCard.ts';

/** Times that stand open before the rest is asked for. */
export const shownAtFirst = 4;

export interface RankListProps {
  /** Best first. */
  readonly cards: readonly SlotCard[];
  /** The chosen time when it is not in the list. */
  readonly ownChoice: SlotCard | undefined;
  readonly chosen: SeasonSlot | undefined;
  readonly onChoose: (slot: SeasonSlot) => void;
}

/** The ranked times as one group of radios; the best four first, the rest on demand. */
export function RankList({ cards, ownChoice, chosen, onChoose }: RankListProps) {
  const classes = useStyles();
  const words = useWords().times.list;
  const group = useId();
  const [isOpen, setOpen] = useState(false);
  const hidden = cards.slice(shownAtFirst);
  const holdsChosen = hidden.some((card) => isSameTime(card.slot, chosen));
  const shown = isOpen || holdsChosen ? cards : cards.slice(0, shownAtFirst);
  const all = ownChoice === undefined ? shown : [ownChoice, ...shown];
  return (
    <div>
      <div role="radiogroup" aria-label={words.name} className={classes.list}>
        {all.map((card) => (
          <RankCard
            key={card.key}
            {...card.text}
            group={group}
            value={card.key}
            rank={card.rank}
            eyebrow={card.rank === undefined ? words.yourChoice : undefined}
            isChosen={isSameTime(card.slot, chosen)}
            onChoose={() => onChoose(card.slot)}
          />
        ))}
      </div>
      {hidden.length > 0 && !holdsChosen && (
        <Button
          appearance="subtle"
          className={classes.more}
          icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <bdi>{isOpen ? words.fewer : words.more({ count: hidden.length })}</bdi>
        </Button>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '8px' },
  more: { marginBlockStart: '12px' },
});
