import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { timeText } from '#components/timeText.ts';
import { partnerOf } from '#domain/mentorship/partnerOf.ts';
import type { OccurrenceRecord, SeriesRecord } from '#ports/calendar.ts';
import type { Person } from '#ports/people.ts';
import type { Services } from '#ports/services.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import { DeedResult } from './DeedResult.tsx';
import { MovePanel } from './MovePanel.tsx';
import { TellPanel } from './TellPanel.tsx';
import { useDateDeed } from './useDateDeed.ts';
import { useMoveLook } from './useMoveLook.ts';
import { useTimeContext } from './useTimeContext.ts';

/** What stands open below the buttons. */
export type DatePanel = 'move' | 'skip' | 'tell';

export interface DateActionsProps {
  readonly services: Services;
  readonly me: Pick<Person, 'address'>;
  readonly series: SeriesRecord;
  /** The date it is about, as it stands in one's own calendar. */
  readonly occurrence: OccurrenceRecord;
  /** After something was done, or when the date turned out to be another than it was shown: read the calendar again. */
  readonly onChanged: () => void;
  /** The panel that is open from the beginning. */
  readonly opened?: DatePanel | undefined;
  /** Where the screen has a filled button already, the one that sends is outlined. */
  readonly isQuiet?: boolean;
}

/**
 * What can become of one date, in the way the calendar allows: the organiser moves or skips it, the attendee proposes another
 * time or declines it; both can tell the other something. Skipping shows other times first. Nothing is sent before the last click,
 * and what it sends stands beside it.
 */
export function DateActions(props: DateActionsProps) {
  const { services, me, series, occurrence, onChanged, opened, isQuiet = false } = props;
  const classes = useStyles();
  const words = useWords();
  const texts = words.mentorship.date;
  const format = useFormat();
  const focusId = useId();
  const [panel, setPanel] = useState(opened);
  const { state: look, begin } = useMoveLook(onChanged);
  const { state: deed, act, undo, reset } = useDateDeed(onChanged);
  const partner = partnerOf(series, me.address);
  const schedules = look.kind === 'ready' ? look.schedules : [];
  const context = useTimeContext({ services, me, series, schedules, start: occurrence.start });
  const about = { services, me, series, occurrence };
  const open = (next: DatePanel): void => {
    reset();
    setPanel(next);
    if (next !== 'tell') begin(about);
  };
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current || opened === undefined || opened === 'tell') return;
    hasBegun.current = true;
    begin({ services, me, series, occurrence });
  }, [opened, begin, services, me, series, occurrence]);
  useFocusOn(focusId, panel === 'tell' || look.kind === 'ready' ? panel : undefined);
  const { day, time } = timeText(occurrence, context);
  const spokenDay = format.day(day, 'long');
  const { isOrganizer } = series;
  const buttons: readonly (readonly [DatePanel, string, string])[] = [
    isOrganizer
      ? ['move', texts.move, texts.moveSpoken({ day: spokenDay })]
      : ['move', texts.propose, texts.proposeSpoken({ day: spokenDay })],
    isOrganizer
      ? ['skip', texts.skip, texts.skipSpoken({ day: spokenDay })]
      : ['skip', texts.skipThis, texts.skipThisSpoken({ day: spokenDay })],
    [
      'tell',
      texts.tell({ partner: context.partner }),
      texts.tellSpoken({ partner: context.partner, day: spokenDay }),
    ],
  ];
  const isOver = deed.kind === 'done' || deed.kind === 'undone' || deed.kind === 'changed';
  return (
    <section aria-label={texts.group({ day: spokenDay })} className={classes.root}>
      {!isOver && (
        <div className={classes.buttons}>
          {buttons.map(([name, label, spoken]) => (
            <Button
              key={name}
              aria-label={spoken}
              aria-expanded={panel === name}
              className={mergeClasses(classes.button)}
              onClick={() => (panel === name ? setPanel(undefined) : open(name))}
            >
              <bdi>{label}</bdi>
            </Button>
          ))}
        </div>
      )}
      {!isOver && panel === 'tell' && partner !== undefined && (
        <TellPanel host={services.host} partner={partner} day={spokenDay} time={time} focusId={focusId} />
      )}
      {!isOver && (panel === 'move' || panel === 'skip') && (
        <MovePanel
          key={`${panel}-${look.kind}`}
          mode={panel}
          isOrganizer={isOrganizer}
          date={occurrence}
          look={look}
          context={context}
          now={services.clock.now()}
          isSending={deed.kind === 'sending'}
          isQuiet={isQuiet}
          focusId={focusId}
          onLookAgain={() => begin(about)}
          onAct={(wish) =>
            act({ about, deed: wish, lookedAt: look.kind === 'ready' ? look.at : undefined, context })
          }
        />
      )}
      <DeedResult
        state={deed.kind === 'idle' && look.kind === 'changed' ? { kind: 'changed' } : deed}
        context={context}
        onUndo={(back) => undo(about, back)}
      />
    </section>
  );
}

/** Focus goes to what was opened, once it is there. */
function useFocusOn(id: string, panel: DatePanel | undefined): void {
  useEffect(() => {
    if (panel !== undefined) document.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }, [id, panel]);
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  buttons: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(88px, 1fr))', gap: '8px' },
  button: { minWidth: 0, paddingInline: '8px' },
});
