import { parsers } from 'prettier/plugins/markdown';
import { markdownLink, markdownText, plainText } from '#domain/notes/escapeText.ts';
import { putAction, putItem, putRemark, putSummary } from '#domain/notes/editEntries.ts';
import { finish, tick } from '#domain/notes/editMarks.ts';
import { notesAsMarkdown, notesAsText } from '#domain/notes/exportNotes.ts';
import type { ExportWords, ExportedNotes } from '#domain/notes/exportNotes.ts';
import { mergeHalves } from '#domain/notes/mergeHalves.ts';
import { mergeOwnDevices } from '#domain/notes/mergeOwnDevices.ts';
import type { Notes, Words } from '#domain/notes/notesView.ts';
import type { Half } from '#domain/notes/types.ts';
import { at, calendarOf, dana, halfOf, meetingOn, morgan, penAt, sideOf } from './notesFixtures.ts';
import { hostileTexts } from './hostileTexts.ts';

const [past, next] = ['2026-11-19', '2026-12-03'] as const;
const calendar = calendarOf(meetingOn(past), meetingOn(next));

const words: ExportWords = {
  title: 'Morgan and Dana',
  toTalkAbout: 'To talk about',
  carriedOver: 'Carried over',
  whoDoesWhat: 'Who does what',
  inShort: 'In short',
  onlyForYou: 'Only for you',
  letGo: 'let go',
  alsoWritten: 'Also written',
  name: (who) => (who === 'mine' ? 'Morgan' : 'Dana'),
  type: (type) => ({ topic: 'Topic', question: 'Question', update: 'Update' })[type],
  day: (day) => `the ${day}`,
  from: (day) => `from ${day}`,
  due: (day) => `by ${day}`,
  doers: (people) => people.map((person) => (person === morgan ? 'Morgan' : 'Dana')).join(' and '),
  list: (parts) => parts.join(', '),
};

function viewOf(mine: Half, partner: Half): Notes {
  return mergeHalves(sideOf(mine), sideOf(partner), calendar, at('2026-11-23T09:00'));
}

function exported(view: Notes, privateText?: Words): ExportedNotes {
  return {
    meetings: view.meetings,
    dayOf: (note) => view.byNote.get(note)?.day,
    privateTexts: (note) => (note === next && privateText !== undefined ? [privateText] : []),
  };
}

function story(): Notes {
  const draft = { id: 'q1', type: 'question', note: past } as const;
  const phone = putItem(halfOf(morgan), { ...draft, text: 'IATUL or LIBER?' }, penAt('2026-11-18T09:00'));
  const laptop = putItem(halfOf(morgan), { ...draft, text: 'Which first?' }, penAt('2026-11-17T09:00', 'w2'));
  let mine = mergeOwnDevices(phone, laptop);
  const link = { title: 'Re: survey [draft]', url: 'https://outlook.office.com/mail/(1)' };
  mine = putItem(
    mine,
    { id: 'q2', type: 'topic', text: 'A sample of 40\nis small', note: next, link },
    penAt('2026-11-20T09:00'),
  );
  mine = putAction(
    mine,
    { id: 'a1', text: 'Send the draft', note: past, who: [morgan], due: '2026-12-01' },
    penAt('2026-11-19T15:00'),
  );
  mine = putSummary(mine, past, 'First line.\n\nSecond paragraph.', penAt('2026-11-19T16:00'));
  let partner = putRemark(halfOf(dana), { id: 'r1', on: 'q1', text: 'LIBER' }, penAt('2026-11-19T09:00'));
  partner = putItem(
    partner,
    { id: 'q3', type: 'update', text: 'Funded', note: past },
    penAt('2026-11-18T10:00'),
  );
  const before = viewOf(mine, partner);
  const funded = before.items.find(({ id }) => id === 'q3');
  const sent = before.actions.find(({ id }) => id === 'a1');
  if (funded === undefined || sent === undefined) throw new Error('the story is not told');
  partner = tick(partner, funded, past, penAt('2026-11-19T14:30'));
  return viewOf(finish(mine, sent, next, penAt('2026-11-21T09:00')), partner);
}

const secret = {
  id: 'p',
  by: 'mine',
  text: 'Just ask it.',
  also: [],
  addedAt: '',
  stamp: '2026-11-19T09:00:00.000Z w',
} as const;

