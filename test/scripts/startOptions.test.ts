import { readStartOptions } from '../../scripts/startOptions.mjs';

const read = (...args: string[]) => readStartOptions(args, (path) => `/here/${path}`);

describe('the options of npm start', () => {
  it('has usual ports and keeps what is there', () => {
    expect(read()).toEqual({
      port: 5300,
      sandboxPort: 5301,
      calendars: [],
      appOrigins: [],
      data: undefined,
      reset: false,
      build: true,
      help: false,
    });
  });

  it('takes values after a space or an equals sign', () => {
    expect(
      read('--port', '6000', '--sandbox-port=6001', '--data', 'x', '--reset', '--no-build'),
    ).toMatchObject({ port: 6000, sandboxPort: 6001, data: '/here/x', reset: true, build: false });
  });

  it('takes several calendars, and files with an equals sign in their name', () => {
    expect(read('--calendar', 'dana=a.ics', '--calendar=morgan=b=c.ics').calendars).toEqual([
      { person: 'dana', file: '/here/a.ics' },
      { person: 'morgan', file: '/here/b=c.ics' },
    ]);
  });

  it.each([
    [['--port', 'x'], '--port takes a port from 1 to 65535, not "x".'],
    [['--port', '0'], '--port takes a port from 1 to 65535, not "0".'],
    [['--port'], '--port needs a value.'],
    [['--data', '--reset'], '--data needs a value.'],
    [['--calendar', 'dana'], '--calendar takes person=file.ics, not "dana".'],
    [['--calendar', '=x.ics'], '--calendar takes person=file.ics, not "=x.ics".'],
    [['--app-origin', 'http://a.example'], 'https origin'],
    [['--app-origin', 'https://a.example/path'], 'https origin'],
    [['--nonsense'], 'There is no option "--nonsense"'],
    [['stray'], 'There is no option "stray"'],
    [['--port', '6000', '--sandbox-port', '6000'], 'cannot share port 6000'],
  ])('refuses %j in one line', (args, words) => {
    expect(() => read(...args)).toThrow(words);
  });
});
