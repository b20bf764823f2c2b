import { badRequest } from '../graphFailure.ts';

/**
 * The segments of a path below the version, decoded and in one spelling: keys in parentheses become segments, `me` and
 * `users/…` become `user/{user}`, names of functions lose their namespace and empty parentheses.
 * OneDrive's `root:/a/b:/content` becomes `root:`, `a/b`, `content`.
 */
export function pathSegments(path: string): readonly string[] {
  const raw = joinDrivePath(path);
  const segments = raw.flatMap(splitKey).filter((segment) => segment !== '');
  const [first = '', second] = segments;
  if (first.toLowerCase() === 'me') return ['user', 'me', ...segments.slice(1)];
  if (first.toLowerCase() === 'users' && second !== undefined) return ['user', ...segments.slice(1)];
  return segments;
}

/** Splits at slashes and decodes; what stands between `:/` and the next colon stays one segment. */
function joinDrivePath(path: string): string[] {
  const start = path.search(/:(\/|$)/);
  if (start < 0) return path.split('/').map(decode);
  const before = path
    .slice(0, start + 1)
    .split('/')
    .map(decode);
  const rest = path.slice(start + 2);
  const end = rest.search(/:(\/|$)/);
  const inner = end < 0 ? rest : rest.slice(0, end);
  const after =
    end < 0
      ? []
      : rest
          .slice(end + 1)
          .split('/')
          .map(decode);
  return [...before, inner.split('/').map(decodeDriveName).join('/').replace(/\/$/, ''), ...after];
}

/** A name may not bring a slash of its own, nor climb. */
function decodeDriveName(text: string): string {
  const name = decode(text);
  if (name.includes('/') || name.includes('\\') || name === '..' || name === '.')
    throw badRequest('The provided path is invalid.', 'invalidRequest');
  return name;
}

function splitKey(segment: string): string[] {
  const bare = segment.replace(/^microsoft\.graph\./i, '').replace(/\(\)$/, '');
  const match = /^([A-Za-z$][A-Za-z]*)\('(.*)'\)$/s.exec(bare);
  if (match) return [match[1] ?? '', (match[2] ?? '').replaceAll("''", "'")];
  return [bare];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badRequest('The path is not correctly encoded.');
  }
}
