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

const opaque = 255;

interface Colour {
  readonly hex: string;
  readonly channels: readonly number[];
}

function colour(hex: string): Colour {
  return { hex, channels: [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)) };
}

const white = colour('#ffffff');
const brand = colour(brandColour);
const grey = colour(mobileGrey);

const bytesPerPixel = 4;
const alphaOffset = 3;

/** Colours are rounded while they are multiplied by their opacity: the fainter a pixel, the less its colour says. */
const tolerance = (alpha: number): number => Math.ceil(opaque / alpha) + 1;

const alphaAt = ({ data }: PNG, pixel: number): number => data[pixel * bytesPerPixel + alphaOffset] ?? 0;

function isColourAt(image: PNG, pixel: number, { channels }: Colour): boolean {
  const allowed = tolerance(alphaAt(image, pixel));
  return channels.every(
    (channel, offset) => Math.abs((image.data[pixel * bytesPerPixel + offset] ?? 0) - channel) <= allowed,
  );
}

/** Whether some pixel, told by its number from the top left, passes the test. */
function somePixel({ width, height }: PNG, test: (pixel: number) => boolean): boolean {
  for (let pixel = 0; pixel < width * height; pixel += 1) if (test(pixel)) return true;
  return false;
}

const hasClear = (image: PNG): boolean => somePixel(image, (pixel) => alphaAt(image, pixel) === 0);

function bareProblems(image: PNG, only: Colour): readonly string[] {
  const hasOther = somePixel(image, (pixel) => alphaAt(image, pixel) > 0 && !isColourAt(image, pixel, only));
  return [
    ...(hasOther ? [`has other colours than ${only.hex}`] : []),
    ...(hasClear(image) ? [] : ['has no transparent ground']),
  ];
}

/** Teams cuts the corners itself and wants the symbol within the middle 96 of 192 pixels. */
function squareProblems(image: PNG): readonly string[] {
  const { width } = image;
  const [from, to] = [width / 4, (width * 3) / 4];
  const isInMiddle = (pixel: number): boolean => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    return x >= from && x < to && y >= from && y < to;
  };
  return [
    ...(somePixel(image, (pixel) => alphaAt(image, pixel) < opaque) ? ['is not opaque to its edges'] : []),
    ...(somePixel(image, (pixel) => !isInMiddle(pixel) && !isColourAt(image, pixel, brand))
      ? ['has something beside its ground outside the middle half']
      : []),
  ];
}

function colourProblems(image: PNG, kind: PictureKind): readonly string[] {
  if (!somePixel(image, (pixel) => alphaAt(image, pixel) > 0)) return ['is empty'];
  if (kind === 'outline') return bareProblems(image, white);
  if (kind === 'grey') return bareProblems(image, grey);
  const missing = [brand, white]
    .filter(
      (wanted) =>
        !somePixel(image, (pixel) => alphaAt(image, pixel) === opaque && isColourAt(image, pixel, wanted)),
    )
    .map(({ hex }) => `has no ${hex}`);
  if (kind === 'square') return [...missing, ...squareProblems(image)];
  return hasClear(image) ? missing : [...missing, 'has no transparent corners'];
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
    ...colourProblems(image, expected.kind).map(say),
  ];
}
