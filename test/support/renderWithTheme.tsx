import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { FormatContext } from '../../src/words/FormatContext.ts';
import { createFormat } from '../../src/words/format.ts';
import { en } from '../../src/words/en/index.ts';
import { WordsContext } from '../../src/words/Words.ts';

/** Renders inside Fluent's theme with British dates, as the app does. */
export function renderWithTheme(
  element: ReactElement,
  options: { readonly locale?: string; readonly dir?: 'ltr' | 'rtl' } = {},
): RenderResult {
  const format = createFormat(options.locale ?? 'en-GB');
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <FluentProvider theme={teamsLightTheme} dir={options.dir ?? 'ltr'}>
      <WordsContext value={en}>
        <FormatContext value={format}>{children}</FormatContext>
      </WordsContext>
    </FluentProvider>
  );
  return render(element, { wrapper });
}
