/**
 * The id of one wish to meet, as a UUID: the same for the same words, so that the same button pressed twice, or on two devices, makes one
 * meeting (`transactionId` of Graph). Not a secret and no proof of anything.
 */
export function clickId(...words: readonly (string | number)[]): string {
  const text = words.join('\n');
  const hex = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
    .map((seed) => fnv1a(text, seed).toString(16).padStart(8, '0'))
    .join('');
  // Version 8 of RFC 9562: made in a way of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
