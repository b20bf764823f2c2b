import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const side = 96;
type Colour = readonly [red: number, green: number, blue: number];

const palettes: readonly (readonly [ground: Colour, shape: Colour, stripe: Colour])[] = [
  [
    [214, 205, 247],
    [92, 76, 150],
    [250, 246, 236],
  ],
  [
    [158, 220, 218],
    [28, 92, 96],
    [250, 246, 236],
  ],
  [
    [240, 194, 171],
    [140, 62, 34],
    [250, 246, 236],
  ],
  [
    [207, 223, 176],
    [70, 96, 32],
    [250, 246, 236],
  ],
  [
    [245, 214, 140],
    [122, 82, 12],
    [250, 246, 236],
  ],
];

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([frame.subarray(0, 4), content, frame.subarray(4)]);
}

/** A drawn pattern in place of a photo, PNG in base64: nobody's face, and the same at every start. */
export function profilePicture(name: string): string {
  const bytes = createHash('sha256').update(name).digest();
  const palette = palettes[(bytes[0] ?? 0) % palettes.length] ?? palettes[0] ?? [];
  const centreX = 30 + ((bytes[1] ?? 0) % 36);
  const centreY = 30 + ((bytes[2] ?? 0) % 36);
  const radius = 20 + ((bytes[3] ?? 0) % 12);
  const slope = ((bytes[4] ?? 0) % 5) - 2;
  const rows = Buffer.alloc(side * (side + 1));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const isShape = (x - centreX) ** 2 + (y - centreY) ** 2 < radius ** 2;
      const isStripe = Math.abs(y - centreY - (slope * (x - centreX)) / 3) < 5;
      rows[y * (side + 1) + 1 + x] = isStripe ? 2 : isShape ? 1 : 0;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits a pixel, colours from the palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64');
}
