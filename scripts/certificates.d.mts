export interface PemPair {
  readonly certificate: string;
  readonly key: string;
}
export function localNameConstraints(): Buffer;
export function makeCa(now: number): Promise<PemPair>;
export function makeLeaf(ca: PemPair, now: number): Promise<PemPair>;
export function certificates(
  folder: string,
  now?: number,
): Promise<{
  readonly caFile: string;
  readonly key: string;
  readonly cert: string;
  readonly ca: string;
}>;
