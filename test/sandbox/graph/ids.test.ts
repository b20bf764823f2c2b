import * as fc from 'fast-check';
import { iCalUIdOf } from '#sandbox/graph/events/iCalUId.ts';
import {
  formatId,
  mailboxOf,
  newKey,
  readFormattedId,
  readId,
  restId,
  type IdFormat,
} from '#sandbox/graph/ids.ts';
import { canonicalPropertyId } from '#sandbox/graph/events/extendedProperties.ts';
import { quickXorHash } from '#sandbox/graph/drive/quickXorHash.ts';

const formats: readonly IdFormat[] = [
  'entryId',
  'ewsId',
  'immutableEntryId',
  'restId',
  'restImmutableEntryId',
];

describe('ids', () => {
  it('look like Exchange’s and say what they name, in every format', () => {
    const ref = { kind: 'event', mailbox: mailboxOf('ann'), key: newKey(), day: 20_000 } as const;
    expect(restId(ref, false)).toMatch(/^AAMk[A-Za-z0-9_-]{51}=$/);
    for (const format of formats) expect(readFormattedId(formatId(ref, format), format)).toEqual(ref);
    // The id of EWS is that of REST unless base64 needs a slash or a plus.
    expect(new Set(formats.map((format) => formatId(ref, format))).size).toBeGreaterThanOrEqual(4);
    expect(readId(restId({ ...ref, day: undefined }, true))?.day).toBeUndefined();
  });

  it('are malformed otherwise', () => {
    for (const wrong of [
      '',
      'x',
      'AAMkAGI1AAAt9AHjAAA=',
      'AAMk/../..',
      `${restId({ kind: 'event', mailbox: mailboxOf('a'), key: newKey() }, false)}A`,
    ])
      expect(readId(wrong)).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => expect(readId(text)).toBeUndefined()));
  });
});

describe('an iCalUId', () => {
  it('is a global object id with the date of the occurrence in it', () => {
    const record = {
      uid: '00112233445566778899aabbccddeeff',
      uidTime: Date.UTC(2026, 10, 23),
      originalDay: null,
    };
    const day = Date.UTC(2027, 0, 7) / 86_400_000;
    expect(iCalUIdOf(record, undefined)).toMatch(
      /^040000008200E00074C5B7101A82E00800000000[0-9A-F]{16}0{16}1000000000112233445566778899AABBCCDDEEFF$/,
    );
    expect(iCalUIdOf(record, day).slice(32, 40)).toBe('07EB0107');
    expect(iCalUIdOf({ ...record, originalDay: day }, undefined)).toBe(iCalUIdOf(record, day));
  });
});

describe('ids of extended properties', () => {
  it('meet in different spellings', () => {
    const guid = '8b0e1c5a-4d3f-4a57-9c2b-6f1d0e7a9b34';
    expect(canonicalPropertyId(`string {${guid.toUpperCase()}} name Plan`)).toBe(
      `String {${guid}} Name Plan`,
    );
    expect(canonicalPropertyId(`Integer ${guid} Id 0x00AB`)).toBe(`Integer {${guid}} Id 0xab`);
    expect(canonicalPropertyId('String 0x0037')).toBe('String 0x37');
    for (const wrong of [
      '',
      'String Plan',
      `Text {${guid}} Name x`,
      `String {${guid}} Id x`,
      'String {x} Name y',
    ])
      expect(canonicalPropertyId(wrong)).toBeUndefined();
  });
});

describe('QuickXorHash', () => {
  it('is OneDrive’s, by values other clients test with', () => {
    const hex = (text: string): Buffer => Buffer.from(text, 'hex');
    expect(quickXorHash(Buffer.alloc(0))).toBe('AAAAAAAAAAAAAAAAAAAAAAAAAAA=');
    expect(quickXorHash(hex('4a'))).toBe('SgAAAAAAAAAAAAAAAQAAAAAAAAA=');
  });

  it('mixes bytes that lie 160 apart in the same place', () => {
    const one = Buffer.alloc(200);
    const other = Buffer.alloc(200);
    one[3] = 7;
    other[163] = 7;
    expect(quickXorHash(one)).toBe(quickXorHash(other));
  });
});
