import { textIn } from './gatherSides.ts';
import type { Owned } from './gatherSides.ts';
import { compareText, isMembers } from './json.ts';
import { isDay } from './noteId.ts';
import type { Agreement, Helper, Notes, Pair, SharedAnswer, Words } from './notesView.ts';
import { isTime, timeOf } from './stamp.ts';
import type { FirstQuestion, MeetingKind } from './types.ts';

/** The questions of the first conversation, in the order in which they are asked. */
export const firstQuestions: readonly FirstQuestion[] = [
  'wants',
  'needs',
  'howOften',
  'howCancel',
  'betweenUs',
  'limits',
  'howEnd',
];

const kinds: readonly MeetingKind[] = ['first', 'regular', 'review', 'closing'];

export function isMeetingKind(value: unknown): value is MeetingKind {
  return kinds.some((kind) => kind === value);
}

/** What each has written of something that a person has one of. */
export function readPair(owned: readonly Owned[]): Pair<Words> {
  return {
    mine: owned.find(({ by }) => by === 'mine')?.words,
    partner: owned.find(({ by }) => by === 'partner')?.words,
  };
}

export function readHelpers(owned: readonly Owned[]): readonly Helper[] {
  return owned.map((helper) => {
    const day = textIn(helper, 'day');
    return {
      ...helper.words,
      name: textIn(helper, 'name') ?? '',
      address: textIn(helper, 'address'),
      day: isDay(day) ? day : undefined,
    };
  });
}

/** All questions in order. A partner's answer is held back until one's own is shared. */
export function readAnswers(owned: readonly Owned[]): readonly SharedAnswer[] {
  return firstQuestions.map((question) => {
    const { mine, partner } = readPair(owned.filter((answer) => answer.id === `answer:${question}`));
    return {
      question,
      mine,
      partner: mine === undefined ? undefined : partner,
      hasPartnerShared: partner !== undefined,
    };
  });
}

/** Prompts in the pair's own words: of two wordings the later. */
export function readPrompts(owned: readonly Owned[]): Notes['prompts'] {
  const prompts = new Map<MeetingKind, Words>();
  const byAge = owned.toSorted(
    (a, b) => compareText(timeOf(a.words.stamp), timeOf(b.words.stamp)) || compareText(a.person, b.person),
  );
  for (const entry of byAge) {
    const kind = textIn(entry, 'kind');
    if (isMeetingKind(kind)) prompts.set(kind, entry.words);
  }
  return prompts;
}

interface Wording {
  readonly text: string;
  /** When its author took it on. */
  readonly at: string;
}

/**
 * What both have is agreed: their wordings now, or, where one proposes another, what that one says was agreed before, if the other still has it. Nobody can make the other
 * agree, since each half holds its own author's word.
 */
export function readAgreement(owned: readonly Owned[]): Agreement {
  const { mine, partner } = readPair(owned);
  const own = wordingsOf(owned.find(({ by }) => by === 'mine'));
  const others = wordingsOf(owned.find(({ by }) => by === 'partner'));
  const common = own.flatMap((wording) =>
    others.filter((other) => isSameText(wording.text, other.text)).map((other) => later(wording, other)),
  );
  // An empty wording proposes nothing.
  const proposals = [mine, partner].filter((words) => words !== undefined && plain(words.text) !== '').length;
  const isAgreed = proposals === 2 && isSameText(mine?.text ?? '', partner?.text ?? '');
  const agreed = isAgreed ? common[0] : proposals === 0 ? undefined : latestOf(common);
  const state = isAgreed ? 'agreed' : proposals === 0 ? 'none' : proposals === 1 ? 'proposed' : 'differs';
  return { mine, partner, agreed, state };
}

/** The wording that counts, then what was agreed before it. Empty ones agree to nothing. */
function wordingsOf(owned: Owned | undefined): readonly Wording[] {
  if (owned === undefined) return [];
  const { before } = owned.content;
  const now = { text: owned.words.text, at: timeOf(owned.words.stamp) };
  const wordings =
    isMembers(before) && typeof before['text'] === 'string' && isTime(before['at'])
      ? [now, { text: before['text'], at: before['at'] }]
      : [now];
  return wordings.filter(({ text }) => text.trim() !== '');
}

function latestOf(wordings: readonly Wording[]): Wording | undefined {
  return wordings.toSorted((a, b) => compareText(b.at, a.at) || compareText(b.text, a.text))[0];
}

/** Line ends and trailing blanks do not make another agreement. */
function isSameText(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return text.replaceAll(/[ \t]*\r?\n/g, '\n').trim();
}

/** The second yes; of two of the same time the text that sorts last, so that both sides show one. */
function later(a: Wording, b: Wording): Wording {
  return (compareText(a.at, b.at) || compareText(a.text, b.text)) >= 0 ? a : b;
}
