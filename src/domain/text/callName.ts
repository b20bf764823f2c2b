import { cleanLine } from './cleanLine.ts';

/** What somebody is called inside a sentence: the first name where the directory's name shows it, else the whole name. */
export function callName(person: { readonly name: string; readonly address: string }): string {
  const name = cleanLine(person.name, longest);
  if (name === '' || name.includes('@')) return cleanLine(person.address, longest);
  // Many directories write "Moore, Dana (Library)".
  const comma = name.indexOf(',');
  const given = comma === -1 ? name : name.slice(comma + 1).trim();
  return given.split(' ').find((part) => !part.startsWith('(') && !title.test(part)) ?? name;
}

const longest = 60;
const title = /^(?:dr|prof|professor|mr|mrs|ms|mx|sir|dame)\.?$/iu;
