import type { ClockPort } from '#ports/clock.ts';
import { HostFailure } from '#ports/outlook.ts';
import { loadOffice } from './loadOffice.ts';

/** From inside a window that Outlook opened: hands a message to the pane that asked for the window. Throws HostFailure. */
export async function answerOutlook(
  scripts: readonly string[],
  page: Pick<Window, 'document'>,
  clock: Pick<ClockPort, 'wait'>,
  message: string,
): Promise<void> {
  const { context } = await loadOffice(scripts, page, clock);
  if (context.ui.messageParent === undefined) throw new HostFailure('refused', 'no parent');
  context.ui.messageParent(message);
}
