import { useMemo, useState } from 'react';
import type { IsoDay } from '#domain/time/types.ts';
import type { OccurrenceRecord } from '#ports/calendar.ts';
import type { DateParts } from './CardActions.tsx';

/** Which date of a card stands open, by the day it was planned for: that stays when the date is moved. */
export interface OpenedDate {
  readonly day: IsoDay | undefined;
  /** What of it is open from the beginning. */
  readonly panel: 'move' | undefined;
  /** The date as it stands, or as it stood when it was opened: what became of it is told there even when it is gone. */
  readonly occurrence: OccurrenceRecord | undefined;
  readonly open: (day: IsoDay, panel?: 'move') => void;
  readonly close: () => void;
}

interface Opened {
  readonly day: IsoDay;
  readonly panel: 'move' | undefined;
  readonly before: OccurrenceRecord | undefined;
}

export function useOpenedDate(dates: DateParts | undefined): OpenedDate {
  const [opened, setOpened] = useState<Opened>();
  return useMemo(
    () => ({
      day: opened?.day,
      panel: opened?.panel,
      occurrence: opened && (dates?.find(opened.day) ?? opened.before),
      open: (day, panel) => setOpened({ day, panel, before: dates?.find(day) }),
      close: () => setOpened(undefined),
    }),
    [opened, dates],
  );
}
