import { badRequest } from '../graphFailure.ts';

/**
 * The segments of a path below the version, decoded and in one spelling: keys in parentheses become segments, `me` and
 * `users/…` become `user/{user}`, names of functions lose their namespace and empty parentheses.
 * OneDrive's `root:/a/b:/content` becomes `root`, `:`, `a/b`, `content`.
 */
export function pathSegments(path: string): readonly string[] {
  const { before, inside, after } = splitDrivePath(path);
  const segments = [
    ...plainSegments(before),
    ...(inside === '' ? [] : [':', inside]),
    ...plainSegments(after),
  ];
  const [first = '', second] = segments;
  if (first.toLowerCase() === 'me') return ['user', 'me', ...segments.slice(1)];
  if (first.toLowerCase() === 'users' && second !== undefined) return ['user', ...segments.slice(1)];
  return segments;
}

function plainSegments(path: string): readonly string[] {
  return path
    .split('/')
    .map(decode)
    .flatMap(splitKey)
    .filter((segment) => segment !== '');
}

/** What stands between `:/` and the next colon is a path of names, taken as it is. */
function splitDrivePath(path: string): {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
} {
  const start = path.search(/:(\/|$)/);
  if (start < 0) return { before: path, inside: '', after: '' };
  const rest = path.slice(start + 2);
  const end = rest.search(/:(\/|$)/);
  const names = (end < 0 ? rest : rest.slice(0, end)).split('/').filter((name) => name !== '');
  return {
    before: path.slice(0, start),
    inside: names.flatMap(decodeNames).join('/'),
    after: end < 0 ? '' : rest.slice(end + 1),
  };
}

/** Sync programs encode the slashes of a path too (`root:/.%2Fa%2Fb`). A name may stay where it is (`.`), but not climb. */
function decodeNames(text: string): readonly string[] {
  const names = decode(text)
    .split('/')
    .filter((name) => name !== '' && name !== '.');
  if (names.some((name) => name === '..' || name.includes('\\')))
    throw badRequest('The provided path is invalid.', 'invalidRequest');
  return names;
}

function splitKey(segment: string): string[] {
  const bare = segment.replace(/^microsoft\.graph\./i, '').replace(/\(\)$/, '');
  const match = /^([A-Za-z$][A-Za-z]*)\('(.*)'\)$/s.exec(bare);
  const search = /^(search)\(q='(.*)'\)$/is.exec(bare) ?? match ?? /^(reminderView)\((.*)\)$/is.exec(bare);
  return search ? [search[1] ?? '', (search[2] ?? '').replaceAll("''", "'")] : [bare];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badRequest('The path is not correctly encoded.');
  }
}
