import { PNG } from 'pngjs';
import { brandColour, mobileGrey } from '../iconList.ts';
import type { Problem } from './problem.ts';

/** What a picture must look like. `tile` and `square` hold the brand colour and white, `outline` white alone, `grey` Outlook mobile's grey alone. */
export type PictureKind = 'tile' | 'square' | 'outline' | 'grey';

export interface ExpectedPicture {
  readonly where: string;
  readonly sizePixels: number;
  readonly kind: PictureKind;
}

interface Pixel {
  readonly x: number;
  readonly y: number;
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const opaque = 255;

function pixelsOf(image: PNG): readonly Pixel[] {
  return Array.from({ length: image.width * image.height }, (_unused, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = image.data.subarray(index * 4, index * 4 + 4);
    return { x: index % image.width, y: Math.floor(index / image.width), red, green, blue, alpha };
  });
}

/** Colours are rounded while they are multiplied by their opacity: the fainter a pixel, the less its colour says. */
const tolerance = (alpha: number): number => Math.ceil(opaque / alpha) + 1;

function isColour(pixel: Pixel, hex: string): boolean {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  return [pixel.red, pixel.green, pixel.blue].every(
    (channel, index) => Math.abs(channel - (channels[index] ?? 0)) <= tolerance(pixel.alpha),
  );
}

function colourProblems(image: PNG, pixels: readonly Pixel[], kind: PictureKind): readonly string[] {
  const visible = pixels.filter(({ alpha }) => alpha > 0);
  const clear = pixels.length - visible.length;
  if (visible.length === 0) return ['is empty'];
  if (kind === 'outline' || kind === 'grey') {
    const colour = kind === 'outline' ? '#ffffff' : mobileGrey;
    return [
      ...(visible.every((pixel) => isColour(pixel, colour)) ? [] : [`has other colours than ${colour}`]),
      ...(clear > 0 ? [] : ['has no transparent ground']),
    ];
  }
  const solid = visible.filter(({ alpha }) => alpha === opaque);
  const missing = [brandColour, '#ffffff'].filter(
    (colour) => !solid.some((pixel) => isColour(pixel, colour)),
  );
  const problems = missing.map((colour) => `has no ${colour}`);
  if (kind === 'tile') return clear > 0 ? problems : [...problems, 'has no transparent corners'];
  // Teams cuts the corners itself and wants the symbol within the middle 96 of 192 pixels.
  const [from, to] = [image.width / 4, (image.width * 3) / 4];
  const isInMiddle = ({ x, y }: Pixel): boolean => x >= from && x < to && y >= from && y < to;
  return [
    ...problems,
    ...(pixels.every(({ alpha }) => alpha === opaque) ? [] : ['is not opaque to its edges']),
    ...(pixels.every((pixel) => isInMiddle(pixel) || isColour(pixel, brandColour))
      ? []
      : ['has something beside its ground outside the middle half']),
  ];
}

function readPng(bytes: Uint8Array): PNG | string {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch (error) {
    return `is no PNG (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** Whether a PNG is of the size and the colours that it is used for. */
export function pictureProblems(
  bytes: Uint8Array | undefined,
  expected: ExpectedPicture,
): readonly Problem[] {
  const say = (what: string): Problem => ({ where: expected.where, what });
  if (bytes === undefined) return [say('the file is not in the package')];
  const image = readPng(bytes);
  if (typeof image === 'string') return [say(image)];
  const { width, height } = image;
  const size = expected.sizePixels;
  return [
    ...(width === size && height === size ? [] : [say(`is ${width}×${height} pixels, not ${size}×${size}`)]),
    ...colourProblems(image, pixelsOf(image), expected.kind).map(say),
  ];
}
