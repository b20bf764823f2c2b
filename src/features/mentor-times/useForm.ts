import { useCallback, useEffect, useRef, useState } from 'react';
import { HostFailure, type MailEvent, type OutlookPort } from '#ports/outlook.ts';

/** What is known of the form. While it is read again, what was read before stays. */
export type FormReading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly event: MailEvent }
  | { readonly kind: 'failed'; readonly failure: HostFailure };

/** Reads the form of the event, and again when its people or time change. */
export function useForm(outlook: OutlookPort): {
  readonly form: FormReading;
  readonly readAgain: () => void;
} {
  const [form, setForm] = useState<FormReading>({ kind: 'reading' });
  const reading = useRef<AbortController>(undefined);
  const readAgain = useCallback(() => {
    reading.current?.abort();
    const stop = new AbortController();
    reading.current = stop;
    const read = async (): Promise<void> => {
      try {
        const event = await outlook.readEvent(stop.signal);
        if (!stop.signal.aborted) setForm({ kind: 'ready', event });
      } catch (error) {
        if (stop.signal.aborted) return;
        setForm({ kind: 'failed', failure: asHostFailure(error) });
      }
    };
    void read();
  }, [outlook]);
  useEffect(() => {
    readAgain();
    const stopListening = outlook.onFormChange(readAgain);
    return () => {
      stopListening();
      reading.current?.abort();
    };
  }, [outlook, readAgain]);
  return { form, readAgain };
}

export function asHostFailure(error: unknown): HostFailure {
  return error instanceof HostFailure
    ? error
    : new HostFailure('refused', error instanceof Error ? error.name : 'unknown', { cause: error });
}
