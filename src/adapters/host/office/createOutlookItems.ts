import type { ClockPort } from '#ports/clock.ts';
import { HostFailure, type OpenedNow, type OutlookPort } from '#ports/outlook.ts';
import { createAskOffice } from './askOffice.ts';
import type { FormContext } from './fillForm.ts';
import { itemCalls } from './itemCalls.ts';
import type { OfficeLibrary } from './officeLibrary.ts';
import { readEvent } from './readEvent.ts';
import { readOpened } from './readOpened.ts';

/** What is opened beside the pane, through Office.js. `own` is the address of whoever is signed in to Outlook. */
export function createOutlookItems(
  office: OfficeLibrary,
  own: string | undefined,
  { clock, openPage }: { readonly clock: Pick<ClockPort, 'wait'>; readonly openPage: string },
): OutlookPort {
  const { EventType, SeriesTime } = office;
  const { mailbox, requirements } = office.context;
  const isSince = (version: string): boolean => requirements.isSetSupported('Mailbox', version);
  const context: FormContext = {
    ask: createAskOffice(clock),
    isSince,
    // Phones write them so already, and have no such function.
    restId: (id) => {
      const converted: unknown = mailbox?.convertToRestId?.(id, 'v2.0');
      return typeof converted === 'string' ? converted : id;
    },
    openPage,
    own,
    seriesTime: SeriesTime && (() => new SeriesTime()),
  };
  let turn = 0;
  let opened: OpenedNow = { ...readOpened(mailbox?.item, own), turn };
  const listeners = new Set<() => void>();
  const formListeners = new Set<() => void>();
  const listenToForm = (): void => {
    if (opened.kind !== 'event' || opened.mode !== 'compose' || !isSince('1.7')) return;
    const calls = itemCalls(mailbox?.item, context.ask);
    for (const event of [EventType?.RecipientsChanged, EventType?.AppointmentTimeChanged]) {
      if (typeof event !== 'string' || !calls.has('item', 'addHandlerAsync')) continue;
      const happened = (): void => tell(formListeners);
      // A client that refuses does not tell of changes; the pane has a button for looking again.
      calls.call('item', 'addHandlerAsync', [event, happened], new AbortController().signal).catch(() => {});
    }
  };
  const itemChanged = EventType?.ItemChanged;
  // Only a pinned pane outlives its item; before Mailbox 1.5 there is no such event.
  if (isSince('1.5') && typeof itemChanged === 'string')
    mailbox?.addHandlerAsync?.(itemChanged, () => {
      turn += 1;
      opened = { ...readOpened(mailbox.item, own), turn };
      listenToForm();
      tell(listeners);
    });
  listenToForm();

  return {
    opened: () => opened,
    onItemChange: (listener) => listenIn(listeners, listener),
    onFormChange: (listener) => listenIn(formListeners, listener),
    readEvent: (signal) =>
      ofOneItem(async (item) => {
        if (opened.kind !== 'event') throw new HostFailure('gone', 'no event');
        return readEvent(item, opened.mode, context, signal);
      }),
    fillForm: (fields, signal) =>
      ofOneItem(async (item) => {
        // Its names of time zones are large, and most panes fill nothing.
        const { fillForm } = await import(/* webpackChunkName: 'fill-form' */ './fillForm.ts');
        return fillForm(item, fields, context, signal);
      }),
  };

  /** What was asked of one item is no answer about another. */
  async function ofOneItem<T>(work: (item: unknown) => Promise<T>): Promise<T> {
    const item = mailbox?.item;
    const result = await work(item);
    if (mailbox?.item !== item) throw new HostFailure('gone', 'another item');
    return result;
  }
}

function listenIn(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function tell(listeners: ReadonlySet<() => void>): void {
  for (const listener of listeners) listener();
}
