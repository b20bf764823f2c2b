import { createPlural } from '../plural.ts';

const plural = createPlural('en');
const items = (count: number): string => `${count} ${plural(count, { one: 'item', other: 'items' })}`;

/** Prep notes. `partner` is how the other is called; `day` a date in words. */
export const notes = {
  heading: ({ day, partner }: { day: string; partner: string }) => `${day}, with ${partner}`,
  headingNoDate: ({ partner }: { partner: string }) => `Notes with ${partner}`,
  eyebrow: ({ season, index, count }: { season: string; index: number; count: number }) =>
    `Prep notes · ${season}, meeting ${index} of ${count}`,
  eyebrowPlain: 'Prep notes',
  season: ({ number }: { number: number }) => `Season ${number}`,
  seasonUnknown: 'This season',
  sentence: ({ parts }: { parts: readonly string[] }) => parts.join(', '),
  when: ({ time, when }: { time: string; when: string }) => `${time}. ${when}.`,
  forPartner: ({ time, partner }: { time: string; partner: string }) => `${time} for ${partner}`,
  states: {
    past: 'past',
    'to-come': 'to come',
    cancelled: 'called off',
    gone: 'not in the calendar',
    next: 'next meeting',
  },
  nav: {
    name: 'Meetings',
    earlier: 'Earlier',
    later: 'Later',
    to: ({ day, state }: { day: string; state: string }) => `${day}, ${state}`,
    spokenEarlier: ({ day, state }: { day: string; state: string }) => `Earlier meeting: ${day}, ${state}`,
    spokenLater: ({ day, state }: { day: string; state: string }) => `Later meeting: ${day}, ${state}`,
  },
  loading: 'Opening the notes',
  windowTitle: ({ heading }: { heading: string }) => `${heading} · Mentor Meetings`,
  noMeeting: 'There is no meeting yet. Notes begin with the first date.',
  needsOneDrive:
    'Notes live in your OneDrive. Allowing this app to write there is yours to decide; nothing is shared by it.',
  back: 'Back to your mentorships',

  agenda: {
    title: 'To talk about',
    shared: 'Shared',
    sharedWith: ({ partner }: { partner: string }) => `Shared with ${partner}`,
    lastWrote: ({ partner, time }: { partner: string; time: string }) =>
      `Shared with ${partner}, who last wrote at ${time}`,
    lastWroteOn: ({ partner, day }: { partner: string; day: string }) =>
      `Shared with ${partner}, who last wrote on ${day}`,
    list: 'Agenda',
    carriedOver: 'Carried over',
    carriedList: 'Carried over from earlier meetings',
    from: ({ day }: { day: string }) => `from ${day}`,
    add: 'Add a question, a topic or an update',
    addShort: 'Add a question or topic',
    addSpoken: 'Add to the agenda. Enter adds it',
    types: { topic: 'Topic', question: 'Question', update: 'Update' },
    typeSpoken: ({ type }: { type: string }) => `Kind: ${type}. Change`,
    by: ({ type, author }: { type: string; author: string }) => `${type} · ${author}`,
    talked: ({ text }: { text: string }) => `Talked about: ${text}`,
    edit: ({ text }: { text: string }) => `Change: ${text}`,
    text: 'Text',
    more: ({ text }: { text: string }) => `More for: ${text}`,
    move: ({ text, place, count }: { text: string; place: number; count: number }) =>
      `Move: ${text}. Place ${place} of ${count}. Arrow keys move it`,
    moved: ({ text, place, count }: { text: string; place: number; count: number }) =>
      `${text} moved to place ${place} of ${count}`,
    moveUp: 'Move up',
    moveDown: 'Move down',
    letGo: 'Let go',
    letGoSpoken: ({ text }: { text: string }) => `Let go of: ${text}`,
    letGoDone: ({ text }: { text: string }) => `Let go: ${text}`,
    remove: 'Remove',
    removed: ({ text }: { text: string }) => `Removed: ${text}`,
    addRemark: 'Add a remark',
    remark: 'Remark',
    remarkSpoken: ({ text }: { text: string }) => `Your remark on: ${text}`,
    openLink: ({ title }: { title: string }) => `Open ${title}`,
    also: 'Also written on another device:',
    keepThis: 'Keep this one instead',
    keepFirst: 'Keep the first',
    carriedOn: ({ day }: { day: string }) => `carried on to ${day}`,
    empty: 'Nothing yet. What would you like to talk about?',
    prompt: ({ text }: { text: string }) => `Use as a topic: ${text}`,
    you: 'You',
  },
  kinds: {
    label: 'Kind of meeting',
    first: 'First conversation',
    regular: 'Regular meeting',
    review: 'Review of the season',
    closing: 'Closing meeting',
    editPrompts: 'Change the suggestions',
    promptsTitle: ({ kind }: { kind: string }) => `Suggestions for: ${kind}`,
    promptsHint: 'One a line. They show while the agenda is empty, to both of you.',
    donePrompts: 'Done',
  },
  /** Suggestions while an agenda is empty, one a line, by the kind of meeting. */
  prompts: {
    first: [
      'What brings each of us here?',
      'What should be different at the end of this season?',
      'How often do we meet, and how do we cancel?',
      'What stays between us?',
    ],
    regular: [
      'What has happened since last time?',
      'What is hard just now?',
      'What is one thing to try next?',
    ],
    review: [
      'What did we want from this season?',
      'What worked, and what did not?',
      'Keep on, taper, pause or close?',
    ],
    closing: ['What do we take along?', 'What was worth it?', 'How do we stay in touch, if at all?'],
  },

  actions: {
    title: 'Who does what',
    sum: ({ open, done }: { open: number; done: number }) =>
      done > 0 ? `${open} open, ${done} done` : `${open} open`,
    list: 'Actions',
    add: 'Add an action',
    addSpoken: 'Add an action. Enter adds it',
    done: ({ text }: { text: string }) => `Done: ${text}`,
    by: ({ who }: { who: string }) => who,
    byUntil: ({ who, day }: { who: string; day: string }) => `${who} · by ${day}`,
    doneOn: ({ who, day }: { who: string; day: string }) => `${who} · done ${day}`,
    who: 'Who',
    both: 'Both',
    due: 'By when',
    noDay: 'No day',
    openTitle: 'Open actions',
    noneOpen: 'Nothing is open.',
  },
  summary: {
    title: 'In short',
    shared: 'Shared',
    mine: 'Your two lines',
    placeholder: 'After the meeting: two lines that both can stand by',
    theirs: ({ partner }: { partner: string }) => `${partner}’s two lines`,
  },
  private: {
    title: 'Only for you',
    label: 'Private notes',
    where: ({ partner }: { partner: string }) =>
      `In your own OneDrive, shared with nobody, ${partner} and your coordinator included. Administrators of your organisation can open its OneDrives.`,
    hidden: ({ count }: { count: number }) =>
      count === 0 ? 'empty' : `${count} ${plural(count, { one: 'paragraph', other: 'paragraphs' })}, hidden`,
    show: 'Show private notes',
    hide: 'Hide private notes',
  },
  asking: {
    mine: 'How you like to be asked',
    placeholder: 'Questions welcome between meetings, I answer within two days',
    theirs: ({ partner, text }: { partner: string; text: string }) => `${partner}: ${text}`,
    label: ({ partner }: { partner: string }) => `How ${partner} likes to be asked`,
  },
  turn: {
    title: 'Your turn?',
    agendaMine: ({ partner }: { partner: string }) =>
      `You brought the last agenda. Perhaps ${partner} begins this time. Only you see this.`,
    agendaPartner: ({ partner }: { partner: string }) =>
      `${partner} brought the last agenda. Perhaps you begin this time. Only you see this.`,
    proposedMine: ({ partner }: { partner: string }) =>
      `You proposed these meetings. ${partner} might like to propose the next.`,
    proposedPartner: ({ partner }: { partner: string }) => `${partner} proposed these meetings.`,
  },

  save: {
    saving: 'Saving…',
    saved: ({ time }: { time: string }) => `Saved ${time}`,
    nothing: 'Saved',
    kept: 'Kept on this device',
    offline: 'Offline, kept on this device',
    failed: ({ why }: { why: string }) => `Could not save: ${why} Kept on this device.`,
    failedNotKept: ({ why }: { why: string }) =>
      `Could not save: ${why} This device has no room either: leave this page open, or copy the text.`,
    why: {
      full: 'your OneDrive is full.',
      locked: 'the file is open somewhere else.',
      'signed-out': 'your sign-in has ended.',
      refused: 'OneDrive does not let you write there.',
      'not-found': 'the folder is not there any more.',
      throttled: 'OneDrive asks us to wait.',
      'needs-consent': 'your permission is needed first.',
      'needs-admin': 'it waits for your administrator.',
      conflict: 'it was written at the same moment.',
      changed: 'it was written at the same moment.',
      other: 'OneDrive does not answer.',
    },
    again: 'Save again',
    allow: 'Allow OneDrive',
    signIn: 'Sign in',
    blocked: ({ why }: { why: string }) => `Your own notes file ${why}, so nothing is written over it.`,
    replace: 'Write it anew',
    replaceHint: 'OneDrive keeps the earlier version.',
  },
  /** Why a file cannot be read; continues "The file …". */
  refused: {
    empty: 'is empty',
    'cut-short': 'ends in the middle',
    damaged: 'is damaged',
    'not-notes': 'holds something else',
    'too-large': 'is too large to be notes',
    'newer-version': 'was written by a newer version of this app',
    'other-mentorship': 'belongs to another mentorship',
    'other-season': 'belongs to another season',
    'other-author': 'says that somebody else wrote it',
  },
  partner: {
    cannotOpen: ({ partner, why }: { partner: string; why: string }) =>
      `${partner}’s notes cannot be opened: ${why}`,
    why: {
      'no-place': 'not shared yet.',
      gone: 'the folder is not there any more.',
      'not-shared': 'they are not shared with you (any more).',
      'needs-consent':
        'OneDrive asks for a larger permission before it opens files that others share with you.',
      'needs-admin':
        'opening files that others share waits for your administrator. Your own notes work all the same.',
      foreign:
        'the invitation leads to a third person’s files. Nothing of it is shown, nothing is written there.',
      'not-theirs': 'somebody else wrote over them.',
      unreachable: 'OneDrive does not answer just now.',
    },
    file: ({ why }: { why: string }) => `the file ${why}.`,
    copy: ({ day }: { day: string }) => `This is the copy of ${day}.`,
    noCopy: 'There is no copy yet.',
    waits: ({ partner }: { partner: string }) =>
      `What you write is kept in your own OneDrive and joins ${partner}’s when they share.`,
    ask: ({ partner }: { partner: string }) => `Ask ${partner}`,
    askText: ({ partner }: { partner: string }) =>
      `Hello ${partner}, could you open our prep notes once in Mentor Meetings and share them? Then I can read them too.`,
    askSubject: 'Our prep notes',
    allow: 'Allow it',
    look: 'Look again',
    nothingYet: ({ partner }: { partner: string }) => `${partner} has not written here yet.`,
  },
  seen: ({ time }: { time: string }) => `This is what this device saw at ${time}.`,
  sharing: {
    notShared: ({ partner }: { partner: string }) =>
      `Not shared with ${partner}. Only you can read these notes.`,
    notAllowed: ({ partner }: { partner: string }) =>
      `Your organisation does not let you share with ${partner}. Your own notes work all the same.`,
    share: ({ partner }: { partner: string }) => `Share with ${partner}`,
    stop: 'Stop sharing',
    stopTitle: ({ partner }: { partner: string }) => `Stop sharing with ${partner}?`,
    stopText: ({ partner }: { partner: string }) =>
      `${partner} can no longer open the folder. What ${partner} has read stays: a copy of both halves lies in their own OneDrive. You can share again at any time.`,
    stopped: ({ partner }: { partner: string }) => `No longer shared with ${partner}.`,
    keep: 'Keep sharing',
  },
  link: {
    missing: ({ partner }: { partner: string }) =>
      `${partner} cannot find these notes from the invitation yet: it was sent before they were there.`,
    update: 'Update the invitation',
    cost: ({ partner, count }: { partner: string; count: number }) =>
      count === 1
        ? `Updating it sends ${partner} 1 message.`
        : `Updating it sends ${partner} up to ${count} messages: the invitation, and each date that was moved or skipped.`,
    done: 'The invitation leads to the notes now.',
    failed: 'The invitation could not be updated.',
  },

  more: {
    menu: 'More for these notes',
    copy: 'Copy as text',
    copied: 'Copied.',
    download: 'Download as Markdown',
    print: 'Print',
    history: 'All meetings and open actions',
    join: 'Join',
    first: 'First conversation',
    someoneElse: 'Someone else for this',
    withPrivate: 'Private notes are left out.',
  },
  export: {
    title: ({ partner }: { partner: string }) => `Mentor meetings with ${partner}`,
    letGo: 'let go',
    alsoWritten: 'also written',
    due: ({ day }: { day: string }) => `by ${day}`,
    fileName: ({ partner, day }: { partner: string; day: string }) => `Notes with ${partner} ${day}.md`,
  },
  history: {
    title: 'All meetings',
    heading: ({ partner }: { partner: string }) => `All meetings with ${partner}`,
    search: 'Search the notes',
    found: ({ count }: { count: number }) => `${items(count)} found`,
    what: { item: 'Agenda', action: 'Action', summary: 'In short', remark: 'Remark' },
    noDate: 'No date yet',
    meetings: 'Meetings',
    open: ({ day }: { day: string }) => `Open the notes of ${day}`,
    count: ({ count }: { count: number }) => items(count),
    close: 'Back to the notes',
    download: 'Download everything as Markdown',
  },
  first: {
    heading: ({ partner }: { partner: string }) => `First conversation with ${partner}`,
    sentence:
      'Each of you answers alone. An answer is private until you share it; when both have shared, they stand side by side.',
    questions: {
      wants: 'What do you want from this mentorship?',
      needs: 'What do you need from the other?',
      howOften: 'How often would you like to meet, and for how long?',
      howCancel: 'How do we move or cancel a meeting?',
      betweenUs: 'What stays between us?',
      limits: 'What is not part of it?',
      howEnd: 'How would we end it, if it does not fit?',
    },
    share: 'Share this answer',
    shareSpoken: ({ question }: { question: string }) => `Share your answer: ${question}`,
    unshare: 'Take it back',
    shared: 'Shared',
    private: 'Private',
    waiting: ({ partner }: { partner: string }) => `${partner} has not shared an answer yet.`,
    hasShared: ({ partner }: { partner: string }) =>
      `${partner} has shared an answer. It shows when you share yours.`,
    agreement: 'Our agreement',
    agreementHint: 'One page. It is agreed when both of you have the same text.',
    draft: 'Make a first draft of the answers',
    mine: 'Your wording',
    theirs: ({ partner }: { partner: string }) => `${partner}’s wording`,
    take: ({ partner }: { partner: string }) => `Agree to ${partner}’s wording`,
    states: {
      none: 'Nothing is agreed yet.',
      proposed: 'One of you has proposed a text.',
      differs: 'Your texts differ.',
      agreed: 'Agreed.',
    },
    agreedOn: ({ day }: { day: string }) => `Agreed on ${day}.`,
    agreedText: 'What is agreed',
    close: 'Back to the notes',
  },

  next: {
    title: 'For next time',
    label: 'For next time: a question, also a silly one',
    placeholder: 'A question, also a silly one',
    where: 'For whom',
    with: ({ partner, day }: { partner: string; day: string }) => `${partner}, ${day}`,
    withNoDate: ({ partner }: { partner: string }) => `${partner}, next meeting`,
    keep: 'Keep',
    canRead: ({ partner }: { partner: string }) =>
      `${partner} can read it. Keep it to yourself in the private notes.`,
    kept: ({ day }: { day: string }) => `Kept for ${day}`,
    keptNoDate: 'Kept for the next meeting',
  },
  pane: {
    allNotes: 'All notes in Teams',
    foot: 'Notes',
    notSure: ({ day }: { day: string }) => `We think this is the meeting of ${day}.`,
  },
  undo: 'Undo',
  noMentorship: 'This mentorship is not in your calendar (any more). Its notes are still here.',
  someone: 'your partner',
};
