import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { pictureProblems, type PictureKind } from '../../scripts/package/checks/pictureCheck.ts';
import { iconSvg, loadDrawing, type DrawIcon } from '../../scripts/package/drawIcon.ts';
import { brandColour, iconList } from '../../scripts/package/iconList.ts';
import { projectRoot } from './packageSources.ts';

const assets = join(projectRoot, 'assets');
const source = readFileSync(join(assets, 'mark.svg'), 'utf8');
const committed = (file: string): Uint8Array => readFileSync(join(assets, file));

const problems = (bytes: Uint8Array | undefined, kind: PictureKind, sizePixels: number): string =>
  pictureProblems(bytes, { where: 'icon', kind, sizePixels })
    .map(({ what }) => what)
    .join('\n');

/** A picture of one colour with one pixel of another. */
function picture(
  sizePixels: number,
  ground: readonly number[],
  [x, y, ...dot]: readonly number[] = [],
): Uint8Array {
  const image = new PNG({ width: sizePixels, height: sizePixels });
  for (let index = 0; index < sizePixels * sizePixels; index += 1) image.data.set(ground, index * 4);
  if (x !== undefined && y !== undefined) image.data.set(dot, (y * sizePixels + x) * 4);
  return PNG.sync.write(image);
}

const brand = [0x5b, 0x5f, 0xc7, 255];
const white = [255, 255, 255, 255];
const nothing = [0, 0, 0, 0];

describe('the icons', () => {
  let draw: DrawIcon;
  beforeAll(async () => {
    draw = await loadDrawing();
  });

  it.each(iconList.map((icon) => [icon.file, icon] as const))(
    '%s has its size and its colours, and is what the source draws',
    (file, icon) => {
      expect(problems(committed(file), icon.style, icon.sizePixels)).toBe('');
      // After a change of assets/mark.svg: npm run icons.
      expect(Buffer.compare(committed(file), draw(source, icon))).toBe(0);
    },
  );

  it('are all of the list, and no picture lies beside them', () => {
    const files = ['icons', 'teams'].flatMap((folder) =>
      readdirSync(join(assets, folder)).map((name) => `${folder}/${name}`),
    );
    expect(files.toSorted()).toEqual(iconList.map(({ file }) => file).toSorted());
  });

  it('are not drawn from a source without the symbol', () => {
    const [icon] = iconList;
    expect(() => icon && iconSvg('<svg><defs></defs></svg>', icon)).toThrow('no symbol mark');
  });
});

describe('the check of a picture refuses', () => {
  it.each<[string, Uint8Array | undefined, PictureKind, number, string]>([
    ['a file that is not there', undefined, 'tile', 16, 'the file is not in the package'],
    ['something else than a PNG', new TextEncoder().encode('<svg/>'), 'tile', 16, 'is no PNG'],
    ['another size', committed('icons/mark-20.png'), 'tile', 16, 'is 20×20 pixels, not 16×16'],
    ['an empty picture', picture(32, nothing), 'outline', 32, 'is empty'],
    [
      'a coloured outline',
      picture(32, nothing, [4, 4, ...brand]),
      'outline',
      32,
      'has other colours than #ffffff',
    ],
    [
      'an outline that is nearly white',
      picture(32, nothing, [4, 4, 250, 250, 250, 255]),
      'outline',
      32,
      'has other colours than #ffffff',
    ],
    [
      'an outline without a transparent ground',
      picture(32, white),
      'outline',
      32,
      'has no transparent ground',
    ],
    [
      'a white icon on an event of a phone',
      committed('teams/outline.png'),
      'grey',
      32,
      'has other colours than #919191',
    ],
    ['a tile of another colour', picture(32, nothing, [4, 4, ...white]), 'tile', 32, `has no ${brandColour}`],
    ['a tile without its symbol', picture(32, nothing, [4, 4, ...brand]), 'tile', 32, 'has no #ffffff'],
    [
      'a tile without transparent corners',
      picture(32, brand, [4, 4, ...white]),
      'tile',
      32,
      'has no transparent corners',
    ],
    [
      'a Teams icon with cut corners',
      picture(192, brand, [0, 0, ...nothing]),
      'square',
      192,
      'is not opaque to its edges',
    ],
    [
      'a Teams icon whose symbol is too large',
      picture(192, brand, [40, 96, ...white]),
      'square',
      192,
      'outside the middle half',
    ],
  ])('%s', (_fault, bytes, kind, size, message) => {
    expect(problems(bytes, kind, size)).toContain(message);
  });

  it('nothing of a Teams icon whose symbol is in the middle half', () => {
    expect(problems(picture(192, brand, [50, 96, ...white]), 'square', 192)).toBe('');
  });
});
