import { readOpened } from '#adapters/host/office/readOpened.ts';

const person = (displayName: string, emailAddress: string): object => ({ displayName, emailAddress });
const dana = person('Dana Mokoena', 'dana@example.org');
const own = 'morgan@example.org';

const message = {
  itemType: 'message',
  itemClass: 'IPM.Note',
  subject: 'Hello',
  from: dana,
  to: [person('Morgan Ellis', 'Morgan@example.org'), person('Femi', 'femi@example.org')],
  cc: [person('Femi again', 'FEMI@example.org'), dana],
};

describe('what is opened beside the pane', () => {
  it('is nothing without an item', () => {
    expect(readOpened(null, own)).toEqual({ kind: 'nothing' });
    expect(readOpened(undefined, own)).toEqual({ kind: 'nothing' });
  });

  it('is a message with its sender, and everybody else once and without oneself', () => {
    expect(readOpened(message, own)).toEqual({
      kind: 'message',
      sender: { name: 'Dana Mokoena', address: 'dana@example.org' },
      others: [{ name: 'Femi', address: 'femi@example.org' }],
    });
  });

  it('has no sender when one wrote the message oneself', () => {
    const sent = readOpened({ ...message, from: person('Morgan Ellis', 'MORGAN@example.org') }, own);
    expect(sent).toMatchObject({ kind: 'message', sender: undefined });
  });

  it('takes the sending mailbox where the author is not told', () => {
    expect(readOpened({ ...message, from: undefined, sender: dana }, own)).toMatchObject({
      sender: { address: 'dana@example.org' },
    });
  });

  it('is an event, read or in its form', () => {
    expect(readOpened({ itemType: 'appointment', subject: 'Meeting' }, own)).toEqual({
      kind: 'event',
      mode: 'read',
    });
    expect(readOpened({ itemType: 'appointment', subject: { getAsync: () => {} } }, own)).toEqual({
      kind: 'event',
      mode: 'compose',
    });
  });

  it('is nothing of use for a message being written, and an invitation is a message like others', () => {
    expect(readOpened({ ...message, subject: { getAsync: () => {} } }, own)).toEqual({ kind: 'other' });
    const invitation = { ...message, itemClass: 'IPM.Schedule.Meeting.Request' };
    expect(readOpened(invitation, own)).toMatchObject({ kind: 'message', sender: { name: 'Dana Mokoena' } });
  });

  it('cleans the names and leaves out what has no address', () => {
    const hostile = {
      ...message,
      from: person('Dana\u202Egnp.exe', 'dana@example.org'),
      to: ['x', 1, null],
      cc: [],
    };
    expect(readOpened(hostile, own)).toMatchObject({ sender: { name: 'Danagnp.exe' }, others: [] });
    expect(readOpened({ ...message, from: person('Nobody', 'no address') }, own)).toMatchObject({
      sender: undefined,
    });
  });
});
