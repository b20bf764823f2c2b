/** A draft on the shelf and the name it lies under. */
export interface ShelvedDraft {
  readonly name: string;
  readonly text: string;
}

/**
 * What this device keeps of the notes of the account in use: what is not in OneDrive yet, and copies of files that it has read. Forgotten at sign-out.
 * Drafts are kept at once, so that they outlive a crash right after the keystroke; copies may take their time and may be missing.
 */
export interface ShelfPort {
  /** Every draft whose name begins so. */
  drafts(start: string): readonly ShelvedDraft[];
  /** False when this device has no room for it: then it is only on screen. */
  keepDraft(name: string, text: string): boolean;
  dropDraft(name: string): void;
  /** Whether drafts lie here that are not in OneDrive. */
  hasUnsaved(): boolean;
  /** The copy under a name, if this device has one. */
  copy(name: string): Promise<string | undefined>;
  keepCopy(name: string, text: string): Promise<void>;
}
