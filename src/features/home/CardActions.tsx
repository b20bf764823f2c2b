import { Button, makeStyles } from '@fluentui/react-components';
import {
  CalendarLtrRegular,
  DrinkCoffeeRegular,
  NotepadRegular,
  LeafTwoRegular,
  VideoRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { MoreMenu } from '#components/MoreMenu.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import type { MetAnswer } from '#domain/mentorship/metLog.ts';
import type { Mentorship } from '#domain/mentorship/types.ts';
import type { IsoDay } from '#domain/time/types.ts';
import type { OccurrenceRecord } from '#ports/calendar.ts';
import type { HomeMend } from './homeProps.ts';
import { partnerName, wallOf, type HomeContext } from './homeText.ts';

/** What can become of single dates, by the day each was planned for. */
export interface DateParts {
  /** The date where something can still be done about it. */
  readonly find: (day: IsoDay) => OccurrenceRecord | undefined;
  readonly draw: (occurrence: OccurrenceRecord, opened: 'move' | undefined) => ReactNode;
  /** What mends a date at once, beside the sentence that says why. */
  readonly mend: ((mend: HomeMend) => ReactNode) | undefined;
}

/** What was said of past dates, by the day each was planned for. */
export interface MetParts {
  readonly said: (day: IsoDay) => MetAnswer | undefined;
  readonly say: (day: IsoDay, answer: MetAnswer | undefined) => void;
  readonly leave: (day: IsoDay) => void;
}

/** What can be done about a mentorship; undefined members have nothing behind them here and now. */
export interface MentorshipActions {
  readonly openCalendar: (() => void) | undefined;
  readonly join: (() => void) | undefined;
  readonly bookNext: (() => void) | undefined;
  readonly accept: (() => Promise<void>) | undefined;
  readonly notes: (() => void) | undefined;
  readonly dates: DateParts | undefined;
  /** Whether past dates took place. */
  readonly met: MetParts | undefined;
  readonly coffee: (() => void) | undefined;
  readonly seasons: (() => void) | undefined;
}

export interface CardActionsProps {
  readonly mentorship: Mentorship;
  readonly context: HomeContext;
  readonly actions: MentorshipActions;
  /** Opens the next date with new times for it. */
  readonly onMove: () => void;
}

/** Minutes before a meeting from which on joining is what one wants to do. */
const joinMinutes = 15;

/**
 * One outlined button a card, for what is most likely wanted: joining when it is time, the next season when this one is
 * over, else the prep notes. The rest is quiet, or in the menu.
 */
export function CardActions({ mentorship, context, actions, onMove }: CardActionsProps) {
  const classes = useStyles();
  const { words, format, now } = context;
  const { next } = mentorship.season;
  const partner = partnerName(mentorship, context);
  const isTime = next !== undefined && next.start - joinMinutes * 60_000 <= now && now < next.end;
  const canJoin = isTime && actions.join !== undefined;
  const isOver = mentorship.season.hint?.kind === 'ended' && mentorship.followsFrom === undefined;
  const canBook = isOver && actions.bookNext !== undefined;
  const hasMenu = actions.openCalendar ?? actions.coffee ?? actions.seasons ?? actions.join;
  if (!canBook && actions.notes === undefined && hasMenu === undefined) return null;
  const canMove = next !== undefined && next.start > now && actions.dates !== undefined;
  const nextDay = next === undefined ? undefined : format.day(wallOf(next, context).day, 'long');
  return (
    <div className={classes.actions}>
      {canJoin && (
        <Button
          icon={<VideoRegular />}
          className={classes.wide}
          aria-label={words.actions.joinSpoken({ partner })}
          onClick={actions.join}
        >
          {words.actions.join}
        </Button>
      )}
      {canBook && (
        <Button
          className={classes.wide}
          aria-label={words.actions.bookNextSpoken({ partner })}
          onClick={actions.bookNext}
        >
          {words.actions.bookNext}
        </Button>
      )}
      {actions.notes !== undefined && (
        <Button
          appearance={canJoin || canBook ? 'subtle' : 'secondary'}
          icon={<NotepadRegular />}
          className={classes.wide}
          aria-label={words.actions.notesSpoken({ day: nextDay, partner })}
          onClick={actions.notes}
        >
          {words.actions.notes}
        </Button>
      )}
      {canMove && (
        <Button
          appearance="subtle"
          aria-label={
            mentorship.season.isOrganizer
              ? words.actions.moveSpoken({ day: nextDay ?? '', partner })
              : words.actions.proposeSpoken({ day: nextDay ?? '', partner })
          }
          onClick={onMove}
        >
          {mentorship.season.isOrganizer ? words.actions.move : words.actions.propose}
        </Button>
      )}
      {hasMenu !== undefined && (
        <More partner={partner} canJoin={canJoin} context={context} actions={actions} />
      )}
    </div>
  );
}

interface MoreProps extends Pick<CardActionsProps, 'context' | 'actions'> {
  readonly partner: string;
  /** Joining stands outside already. */
  readonly canJoin: boolean;
}

/** What is wanted less often. */
function More({ partner, canJoin, context, actions }: MoreProps) {
  const { words } = context;
  const items = [
    { label: words.actions.seasons, icon: <LeafTwoRegular />, onChoose: actions.seasons },
    { label: words.actions.coffee, icon: <DrinkCoffeeRegular />, onChoose: actions.coffee },
    { label: words.actions.join, icon: <VideoRegular />, onChoose: canJoin ? undefined : actions.join },
    { label: words.actions.openCalendar, icon: <CalendarLtrRegular />, onChoose: actions.openCalendar },
  ];
  return (
    <MoreMenu
      label={words.actions.moreSpoken({ partner })}
      items={items.flatMap(({ onChoose, ...item }) =>
        onChoose === undefined ? [] : [{ ...item, onChoose }],
      )}
    />
  );
}

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    [narrowContainer]: { width: '100%' },
  },
  wide: { [narrowContainer]: { flexGrow: 1 } },
});
