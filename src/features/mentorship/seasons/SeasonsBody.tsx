import { Link, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { endingOf, type Ending } from '#domain/mentorship/endingOf.ts';
import { partnerOf } from '#domain/mentorship/partnerOf.ts';
import { trialDate } from '#domain/mentorship/trialDate.ts';
import { toWall } from '#domain/time/wallClock.ts';
import type { OccurrenceRecord } from '#ports/calendar.ts';
import type { SeasonWish } from '../seasonWish.ts';
import { ClosePart } from './ClosePart.tsx';
import { EndResult } from './EndResult.tsx';
import { GoOn } from './GoOn.tsx';
import { History } from './History.tsx';
import { Notice } from './Notice.tsx';
import type { SeasonsScreenProps } from './SeasonsScreen.tsx';
import { dayOf, type SeasonsContext } from './seasonsText.ts';
import { textBlock } from './styles.ts';
import { useEnding, type EndWish } from './useEnding.ts';
import type { SeasonsSeen } from './useSeasons.ts';

export interface SeasonsBodyProps extends SeasonsScreenProps {
  readonly seen: SeasonsSeen;
  readonly context: SeasonsContext;
  readonly reload: () => void;
}

/** What stands below the heading once the seasons are read. */
export function SeasonsBody(props: SeasonsBodyProps) {
  const { services, me, mentorshipId, seen, context, reload, onBook, onNotes, onGuide } = props;
  const classes = useStyles();
  const words = context.words.seasons;
  const { mentorship, seasons, meetings } = seen;
  const now = services.clock.now();
  const today = toWall(now, context.zone).day;
  const book = useEnding(services, mentorshipId, reload);
  const [isClosing, setClosing] = useState(false);
  const season = mentorship?.season;
  const series = meetings.series.find((each) => each.id === season?.seriesId);
  const own = meetings.occurrences.filter((each) => each.seriesId === series?.id);
  const toEnd = series && { series, occurrences: own };
  const ahead = own
    .filter((each) => each.start > now && !each.isCancelled)
    .toSorted((one, other) => one.start - other.start);
  const partner = series && partnerOf(series, me.address);
  const endingAfter = (date: OccurrenceRecord | undefined): Ending =>
    series === undefined ? { kind: 'nothing' } : endingOf(series, own, date?.start ?? now, now);
  const end = (wish: Omit<EndWish, 'season'>, after?: () => void): void =>
    book.end({ season: toEnd, ...wish }, after);
  const bookAs = (wish: SeasonWish): void => {
    if (partner === undefined) return;
    onBook({ id: undefined, ...partner, jobTitle: undefined, kind: 'person' }, meetings, wish);
  };
  const isDeclined = season?.hint?.kind === 'declinedByPartner';
  const isOver = book.state.kind === 'done' || book.state.kind === 'together';
  const isSending = book.state.kind === 'sending';
  const trial = season && trialDate(season, now);
  const last = ahead.at(-1);
  const { restsUntil } = book.memory;
  const longDay = (date: { readonly start: number }): string =>
    context.format.day(dayOf(date, context), 'long');
  return (
    <>
      <EndResult book={book} context={context} />
      {restsUntil !== undefined && ahead.length === 0 && (
        <Notice
          title={words.goOn.rest}
          text={words.goOn.resting({ day: context.format.day(restsUntil, 'dateYear') })}
          button={words.goOn.takeUp}
          onClick={() => {
            book.forgetRest();
            bookAs({ startDay: restsUntil > today ? restsUntil : today, cadence: season?.cadence });
          }}
        />
      )}
      {trial !== undefined && (
        <Notice title={words.trial.title} text={words.trial.text({ day: longDay(trial) })} />
      )}
      {last !== undefined && !isOver && (
        <Notice
          title={words.review.title}
          text={words.review.text({ day: longDay(last) })}
          button={onNotes && words.review.notes}
          onClick={() => onNotes?.(meetings, last.originalDay)}
        />
      )}
      {partner !== undefined && season !== undefined && !isDeclined && (
        <GoOn
          context={context}
          today={today}
          cadence={season.cadence}
          isOrganizer={season.isOrganizer}
          ahead={ahead}
          endingAfter={endingAfter}
          isSending={isSending}
          onBook={bookAs}
          onEndAndBook={(ending, wish) => end({ ending, words: undefined }, () => bookAs(wish))}
          onRest={(ending, until) => end({ ending, words: undefined, restsUntil: until })}
          onClose={() => setClosing(true)}
        />
      )}
      {(isClosing || isDeclined) && !isOver && (
        <ClosePart
          context={context}
          me={me.name}
          ending={endingAfter(undefined)}
          isFinishing={isDeclined}
          isSending={isSending}
          onClose={(text) => end({ ending: endingAfter(undefined), words: text === '' ? undefined : text })}
        />
      )}
      {partner !== undefined && season?.isOrganizer === false && (
        <Notice
          title={words.takeOver.title({ partner: context.partner })}
          text={words.takeOver.text}
          button={words.takeOver.button}
          onClick={() => bookAs({ startDay: today, cadence: season.cadence })}
        />
      )}
      {seasons.length > 0 && (
        <History seasons={seasons} context={context} readNow={() => services.clock.now()} />
      )}
      {onGuide !== undefined && (
        <p className={classes.text}>
          <Link as="button" onClick={() => onGuide('seasons')}>
            {context.words.guide.pages.seasons.title}
          </Link>
          <span aria-hidden="true"> · </span>
          <Link as="button" onClick={() => onGuide('no-fit')}>
            {context.words.guide.pages['no-fit'].title}
          </Link>
        </p>
      )}
    </>
  );
}

const useStyles = makeStyles({ text: textBlock });
