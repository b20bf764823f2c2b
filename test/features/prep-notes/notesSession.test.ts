import { parseHalf } from '#domain/notes/decodeHalf.ts';
import { putItem, putPrivate } from '#domain/notes/editEntries.ts';
import { tick } from '#domain/notes/editMarks.ts';
import {
  addItem,
  agendaOf,
  danaId,
  mentorshipId,
  morganId,
  settle,
  sharedPlace,
  tellNotes,
} from './notesStory.ts';

const rest = 15_000;

describe('the session of the prep notes', () => {
  it('saves after a rest of 15 seconds, not before', async () => {
    const { drives, clock, open } = tellNotes();
    const morgan = open('morgan');
    await morgan.refresh();
    addItem(morgan, 'Which conference first?');
    expect(morgan.state().save).toEqual({ kind: 'kept' });
    await clock.pass(rest - 1);
    expect(drives.calls).not.toContain('oid-morgan makeShared');
    await clock.pass(1);
    expect(morgan.state().save.kind).toBe('saved');
    expect(drives.text(`season-2.${morganId}.json`)).toContain('Which conference first?');
  });

  it('makes and shares the folder with the first note, and Dana reads it', async () => {
    const { clock, open } = tellNotes();
    const morgan = open('morgan');
    await morgan.refresh();
    addItem(morgan, 'Which conference first?');
    await morgan.flush();
    expect(morgan.state().sharing).toMatchObject({ kind: 'owner', isShared: true });

    const dana = open('dana', { place: sharedPlace });
    await dana.refresh();
    expect(agendaOf(dana)).toEqual(['Which conference first?']);
    expect(dana.state().sharing).toEqual({ kind: 'guest' });
    expect(dana.state().partner).toEqual({ kind: 'read' });

    await clock.pass(1000);
    addItem(dana, 'The exchange got its funding');
    await dana.flush();
    await morgan.refresh();
    expect(agendaOf(morgan)).toEqual(['Which conference first?', 'The exchange got its funding']);
  });

  it('sends one request for a save when nobody else wrote', async () => {
    const { drives, open } = tellNotes();
    const morgan = open('morgan');
    await morgan.refresh();
    addItem(morgan, 'one');
    await morgan.flush();
    drives.calls.length = 0;
    addItem(morgan, 'two');
    await morgan.flush();
    expect(drives.calls).toEqual(['oid-morgan write']);
  });

  it('joins what a second device wrote meanwhile', async () => {
    const { drives, open } = tellNotes();
    const [laptop, phone] = [open('morgan'), open('morgan')];
    await laptop.refresh();
    addItem(laptop, 'first');
    await laptop.flush();
    await phone.refresh();
    addItem(laptop, 'from the laptop');
    addItem(phone, 'from the phone');
    await laptop.flush();
    await phone.flush();
    const written = parseHalf(drives.text(`season-2.${morganId}.json`) ?? '');
    expect(
      written.kind === 'half' &&
        written.half.entries
          .map(({ versions }) => JSON.stringify(versions[0]?.content['text']))
          .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['"first"', '"from the laptop"', '"from the phone"']);
    await laptop.refresh();
    expect(new Set(agendaOf(laptop))).toEqual(new Set(agendaOf(phone)));
  });

  it('takes up drafts that a crash left on the device', async () => {
    const { drives, clock, open } = tellNotes();
    const drafts = new Map<string, string>();
    const crashed = open('morgan', { drafts });
    await crashed.refresh();
    addItem(crashed, 'typed a moment before');
    crashed.writePrivate((notes, pen) => putPrivate(notes, '2026-12-03', 'only for me', pen));
    expect(drafts.size).toBe(2);

    const next = open('morgan', { drafts });
    await next.refresh();
    expect(agendaOf(next)).toEqual(['typed a moment before']);
    await clock.pass(rest);
    expect(drives.text(`season-2.${morganId}.json`)).toContain('typed a moment before');
    expect(drives.text('private-2.json')).toContain('only for me');
    // Kept until it was seen in OneDrive.
    expect(
      [...drafts.values()].every((text) => text.startsWith('{"sent":true') || text.includes('"sent":false')),
    ).toBe(true);
    await next.refresh();
    expect(drafts.size).toBe(0);
  });

  it('keeps the draft and tries again by itself when the network is gone', async () => {
    const { drives, clock, open } = tellNotes();
    const files = drives.as(morganId);
    const drafts = new Map<string, string>();
    const morgan = open('morgan', { files, drafts });
    await morgan.refresh();
    addItem(morgan, 'one');
    await morgan.flush();
    files.fail('write', 'offline');
    addItem(morgan, 'on the train');
    await morgan.flush();
    expect(morgan.state().save).toMatchObject({ kind: 'failed', isKept: true, failure: { code: 'offline' } });
    expect([...drafts.values()].join('')).toContain('on the train');
    await clock.pass(20_000);
    expect(morgan.state().save.kind).toBe('saved');
    expect(drives.text(`season-2.${morganId}.json`)).toContain('on the train');
  });

  it.each(['refused', 'full', 'locked', 'signed-out', 'throttled', 'not-found', 'bad-request'] as const)(
    'keeps what was typed after %s',
    async (code) => {
      const { drives, open } = tellNotes();
      const files = drives.as(morganId);
      const drafts = new Map<string, string>();
      const morgan = open('morgan', { files, drafts });
      await morgan.refresh();
      addItem(morgan, 'one');
      await morgan.flush();
      files.fail('write', code);
      files.fail('create', code);
      addItem(morgan, 'not lost');
      await morgan.flush();
      expect(morgan.state().save).toMatchObject({ kind: 'failed', failure: { code } });
      expect([...drafts.values()].join('')).toContain('not lost');
      await morgan.flush();
      expect(drives.text(`season-2.${morganId}.json`)).toContain('not lost');
    },
  );

  it('writes once more after a write whose answer was lost, without doubling anything', async () => {
    const { drives, open } = tellNotes();
    const files = drives.as(morganId);
    const morgan = open('morgan', { files });
    await morgan.refresh();
    addItem(morgan, 'one');
    await morgan.flush();
    files.fail('write', 'unavailable', 'after');
    addItem(morgan, 'two');
    await morgan.flush();
    await morgan.flush();
    await morgan.refresh();
    expect(agendaOf(morgan)).toEqual(['one', 'two']);
    expect(morgan.state().save.kind).toBe('saved');
  });

  it('does not show as Dana’s what somebody else wrote over her half', async () => {
    const { drives, open } = tellNotes();
    const morgan = open('morgan');
    await morgan.refresh();
    addItem(morgan, 'one');
    await morgan.flush();
    const dana = open('dana', { place: sharedPlace });
    await dana.refresh();
    const id = addItem(dana, 'true words');
    await dana.flush();
    const text = drives.text(`season-2.${danaId}.json`) ?? '';
    drives.overwrite(`season-2.${danaId}.json`, text.replace('true words', 'a lie'), morganId);
    await morgan.refresh();
    expect(agendaOf(morgan)).toEqual(['one']);
    // And her own app puts back what she wrote.
    const again = open('dana', { place: sharedPlace });
    await again.refresh();
    expect(agendaOf(again)).not.toContain('a lie');
    await dana.refresh();
    expect(agendaOf(dana)).toContain('true words');
    await dana.flush();
    expect(drives.text(`season-2.${danaId}.json`)).toContain('true words');
    expect(id).not.toBe('');
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2), 'cut-short'],
    ['of a newer version', (text: string) => text.replace('"version": 1', '"version": 2'), 'newer-version'],
    ['not JSON', () => 'hello', 'damaged'],
    ['about another mentorship', (text: string) => text.replace(mentorshipId, 'other'), 'other-mentorship'],
  ] as const)('never writes over its own file that is %s', async (_, damage, why) => {
    const { drives, open } = tellNotes();
    const first = open('morgan');
    await first.refresh();
    addItem(first, 'one');
    await first.flush();
    const name = `season-2.${morganId}.json`;
    const damaged = damage(drives.text(name) ?? '');
    drives.overwrite(name, damaged, morganId);
    const morgan = open('morgan', { place: sharedPlace });
    await morgan.refresh();
    addItem(morgan, 'typed after');
    await morgan.flush();
    expect(morgan.state().save).toEqual({ kind: 'blocked', why });
    expect(drives.text(name)).toBe(damaged);
    await morgan.replaceRefused();
    expect(drives.text(name)).toContain('typed after');
  });

  it('says what is wrong with the partner’s half and shows the rest', async () => {
    const { drives, open } = tellNotes();
    const morgan = open('morgan');
    await morgan.refresh();
    addItem(morgan, 'one');
    await morgan.flush();
    const dana = open('dana', { place: sharedPlace });
    await dana.refresh();
    addItem(dana, 'hers');
    await dana.flush();
    drives.overwrite(`season-2.${danaId}.json`, '{"kind":', danaId);
    await morgan.refresh();
    expect(morgan.state().partner).toMatchObject({ kind: 'unreadable', why: 'cut-short' });
    expect(agendaOf(morgan)).toEqual(['one']);
  });

  it('lets Dana write before Morgan has shared anything, in her own drive, and joins it later', async () => {
    const { drives, open } = tellNotes();
    const dana = open('dana');
    await dana.refresh();
    expect(dana.state().partner).toMatchObject({ kind: 'unreadable', why: 'no-place' });
    addItem(dana, 'early');
    await dana.flush();
    expect(dana.state().save.kind).toBe('saved');
    expect(drives.text(`copy-1.${danaId}.json`)).toContain('early');
  });

  it('keeps a copy of the partner’s half, and shows it with its date when the folder is gone', async () => {
    const { drives, clock, open } = tellNotes();
    const morgan = open('morgan');
    await morgan.refresh();
    addItem(morgan, 'one');
    await morgan.flush();
    const dana = open('dana', { place: sharedPlace });
    await dana.refresh();
    addItem(dana, 'hers');
    await dana.flush();
    await dana.refresh();
    await clock.pass(5_000);
    expect(drives.text(`copy-2.${morganId}.json`)).toBe(drives.text(`season-2.${morganId}.json`));
    await morgan.stopSharing();
    const later = open('dana', { place: sharedPlace });
    await later.refresh();
    expect(later.state().partner).toMatchObject({ why: 'not-shared', copyAt: clock.now() - 5_000 + 5_000 });
    expect(new Set(agendaOf(later))).toEqual(new Set(['one', 'hers']));
  });

  it('refuses a folder of a third person that an invitation leads to', async () => {
    const { drives, open } = tellNotes();
    const morgan = open('morgan');
    await morgan.refresh();
    addItem(morgan, 'secret of Morgan and Dana');
    await morgan.flush();
    // Tomás organises; his invitation leads Dana into Morgan's folder.
    const dana = open('dana', { place: sharedPlace, partner: 'tomas' });
    await dana.refresh();
    expect(dana.state().partner).toMatchObject({ kind: 'unreadable', why: 'foreign' });
    expect(agendaOf(dana)).toEqual([]);
    addItem(dana, 'for Tomás alone');
    await dana.flush();
    expect(drives.text(`season-2.${danaId}.json`) ?? '').not.toContain('for Tomás alone');
  });

  it('stops sharing: Dana is refused and told so', async () => {
    const { open } = tellNotes();
    const morgan = open('morgan');
    await morgan.refresh();
    addItem(morgan, 'one');
    await morgan.flush();
    await morgan.stopSharing();
    expect(morgan.state().sharing).toMatchObject({ kind: 'owner', isShared: false });
    const dana = open('dana', { place: sharedPlace });
    await dana.refresh();
    expect(dana.state().partner).toMatchObject({ kind: 'unreadable', why: 'not-shared' });
    await morgan.refresh();
    addItem(morgan, 'two');
    await morgan.flush();
    expect(morgan.state().sharing).toMatchObject({ isShared: false });
  });

  it('shows a tick at once and a keystroke a moment later', async () => {
    const { clock, open } = tellNotes();
    const morgan = open('morgan');
    await morgan.refresh();
    const id = addItem(morgan, 'one');
    let told = 0;
    morgan.subscribe(() => (told += 1));
    morgan.write(
      (half, pen) => putItem(half, { id, type: 'topic', text: 'one more', note: '2026-12-03' }, pen),
      {
        entryId: id,
        isTyping: true,
      },
    );
    expect(told).toBe(0);
    await clock.pass(250);
    expect(told).toBe(1);
    const item = morgan.state().notes.items[0];
    if (item === undefined) throw new Error('the item is gone');
    morgan.write((half, pen) => tick(half, item, '2026-12-03', pen));
    expect(told).toBe(2);
    expect(morgan.state().notes.items[0]?.talked).toBe('2026-12-03');
    await settle();
  });
});
