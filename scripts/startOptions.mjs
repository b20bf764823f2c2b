export const usage = `npm start -- [options]

  --port N                    https port of the app (5300)
  --sandbox-port N            https port of the sandbox (5301)
  --calendar person=file.ics  put a real calendar behind a person, in place of the made-up one; may be given more than once
  --data folder               where the sandbox keeps its state (.sandbox)
  --reset                     begin anew: forget what is kept
  --app-origin https://host   a further origin that the app is known under (for tests); may be given more than once
  --no-build                  serve what was built last`;

function portOf(name, text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new Error(`${name} takes a port from 1 to 65535, not "${text}".`);
  return port;
}

function calendarOf(text, resolvePath) {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new Error(`--calendar takes person=file.ics, not "${text}".`);
  return { person: text.slice(0, at), file: resolvePath(text.slice(at + 1)) };
}

function originOf(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.protocol !== 'https:' || url.origin !== text.replace(/\/$/, ''))
    throw new Error(`--app-origin takes an https origin such as https://app.example, not "${text}".`);
  return url.origin;
}

/**
 * Reads the command line of `npm start`. `resolvePath` makes a given path absolute. Throws an Error with one line for a person when an option is
 * unknown or wrong.
 */
export function readStartOptions(args, resolvePath) {
  const options = {
    port: 5300,
    sandboxPort: 5301,
    calendars: [],
    appOrigins: [],
    data: undefined,
    reset: false,
    build: true,
    help: false,
  };
  const take = {
    '--port': (value) => (options.port = portOf('--port', value)),
    '--sandbox-port': (value) => (options.sandboxPort = portOf('--sandbox-port', value)),
    '--calendar': (value) => options.calendars.push(calendarOf(value, resolvePath)),
    '--data': (value) => (options.data = resolvePath(value)),
    '--app-origin': (value) => options.appOrigins.push(originOf(value)),
  };
  const flags = {
    '--reset': () => (options.reset = true),
    '--no-build': () => (options.build = false),
    '--help': () => (options.help = true),
    '-h': () => (options.help = true),
  };
  for (let at = 0; at < args.length; at += 1) {
    const [name, ...rest] = args[at].split('=');
    if (Object.hasOwn(flags, args[at])) {
      flags[args[at]]();
    } else if (Object.hasOwn(take, name)) {
      let value = rest.join('=');
      if (rest.length === 0) {
        at += 1;
        value = args[at] ?? '';
      }
      if (value === '' || (rest.length === 0 && value.startsWith('--')))
        throw new Error(`${name} needs a value.`);
      take[name](value);
    } else {
      throw new Error(`There is no option "${args[at]}". Try: npm start -- --help`);
    }
  }
  if (options.port === options.sandboxPort)
    throw new Error(`The app and the sandbox cannot share port ${options.port}.`);
  return options;
}
