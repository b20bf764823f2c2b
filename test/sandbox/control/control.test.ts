import { createClock } from '#sandbox/control/createClock.ts';
import { createFaults, FaultError } from '#sandbox/control/createFaults.ts';
import { createSwitches, SwitchError, switchValues } from '#sandbox/control/switches.ts';
import { createTraffic } from '#sandbox/control/createTraffic.ts';

describe('switches', () => {
  it('have the first, less convenient value unless told', () => {
    const switches = createSwitches({ safeLinks: 'on' });
    expect(switches.get('originalStart')).toBe('absent');
    expect(switches.get('safeLinks')).toBe('on');
    expect(Object.keys(switches.all())).toEqual(Object.keys(switchValues));
  });

  it('are set together or not at all, and come back to how it began', () => {
    const switches = createSwitches({ safeLinks: 'on' });
    expect(() => switches.set({ originalStart: 'present', safeLinks: 'perhaps' })).toThrow(SwitchError);
    expect(() => switches.set({ nothing: 'x' })).toThrow('There is no switch nothing.');
    expect(() => switches.set({ constructor: 'x' })).toThrow(SwitchError);
    expect(switches.get('originalStart')).toBe('absent');
    switches.set({ originalStart: 'null', safeLinks: 'off' });
    switches.reset();
    expect([switches.get('originalStart'), switches.get('safeLinks')]).toEqual(['absent', 'on']);
  });
});

describe('faults', () => {
  const target = (method: string, path: string, people: readonly string[] = []) => ({ method, path, people });

  it('meet by method, part of a path or glob, and person', () => {
    const faults = createFaults();
    faults.replace([
      { method: 'post', path: '/me/events', status: 503, retryAfter: 5 },
      { path: '*/calendarView?*', status: 429 },
      { person: 'ann', path: '/drive', cut: 'before' },
    ]);
    expect(faults.meet(target('POST', '/v1.0/me/events'))).toMatchObject({ status: 503, retryAfter: 5 });
    expect(faults.meet(target('GET', '/v1.0/me/events')).status).toBeUndefined();
    expect(faults.meet(target('GET', '/v1.0/me/calendarView?a=b')).status).toBe(429);
    expect(faults.meet(target('GET', '/v1.0/me/calendarView')).status).toBeUndefined();
    expect(faults.meet(target('GET', '/v1.0/me/drive', ['Ann@contoso.example'])).cut).toBe('before');
    expect(faults.meet(target('GET', '/v1.0/me/drive', ['ben@contoso.example'])).cut).toBeUndefined();
  });

  it('count down, delays beside one that decides', () => {
    const faults = createFaults();
    faults.replace([{ delay: 50 }, { delay: 20 }, { status: 500, count: 1 }, { status: 502, count: 1 }]);
    expect(faults.meet(target('GET', '/x'))).toMatchObject({ delay: 70, status: 500 });
    expect(faults.meet(target('GET', '/x'))).toMatchObject({ delay: 70, status: 502 });
    expect(faults.meet(target('GET', '/x'))).toMatchObject({ delay: 70, status: undefined });
    expect(faults.list()).toEqual([{ delay: 50 }, { delay: 20 }]);
  });

  it('are refused as a whole when one is wrong', () => {
    const faults = createFaults();
    faults.replace([{ status: 500 }]);
    expect(() => faults.replace([{ delay: 1 }, { status: 42 }])).toThrow(FaultError);
    expect(() => faults.replace([{ acts: true, cut: 'after' }])).toThrow('acts goes with status.');
    expect(faults.list()).toEqual([{ status: 500 }]);
  });

  it('may act first and then answer with a status all the same', () => {
    const faults = createFaults();
    faults.replace([{ status: 504, acts: true, count: 1 }, { status: 503 }]);
    expect(faults.meet(target('POST', '/v1.0/me/events'))).toMatchObject({ status: 504, acts: true });
    expect(faults.meet(target('POST', '/v1.0/me/events'))).toMatchObject({ status: 503, acts: false });
  });
});

describe('the clock', () => {
  it('runs on from where it was moved to, and comes back', () => {
    let machine = 1000;
    const clock = createClock(() => machine);
    clock.moveTo(5000);
    machine = 1250;
    expect(clock.now()).toBe(5250);
    clock.reset();
    expect(clock.now()).toBe(1250);
  });
});

describe('traffic', () => {
  const line = (path: string) => ({ method: 'GET', path, status: 200 });

  it('keeps the last lines', () => {
    const traffic = createTraffic(4);
    for (let index = 0; index < 20; index += 1) traffic.add(line(String(index)), '{"a":1}');
    const kept = traffic
      .lines()
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(kept.length).toBeLessThanOrEqual(5);
    expect(kept.at(-1)).toEqual({ method: 'GET', path: '19', status: 200, responseBody: { a: 1 } });
    traffic.clear();
    expect(traffic.lines()).toBe('');
  });

  it('leaves the bodies of very long lines out', () => {
    const traffic = createTraffic();
    traffic.add(line('/long'), JSON.stringify('x'.repeat(2_000_000)));
    expect(JSON.parse(traffic.lines())).toEqual({ method: 'GET', path: '/long', status: 200 });
  });
});
