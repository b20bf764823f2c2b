import type { Frame } from 'playwright-core';

/** What Office.js hands to a callback. */
export interface OfficeAnswer {
  readonly status: string;
  readonly value?: unknown;
  readonly code?: number;
}

/** Runs an expression in the add-in's page with `item`, `mailbox` and their like at hand; it passes an AsyncResult to `done`, or resolves itself. */
export function callOffice(frame: Frame, expression: string): Promise<OfficeAnswer> {
  return frame.evaluate<OfficeAnswer>(`new Promise((resolve) => {
    const { mailbox, roamingSettings, ui } = Office.context;
    const { item } = mailbox;
    const done = ({ status, value, error }) =>
      resolve({ status, ...(value === undefined ? {} : { value }), ...(error ? { code: error.code } : {}) });
    ${expression};
  })`);
}

export const succeeded = (value?: unknown): OfficeAnswer => ({
  status: 'succeeded',
  ...(value === undefined ? {} : { value }),
});

export const failedWith = (code: number): OfficeAnswer => ({ status: 'failed', code });
