import { lazy, type ComponentType } from 'react';
import { MoreWords } from '#words/MoreWords.tsx';
import type { Words } from '#words/Words.ts';

/** Code that is fetched later, with the sections of the catalogue that it speaks with. */
export interface ScreenCode {
  readonly words: Partial<Words>;
}

/** A screen out of code that is fetched when it is first drawn. */
export function lazyScreen<Code extends ScreenCode, Props extends object>(
  load: () => Promise<Code>,
  pick: (code: Code) => ComponentType<Props>,
) {
  return lazy(async () => {
    const code = await load();
    const Screen = pick(code);
    return {
      default: (props: Props) => (
        <MoreWords sections={code.words}>
          <Screen {...props} />
        </MoreWords>
      ),
    };
  });
}
