import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { brandColour, mobileGrey, type Icon, type IconStyle } from './iconList.ts';

const gridUnits = 24;
const cornerRadiusUnits = 5.6;
/** Teams keeps the symbol of the colour icon within the middle 96 of 192 pixels. */
const squareSymbolShare = 0.5;
/** The symbols keep a margin of two units on their grid; an icon without a tile has none (Teams: no padding around the outline). */
const bareSymbolShare = 1.15;

/** Draws icons from the text of assets/mark.svg. */
export type DrawIcon = (source: string, icon: Icon) => Uint8Array;

/** Symbols shrink less on small tiles: at 16 pixels every one of them counts. */
function tileSymbolShare(sizePixels: number): number {
  if (sizePixels <= 20) return 0.86;
  return sizePixels <= 32 ? 0.78 : 0.7;
}

function symbolUse(icon: Icon, colour: string, share: number): string {
  const offsetUnits = (gridUnits * (1 - share)) / 2;
  return `<use href="#${icon.symbol}" color="${colour}" transform="translate(${offsetUnits} ${offsetUnits}) scale(${share})"/>`;
}

const ground = `width="${gridUnits}" height="${gridUnits}" fill="${brandColour}"`;

/** What the symbol stands on and in, in the order of painting. */
const layers: Readonly<Record<IconStyle, (icon: Icon) => string>> = {
  tile: (icon) =>
    `<rect ${ground} rx="${cornerRadiusUnits}"/>${symbolUse(icon, '#ffffff', tileSymbolShare(icon.sizePixels))}`,
  square: (icon) => `<rect ${ground}/>${symbolUse(icon, '#ffffff', squareSymbolShare)}`,
  outline: (icon) => symbolUse(icon, '#ffffff', bareSymbolShare),
  grey: (icon) => symbolUse(icon, mobileGrey, bareSymbolShare),
};

/** An SVG of one icon: the symbols of the source, other layers in front. Throws when the source has no `<defs>`. */
export function iconSvg(source: string, icon: Icon): string {
  const symbols = /<defs>[\s\S]*<\/defs>/.exec(source)?.[0];
  if (symbols === undefined || !symbols.includes(`id="${icon.symbol}"`))
    throw new Error(`assets/mark.svg has no symbol ${icon.symbol}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${gridUnits} ${gridUnits}">${symbols}${layers[icon.style](icon)}</svg>`;
}

/** Loads the rasteriser (WebAssembly, the same bytes on every platform); resolves with the way to draw PNGs. */
export async function loadDrawing(): Promise<DrawIcon> {
  const require = createRequire(import.meta.url);
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return (source, icon) => {
    const drawing = new Resvg(iconSvg(source, icon), { fitTo: { mode: 'width', value: icon.sizePixels } });
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    drawing.free();
    return png;
  };
}
