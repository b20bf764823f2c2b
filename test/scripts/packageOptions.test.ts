import { defaultVersion, hostProblem, readOptions, usage } from '../../scripts/package/options.ts';

const host = ['--host', 'https://mentor.example.org'];
const client = ['--client-id', '0f8fad5b-d9cb-469f-a165-70867728950e'];
const tenant = ['--tenant', 'example.org'];
const whole = [...host, ...client, ...tenant];

const read = (argv: readonly string[]): ReturnType<typeof readOptions> => readOptions(argv, '0.1.0');

function problemsOf(argv: readonly string[]): readonly string[] {
  const options = read(argv);
  return options.kind === 'refused' ? options.problems : [];
}

describe('the command line of a package', () => {
  it('needs no more than host, client and tenant', () => {
    expect(read(whole)).toEqual({
      kind: 'package',
      release: {
        origin: 'https://mentor.example.org',
        clientId: '0f8fad5b-d9cb-469f-a165-70867728950e',
        tenant: 'example.org',
        version: '1.1.0',
        publisher: 'Mentor Meetings',
        contact: undefined,
      },
      out: 'dist/package',
      app: undefined,
    });
  });

  it('takes everything, in both ways of writing', () => {
    const options = read([
      '--host=https://Mentor.Example.org/',
      '--client-id=0F8FAD5B-D9CB-469F-A165-70867728950E',
      '--tenant=organizations',
      '--publisher',
      'Example University',
      '--contact=help@example.org',
      '--version',
      '2.3.4',
      '--out=release',
      '--app',
      'dist/app',
    ]);
    expect(options).toMatchObject({
      release: {
        origin: 'https://mentor.example.org',
        clientId: '0f8fad5b-d9cb-469f-a165-70867728950e',
        tenant: 'organizations',
        version: '2.3.4',
        publisher: 'Example University',
        contact: 'help@example.org',
      },
      out: 'release',
      app: 'dist/app',
    });
  });

  it.each([['--help'], ['-h']])('says how with %s, whatever else is wrong', (flag) => {
    expect(read(['--nonsense', flag])).toEqual({ kind: 'help' });
  });

  it('explains every option it takes', () => {
    for (const name of [
      'host',
      'client-id',
      'tenant',
      'publisher',
      'contact',
      'version',
      'out',
      'app',
      'help',
    ])
      expect(usage).toContain(`--${name} `);
  });

  it('names all that is missing at once', () => {
    expect(problemsOf([])).toEqual([
      '--host is missing: the https address that the site will have',
      '--client-id is missing: the client id of the app registration',
      '--tenant is missing: the tenant, or "organizations"',
    ]);
  });

  it('tells a value that was forgotten from the next option', () => {
    expect(problemsOf(['--host', ...client, ...tenant])).toEqual(['--host: lacks its value']);
    expect(problemsOf(['--host=', ...client, ...tenant])).toEqual(['--host: lacks its value']);
    expect(problemsOf([...host, ...client, '--tenant'])).toEqual(['--tenant: lacks its value']);
  });

  it.each([
    ['an option that there is not', [...whole, '--hots', 'x'], '--hots: there is no such option'],
    ['a word that is no option', [...whole, 'release'], 'release: is no option'],
    ['an option with one dash', [...whole, '-host'], '-host: there is no such option'],
    ['an option given twice', [...whole, ...tenant], '--tenant: is given twice'],
  ])('refuses %s', (_slip, argv, problem) => {
    expect(problemsOf(argv)).toContain(problem);
  });

  it.each([
    ['mentor', 'is no GUID'],
    ['0f8fad5b-d9cb-469f-a165-7086772895', 'is no GUID'],
    ['{0f8fad5b-d9cb-469f-a165-70867728950e}', 'is no GUID'],
    ['00000000-0000-0000-0000-000000000000', 'is the empty GUID'],
  ])('refuses the client id %s', (id, problem) => {
    expect(problemsOf([...host, '--client-id', id, ...tenant]).join()).toContain(problem);
  });

  it.each([
    ['common', 'personal accounts have no Exchange calendar'],
    ['consumers', 'personal accounts have no Exchange calendar'],
    ['university', 'is neither a GUID, nor a domain'],
    ['https://example.org', 'is neither a GUID, nor a domain'],
    ['00000000-0000-0000-0000-000000000000', 'is neither a GUID, nor a domain'],
  ])('refuses the tenant %s', (name, problem) => {
    expect(problemsOf([...host, ...client, '--tenant', name]).join()).toContain(problem);
  });

  it.each([
    ['--publisher', 'x'.repeat(33), 'has 33 characters, 32 are allowed'],
    ['--publisher', ' ', 'is empty'],
    ['--publisher', '<b>Library</b>', 'holds a character that a name has not'],
    ['--contact', 'help desk', 'is neither a mail address nor an https page'],
    ['--contact', 'http://example.org/help', 'is neither a mail address nor an https page'],
    ['--contact', 'javascript:alert(1)', 'is neither a mail address nor an https page'],
    ['--version', '1.0', 'must be three numbers'],
    ['--version', '0.9.0', 'Outlook refuses versions below 1.0.0'],
    ['--version', '1.0.0-beta', 'must be three numbers'],
  ])('refuses %s %s', (name, value, problem) => {
    expect(problemsOf([...whole, name, value]).join()).toContain(problem);
  });

  it.each([
    ['0.1.0', '1.1.0'],
    ['1.4.2', '1.4.2'],
    ['2.0.0-beta.1', '2.0.0'],
  ])('makes of the version %s of package.json %s', (version, made) => {
    expect(defaultVersion(version)).toBe(made);
  });
});

describe('the host of a package', () => {
  it.each([
    'https://mentor.example.org',
    'https://mentor.example.org/',
    'https://happy-sea-0a1b2c3d.azurestaticapps.net',
    'https://xn--bcher-kva.example',
    'https://bücher.example',
  ])('may be %s', (address) => {
    expect(hostProblem(address)).toBeUndefined();
  });

  it('may have an umlaut however often it is asked (URL.canParse of Node 20 denies it after a while)', () => {
    const problems = Array.from({ length: 20_000 }, () => hostProblem('https://bücher.example'));
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
  });

  it.each([
    ['mentor.example.org', 'is no address; write it as https://'],
    ['http://mentor.example.org', 'must begin with https://'],
    ['ftp://mentor.example.org', 'must begin with https://'],
    ['https://localhost', 'localhost is for trying out'],
    ['https://localhost:5300', 'localhost is for trying out'],
    ['https://app.localhost', 'localhost is for trying out'],
    ['https://192.0.2.7', 'must be a host name; Teams and Outlook take no IP address'],
    ['https://3221225991', 'must be a host name; Teams and Outlook take no IP address'],
    ['https://[2001:db8::1]', 'must be a host name; Teams and Outlook take no IP address'],
    ['https://mentor.example.org:8443', 'must not hold a port'],
    ['https://mentor.example.org:443', 'must not hold a port'],
    ['https://mentor.example.org/app', 'must be the host alone'],
    ['https://mentor.example.org/?a=1', 'must be the host alone'],
    ['https://mentor.example.org/#a', 'must be the host alone'],
    ['https://me:secret@mentor.example.org', 'must not hold a name or password'],
    ['https://mentor', 'is no full host name'],
    ['https://mentor.example.org.', 'is no full host name'],
    ['https://*.example.org', 'is no full host name'],
    ['https://mentor_meetings.example.org', 'is no full host name'],
  ])('may not be %s', (address, problem) => {
    expect(hostProblem(address)).toContain(problem);
  });
});
