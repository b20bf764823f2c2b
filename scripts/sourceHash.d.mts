export const buildInputs: readonly string[];
export function sourceHash(root?: string, inputs?: readonly string[]): string;
