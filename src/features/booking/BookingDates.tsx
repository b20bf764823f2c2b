import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Placeholder } from '#components/Placeholder.tsx';
import { PageHeading } from '#components/PageHeading.tsx';
import { callName } from '#domain/text/callName.ts';
import { useFormat } from '#words/FormatContext.ts';
import { useWords } from '#words/Words.ts';
import type { BookingStepsProps } from './BookingSteps.tsx';
import { differingHours, timeText } from '#components/timeText.ts';
import { weekdaysText, type DatesContext } from './dates/datesText.ts';
import { DatesStep } from './dates/DatesStep.tsx';
import { SendsCard, type Message } from './dates/SendsCard.tsx';
import { useIsNarrow } from './frame/useIsNarrow.ts';
import { proposedWords, subjectOf } from './invitation.ts';
import { NotRead } from './NotRead.tsx';

/** The dates of the booking, and beside them all that the partner receives. */
export function BookingDates(props: BookingStepsProps) {
  const { booking, me, readNow } = props;
  const words = useWords().booking;
  const format = useFormat();
  const classes = useStyles();
  const { state, dispatch, query, preview, rows, zone, partnerHours } = booking;
  const { view, choices } = state;
  const { partner } = choices;
  const [column, isNarrow] = useIsNarrow();
  const context = useMemo(
    (): DatesContext => ({
      words,
      format,
      partner: partner === undefined ? '' : callName(partner),
      isMe: (id) => id.toLowerCase() === me.address.toLowerCase(),
      zone,
      partnerHours: differingHours(
        partnerHours,
        rows.map((row) => row.date.start),
        zone,
      ),
    }),
    [words, format, partner, me, zone, partnerHours, rows],
  );
  if (state.reading.kind === 'failed') return <NotRead {...props} />;
  if (view.kind !== 'dates' || query === undefined || preview === undefined || partner === undefined)
    return (
      <>
        <PageHeading focusKey="dates">{words.dates.heading}</PageHeading>
        <div aria-hidden="true" className={classes.skeleton}>
          {skeletonRows.map((row) => (
            <Placeholder key={row} size={24} />
          ))}
        </div>
      </>
    );

  const place =
    choices.season.place.kind === 'words'
      ? choices.season.place.text
      : words.sends.places[choices.season.place.kind];
  const messages: Message[] = [
    {
      key: 'invitation',
      kind: 'invitation',
      text: words.sends.invitationLine({
        subject: subjectOf(me, partner, context),
        dates: words.sends.weekdaysCount({
          count: rows.length,
          weekdays: weekdaysText(preview.slot, words, format),
        }),
        place,
      }),
    },
    ...rows.flatMap(({ date, effect }): Message[] => {
      const day = format.day(date.day, 'medium');
      if (effect?.kind === 'skip')
        return [{ key: date.day, kind: 'skipped', text: words.sends.skippedLine({ day }) }];
      if (effect?.kind !== 'move') return [];
      const to = timeText(effect.to, context);
      const isSameDay = to.day === date.day;
      const toDay = format.day(to.day, 'medium');
      const text = isSameDay
        ? words.sends.movedSameDay({ to: toDay, time: to.time })
        : words.sends.movedLine({ to: toDay, from: format.day(date.day, 'short') });
      return [{ key: date.day, kind: 'moved', text }];
    }),
  ];
  return (
    <div ref={column}>
      <DatesStep
        preview={preview}
        rows={rows}
        query={query}
        opened={view.opened}
        changed={view.changed}
        now={readNow()}
        context={context}
        aside={
          <SendsCard
            messages={messages}
            text={
              choices.words ??
              proposedWords(
                preview.slot,
                preview.dates.map((date) => date.day),
                context,
              )
            }
            onText={(text) => dispatch({ kind: 'wordsChanged', words: text })}
            meetings={rows.length}
            isFoldable={isNarrow}
            context={context}
          />
        }
        onOpen={(day) => dispatch({ kind: 'dateOpened', day })}
        onDecide={(decision, next) => dispatch({ kind: 'decided', decision, next })}
        onForget={(day) => dispatch({ kind: 'undecided', day })}
      />
    </div>
  );
}

const skeletonRows = ['1', '2', '3', '4', '5', '6', '7', '8'];

const useStyles = makeStyles({
  skeleton: {
    display: 'flex',
    flexDirection: 'column',
    gap: '18px',
    marginBlockStart: '24px',
    maxWidth: '720px',
  },
});