describe('exported notes', () => {
  it('are a page to read as text', () => {
    expect(notesAsText(exported(story(), secret), words)).toBe(`Morgan and Dana
====================

the 2026-11-19

To talk about

- [ ] IATUL or LIBER? (Question, Morgan)
  - Also written: Which first?
  - Dana: LIBER
- [x] Funded (Update, Dana)

Who does what

- [x] Send the draft (Morgan, by the 2026-12-01)

In short

Morgan

  First line.

  Second paragraph.

the 2026-12-03

To talk about

- [ ] A sample of 40
  is small (Topic, Morgan)
  - Re: survey [draft] (https://outlook.office.com/mail/(1))

Carried over

- [ ] IATUL or LIBER? (Question, Morgan, from the 2026-11-19)
  - Also written: Which first?
  - Dana: LIBER

Who does what

- [x] Send the draft (Morgan, by the 2026-12-01, from the 2026-11-19)

Only for you

  Just ask it.
`);
  });

  it('are a page with headings and lists as Markdown', () => {
    expect(notesAsMarkdown(exported(story(), secret), words)).toBe(`# Morgan and Dana

## the 2026-11-19

### To talk about

- [ ] IATUL or LIBER? (Question, Morgan)
  - Also written: Which first?
  - Dana: LIBER
- [x] Funded (Update, Dana)

### Who does what

- [x] Send the draft (Morgan, by the 2026-12-01)

### In short

**Morgan**

First line.

Second paragraph.

## the 2026-12-03

### To talk about

- [ ] A sample of 40${'  '}
  is small (Topic, Morgan)
  - [Re: survey \\[draft\\]](https://outlook.office.com/mail/%281%29)

### Carried over

- [ ] IATUL or LIBER? (Question, Morgan, from the 2026-11-19)
  - Also written: Which first?
  - Dana: LIBER

### Who does what

- [x] Send the draft (Morgan, by the 2026-12-01, from the 2026-11-19)

### Only for you

Just ask it.
`);
  });
});

describe('hostile text in an export', () => {
  it('is told without controls, and all its letters', () => {
    expect(plainText('a\u0000b\u202Ec\u2066d\r\ne\u2028f\uFEFFg\u0085h\tj')).toBe('abcd\ne\nfg\nh\tj');
    expect(plainText('\uD800x')).toBe('\uFFFDx');
    expect(plainText('\u05D0\u200F\u200D👩‍💻')).toBe('\u05D0\u200F\u200D👩‍💻');
  });

  it('cannot pass for a row of the page as text', () => {
    const half = putSummary(
      halfOf(morgan),
      past,
      'x\n- [x] Pay 5,000 (Dana)\nWho does what',
      penAt('2026-11-19T16:00'),
    );
    const text = notesAsText(exported(viewOf(half, halfOf(dana))), words);
    expect(text).toContain('  x\n  - [x] Pay 5,000 (Dana)\n  Who does what');
  });

  it('is a link only to https', () => {
    expect(markdownLink('t', 'https://x.example/a b')).toBe('[t](https://x.example/a%20b)');
    expect(markdownLink('](https://evil.example)', 'https://x.example')).toBe(
      String.raw`[\](https://evil.example)](https://x.example/)`,
    );
    for (const url of ['javascript:alert(1)', 'http://x', 'x', '']) expect(markdownLink('t', url)).toBe('t');
  });

  it('stays text to a Markdown reader: paragraphs and lists of it, nothing else, and nothing of it is lost', async () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
    const pages = hostileTexts.map((text) => {
      let half = putItem(
        halfOf(morgan),
        { id: 'q', type: 'topic', text, note: next },
        penAt('2026-11-20T09:00'),
      );
      half = putSummary(half, next, text, penAt('2026-11-20T09:00'));
      half = putRemark(half, { id: 'r', on: 'q', text }, penAt('2026-11-20T09:00'));
      return notesAsMarkdown(exported(viewOf(half, halfOf(dana))), { ...words, name: () => text });
    });
    const [plain, ...others] = await Promise.all(pages.map(readMarkdown));
    hostileTexts.slice(1).forEach((text, index) => {
      const page = others[index];
      expect({ text, types: page?.types }).toEqual({ text, types: plain?.types });
      const wanted = squeezed(plainText(text));
      const times = squeezed(page?.text ?? '').split(wanted).length - 1;
      expect({ text, isThere: wanted === '' || times >= 6 }).toEqual({ text, isThere: true });
    });
  });

  it('keeps its lines and its indentation within a list', () => {
    expect(markdownText('a\nb\n\nc\n    d', '  ')).toBe('a  \n  b\n\n  c  \n  \u00A0\u00A0\u00A0\u00A0d');
  });
});

/** Nodes that any text may be: its letters, its lines and its paragraphs. */
const harmless: ReadonlySet<string> = new Set(['text', 'break', 'paragraph']);

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
}

/** What a reader makes of a page: the kinds of nodes beside text and line breaks, in order, and all of the text. */
async function readMarkdown(
  page: string,
): Promise<{ readonly types: readonly string[]; readonly text: string }> {
  const types: string[] = [];
  const texts: string[] = [];
  const walk = ({ type, value, url, children }: MarkdownNode): void => {
    // An address written out in full says where it leads; that a reader makes it one to click is well.
    const isBare =
      type === 'link' && /^(https|mailto):/.test(url ?? '') && url?.endsWith(children?.[0]?.value ?? ' ');
    if (!harmless.has(type) && isBare !== true) types.push(type);
    if (value !== undefined) texts.push(value);
    for (const child of children ?? []) walk(child);
  };
  // Prettier's own parser; it is handed options and reads none of them.
  const root: MarkdownNode = await Reflect.apply(parsers.markdown.parse, undefined, [page, {}]);
  walk(root);
  return { types, text: texts.join(' ') };
}

/** White space and line ends aside. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}
