import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Ending } from '#domain/mentorship/endingOf.ts';
import type { SeasonsContext } from './seasonsText.ts';
import { costs, part, textBlock, title } from './styles.ts';

export interface ClosePartProps {
  readonly context: SeasonsContext;
  /** How one signs. */
  readonly me: string;
  readonly ending: Ending;
  /** The partner has declined already. */
  readonly isFinishing: boolean;
  readonly isSending: boolean;
  readonly onClose: (words: string) => void;
}

const mostLetters = 2000;

/** A kind ending: the words as they will be read, what goes, and the one button that sends. */
export function ClosePart({ context, me, ending, isFinishing, isSending, onClose }: ClosePartProps) {
  const classes = useStyles();
  const { partner } = context;
  const words = context.words.seasons.close;
  const [text, setText] = useState(() => words.start({ partner, me }));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const cost = ((): string => {
    if (ending.kind === 'nothing') return words.costNothing;
    if (ending.kind === 'cancel')
      return words.costCancel({ partner, count: ending.messages, goes: ending.goes });
    return ending.kind === 'decline'
      ? words.costDecline({ partner, goes: ending.goes })
      : words.cost({ partner, count: ending.messages, goes: ending.goes });
  })();
  return (
    <section aria-labelledby="seasons-close" className={classes.root}>
      <h2 id="seasons-close" ref={heading} tabIndex={-1} className={classes.title}>
        <bdi>{words.title}</bdi>
      </h2>
      <p className={classes.text}>
        <bdi>{isFinishing ? words.finish({ partner }) : words.lead}</bdi>
      </p>
      {ending.kind !== 'nothing' && (
        <Field label={words.words({ partner })}>
          <Textarea
            value={text}
            rows={6}
            maxLength={mostLetters}
            resize="vertical"
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
      )}
      <div className={classes.foot}>
        <Button disabledFocusable={isSending} onClick={() => onClose(text.trim())}>
          {isSending ? words.sending : words.button}
        </Button>
        <p className={classes.costs}>
          <bdi>{cost}</bdi>
        </p>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  root: part,
  title,
  text: textBlock,
  costs,
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '14px', rowGap: '8px' },
});
