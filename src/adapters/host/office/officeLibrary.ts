import type { OfficeSeriesTime } from './formRecurrence.ts';

/**
 * The parts of Office.js that are used, as loosely as hosts of every age offer them: a member that is not in the oldest set is optional, and what comes
 * out of an item is unknown until it is read.
 */
export interface OfficeLibrary {
  onReady(): Promise<{ readonly host: unknown }>;
  readonly context: OfficeContext;
  readonly EventType?: OfficeEventNames;
  /** Since Mailbox 1.7. */
  readonly SeriesTime?: new () => OfficeSeriesTime;
}

/** Names of events; a host that does not know one leaves it out. */
export interface OfficeEventNames {
  readonly ItemChanged?: unknown;
  readonly OfficeThemeChanged?: unknown;
  readonly RecipientsChanged?: unknown;
  readonly AppointmentTimeChanged?: unknown;
}

export interface OfficeContext {
  readonly displayLanguage?: unknown;
  readonly officeTheme?: unknown;
  readonly requirements: { isSetSupported(name: string, minVersion?: string): boolean };
  readonly ui: OfficeUi;
  readonly mailbox?: OfficeMailbox;
}

export interface OfficeUi {
  displayDialogAsync(
    url: string,
    options: {
      readonly height: number;
      readonly width: number;
      readonly displayInIframe?: boolean;
      readonly promptBeforeOpen?: boolean;
    },
    callback: (result: OfficeResult) => void,
  ): void;
  openBrowserWindow?: (url: string) => void;
  /** From inside a window that was opened with `displayDialogAsync`. */
  messageParent?: (message: string) => void;
}

export interface OfficeMailbox {
  readonly item?: unknown;
  readonly userProfile?: unknown;
  addHandlerAsync?: (
    event: string,
    handler: (happened: unknown) => void,
    callback?: (result: OfficeResult) => void,
  ) => void;
  convertToRestId?: (id: string, version: string) => unknown;
}

/** What every asynchronous call of Office.js answers. */
export interface OfficeResult {
  readonly status: unknown;
  readonly value?: unknown;
  readonly error?: unknown;
}
