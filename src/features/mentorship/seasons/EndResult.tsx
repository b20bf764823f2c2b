import { Button, makeStyles } from '@fluentui/react-components';
import { FailureNotice } from '#components/FailureNotice.tsx';
import type { SeasonsContext } from './seasonsText.ts';
import { costs, textBlock } from './styles.ts';
import type { EndBook, EndState } from './useEnding.ts';

export interface EndResultProps {
  readonly book: EndBook;
  readonly context: SeasonsContext;
}

/** What became of an ending, with its undo for a day. */
export function EndResult({ book, context }: EndResultProps) {
  const classes = useStyles();
  const { partner } = context;
  const words = context.words.seasons.close;
  const { state, undoCount } = book;
  return (
    <>
      {state.kind === 'failed' && <FailureNotice code={state.failure.code} detail={state.failure.detail} />}
      <output className={classes.text}>
        <bdi>{textOf(state, context)}</bdi>
      </output>
      {undoCount !== undefined && (
        <div className={classes.foot}>
          <Button size="small" disabledFocusable={state.kind === 'sending'} onClick={book.undo}>
            {words.undo}
          </Button>
          <p className={classes.costs}>
            <bdi>{words.undoCost({ partner, count: undoCount })}</bdi>
          </p>
        </div>
      )}
    </>
  );
}

function textOf(state: EndState, { words, partner }: SeasonsContext): string | undefined {
  const texts = words.seasons.close;
  switch (state.kind) {
    case 'done':
      return state.sent === 0 ? texts.doneNothing : texts.done({ partner });
    case 'together':
      return texts.together({ partner });
    case 'undone':
      return state.notBack === 0 ? texts.undone({ partner }) : texts.undonePart({ count: state.notBack });
    case 'idle':
    case 'sending':
    case 'failed':
      return undefined;
    default:
      return state satisfies never;
  }
}

const useStyles = makeStyles({
  text: textBlock,
  costs,
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '14px', rowGap: '8px' },
});
