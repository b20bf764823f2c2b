import { html, type Html } from '#sandbox/identity/html.ts';

export const hostThemes = ['light', 'dark', 'contrast'] as const;
export type HostTheme = (typeof hostThemes)[number];

/** States of the sign-in bridge; silent: there, and never answers. */
export const bridges = ['on', 'off', 'silent'] as const;

/** An own picture of the sandbox. */
export function icon(name: string): Html {
  return html`<img src="/hosts/styles/${name}.svg" alt="" width="22" height="22" />`;
}

/** The options of a select, one of them chosen. */
export function options(
  entries: readonly (readonly [value: string, words: string])[],
  chosen: string,
): readonly Html[] {
  return entries.map(([value, words]) =>
    value === chosen
      ? html`<option value="${value}" selected>${words}</option>`
      : html`<option value="${value}">${words}</option>`,
  );
}
