/** Puts text on the clipboard, by whichever way the frame is allowed. Rejects when none is. */
export async function copyText(text: string, hostCopy?: (text: string) => Promise<void>): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (cause) {
    // A frame needs its host's leave to use the clipboard; hosts offer their own way instead.
    if (hostCopy === undefined) throw cause;
    await hostCopy(text);
  }
}
