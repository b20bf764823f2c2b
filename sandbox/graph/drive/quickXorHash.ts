const widthBits = 160;
const shiftBits = 11;

/** OneDrive's QuickXorHash in base64: every byte is shifted round by 11 bits more than the one before; the length is mixed in last. */
export function quickXorHash(content: Uint8Array): string {
  const bits = Buffer.alloc(widthBits / 8);
  for (let index = 0; index < Math.min(widthBits, content.length); index += 1) {
    // Bytes 160 apart meet at the same place.
    let mixed = 0;
    for (let at = index; at < content.length; at += widthBits) mixed ^= content[at] ?? 0;
    const position = (index * shiftBits) % widthBits;
    const [byte, shift] = [Math.floor(position / 8), position % 8];
    const shifted = mixed << shift;
    bits[byte] = (bits[byte] ?? 0) ^ (shifted & 0xff);
    const next = (byte + 1) % bits.length;
    bits[next] = (bits[next] ?? 0) ^ (shifted >> 8);
  }
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(content.length));
  for (const [index, value] of length.entries()) {
    const at = bits.length - length.length + index;
    bits[at] = (bits[at] ?? 0) ^ value;
  }
  return bits.toString('base64');
}
