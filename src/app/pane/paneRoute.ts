import type { OpenedItem } from '#ports/outlook.ts';

/** The panes behind the buttons of the ribbon. */
export type PaneName = 'meet' | 'times' | 'notes';

/** Which button opened the pane, from the query of its address; undefined for what nobody knows. */
export function paneOf(search: string): PaneName | undefined {
  const name = new URLSearchParams(search).get('pane');
  return name === 'meet' || name === 'times' || name === 'notes' ? name : undefined;
}

/** The pane for what is opened. A pinned pane outlives its button: the item decides, and the button only where the item leaves a choice. */
export function paneFor(opened: OpenedItem, asked: PaneName | undefined): PaneName | undefined {
  if (opened.kind === 'message') return 'meet';
  if (opened.kind !== 'event') return undefined;
  if (opened.mode === 'read') return 'notes';
  return asked === 'notes' ? 'notes' : 'times';
}
