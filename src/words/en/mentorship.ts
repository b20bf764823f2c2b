import { createPlural } from '../plural.ts';

const plural = createPlural('en');
const messages = (count: number): string =>
  count === 0 ? 'no message' : `${count} ${plural(count, { one: 'message', other: 'messages' })}`;

/** What becomes of one date, and of the mentorship as a whole. `partner` is how the other is called. */
export const mentorship = {
  date: {
    group: ({ day }: { day: string }) => `What becomes of ${day}`,
    move: 'Move',
    moveSpoken: ({ day }: { day: string }) => `Move ${day}. Opens other times`,
    propose: 'Propose a time',
    proposeSpoken: ({ day }: { day: string }) => `Propose a time instead of ${day}. Opens other times`,
    skip: 'Skip',
    skipSpoken: ({ day }: { day: string }) => `Skip ${day}. Shows other times first`,
    skipThis: 'Skip this one',
    skipThisSpoken: ({ day }: { day: string }) => `Skip this one, ${day}. Shows other times first`,
    tell: ({ partner }: { partner: string }) => `Tell ${partner}`,
    tellSpoken: ({ partner, day }: { partner: string; day: string }) => `Tell ${partner} about ${day}`,
    close: 'Close',
    closeSpoken: ({ day }: { day: string }) => `Close, ${day} stays as it is`,
    looking: 'Looking at both calendars…',
    tilesMove: ({ day }: { day: string }) => `A new time for ${day}`,
    tilesPropose: ({ day }: { day: string }) => `A time to propose instead of ${day}`,
    /** Spoken name of a tile: "Propose Wednesday 16 December, 14:00 to 15:00, both free. The day before, same hour". */
    tileSpoken: ({
      isMove,
      day,
      times,
      state,
      nearness,
    }: {
      isMove: boolean;
      day: string;
      times: readonly string[];
      state: string;
      nearness: string;
    }) => `${isMove ? 'Move to' : 'Propose'} ${[day, ...times, state].join(', ')}. ${nearness}`,
    beforeSkip: 'Before it goes: would another time do?',
    noMoves: 'No other time near it is free for both of you.',
    moveTo: ({ day, time }: { day: string; time: string }) => `Move to ${day}, ${time}`,
    proposeTime: ({ day, time }: { day: string; time: string }) => `Propose ${day}, ${time}`,
    skipAll: 'Skip it all the same',
    skipAllSpoken: ({ day }: { day: string }) => `Skip ${day} all the same`,
    take: 'Take it',
    quickSpoken: ({ label, day, to, partner }: { label: string; day: string; to: string; partner: string }) =>
      `${label}, instead of ${day}: ${to}. Sends ${partner} ${messages(1)}`,
    otherTimes: ({ count }: { count: number }) => `See ${count} other times`,
    otherTimesPlain: 'See other times',
    otherTimesSpoken: ({ day }: { day: string }) => `See other times for ${day}`,
    costs: {
      move: ({ partner }: { partner: string }) => `Sends ${partner} ${messages(1)}. You can undo it.`,
      skip: ({ partner }: { partner: string }) =>
        `Skipping sends ${partner} ${messages(1)}. A skipped date does not come back; a single meeting can take its place.`,
      propose: ({ partner }: { partner: string }) =>
        `Sends ${partner} ${messages(1)}. ${partner} is the organiser and decides.`,
      decline: ({ partner }: { partner: string }) =>
        `Skipping sends ${partner} ${messages(1)}, and the date leaves your calendar. The rest of the season stays.`,
    },
    stillComes: 'I can still come at the time as it stands',
    comment: ({ partner }: { partner: string }) => `A word to ${partner}, if you like`,
    sending: 'Sending…',
    undo: 'Undo',
    undoSpoken: ({ day, partner }: { day: string; partner: string }) =>
      `Undo, back to ${day}. Sends ${partner} ${messages(1)}`,
    done: {
      move: ({ day, time, partner }: { day: string; time: string; partner: string }) =>
        `Moved to ${day}, ${time}. ${partner} has your message.`,
      skip: ({ partner }: { partner: string }) => `Skipped. ${partner} has your message.`,
      propose: ({ day, time, partner }: { day: string; time: string; partner: string }) =>
        `You proposed ${day}, ${time}. ${partner} has your message and decides.`,
      decline: ({ partner }: { partner: string }) => `Declined, this one only. ${partner} has your answer.`,
      undone: ({ partner }: { partner: string }) => `Back where it was. ${partner} has been told.`,
    },
    changed:
      'This date has changed in the calendar meanwhile. Nothing was sent; what the calendar shows is right.',
    again: 'Microsoft 365 has not done it yet. Nothing was sent twice; try once more.',
    refused: 'The calendar does not let this date stand there. Nothing was sent; choose another time.',
    newlyTaken: ({ why }: { why: string }) =>
      `Somebody was quicker: ${why}. Nothing was sent; choose another time.`,
  },
  tell: {
    name: ({ partner, day }: { partner: string; day: string }) => `A few words to ${partner} about ${day}`,
    label: 'Your words',
    start: ({ day, time }: { day: string; time: string }) => `About our meeting on ${day} at ${time}: `,
    subject: ({ day }: { day: string }) => `Our meeting on ${day}`,
    mail: 'Open as a mail',
    chat: 'Open as a chat',
    nothingSent: 'Nothing is sent before you press Send there.',
  },
};
