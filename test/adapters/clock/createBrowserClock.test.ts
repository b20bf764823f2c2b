import { createBrowserClock } from '#adapters/clock/createBrowserClock.ts';

describe('the clock of the browser', () => {
  const clock = createBrowserClock();

  it('makes a new id each time', () => {
    expect(clock.newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(clock.newId()).not.toBe(clock.newId());
  });

  it('knows the zone of the device', () => {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: clock.zone() })).not.toThrow();
  });

  it('stops waiting at once when told to', async () => {
    const stop = new AbortController();
    const waited = clock.wait(60_000, stop.signal);
    stop.abort(new Error('enough'));
    await expect(waited).rejects.toThrow('enough');
    await expect(clock.wait(60_000, stop.signal)).rejects.toThrow('enough');
  });

  it('resolves when the time is over', async () => {
    await expect(clock.wait(1, new AbortController().signal)).resolves.toBeUndefined();
  });
});
