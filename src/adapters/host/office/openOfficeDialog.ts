import { HostFailure } from '#ports/outlook.ts';
import { member, textMember } from './members.ts';
import type { OfficeResult, OfficeUi } from './officeLibrary.ts';

/** Size of the window, in percent of the screen, as Office.js wants it. */
const size = { height: 70, width: 40 };

/** Opens a page of ours in a window of Outlook's and resolves with what it hands back; rejects when the window is closed before. */
export function openOfficeDialog(ui: OfficeUi, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // A window of its own, never a frame: sign-in pages cannot be framed. It follows a click, so no further question is asked.
    ui.displayDialogAsync(url, { ...size, promptBeforeOpen: false }, (result) => {
      const dialog = result.value;
      if (!isOffered(dialog)) {
        reject(new HostFailure('refused', codeOf(result)));
        return;
      }
      dialog.addEventHandler('dialogMessageReceived', (message: unknown) => {
        const answer = readAnswer(textMember(message, 'message'));
        // Office.js takes whatever the window posts to this frame for a message of its own.
        if (answer === undefined) return;
        dialog.close();
        if (answer.kind === 'succeed') resolve(answer.result);
        else reject(new HostFailure('refused', 'the window handed nothing back'));
      });
      // Closed by hand, or the window went where it may not.
      dialog.addEventHandler('dialogEventReceived', (event: unknown) => {
        reject(new HostFailure('refused', `dialog ${String(member(event, 'error'))}`));
      });
    });
  });
}

interface OfficeDialog {
  close(): void;
  addEventHandler(event: string, handler: (happened: unknown) => void): void;
}

function isOffered(value: unknown): value is OfficeDialog {
  return (
    typeof member(value, 'addEventHandler') === 'function' && typeof member(value, 'close') === 'function'
  );
}

function codeOf(result: OfficeResult): string {
  return `dialog ${String(member(result.error, 'code'))}`;
}

/** The page of ours sends `{"kind":"succeed","result":"…"}` or `{"kind":"fail"}`; undefined for all else. */
function readAnswer(
  message: string | undefined,
): { readonly kind: 'succeed'; readonly result: string } | { readonly kind: 'fail' } | undefined {
  try {
    const read: unknown = JSON.parse(message ?? '');
    const result = textMember(read, 'result');
    if (textMember(read, 'kind') === 'succeed' && result !== undefined) return { kind: 'succeed', result };
    return textMember(read, 'kind') === 'fail' ? { kind: 'fail' } : undefined;
  } catch {
    return undefined;
  }
}
