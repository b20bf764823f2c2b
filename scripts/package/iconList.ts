/** Symbols of assets/mark.svg. */
export type IconSymbol = 'mark' | 'times' | 'notes';

/**
 * `tile`: white on a rounded square of the brand colour, corners transparent. `square`: the same edge to edge, the symbol in the middle half
 * (Teams masks the corners itself). `outline`: white on nothing, no padding. `grey`: grey on nothing, as Outlook mobile wants it on an event.
 */
export type IconStyle = 'tile' | 'square' | 'outline' | 'grey';

export interface Icon {
  /** Path below assets/, with forward slashes. */
  readonly file: string;
  readonly symbol: IconSymbol;
  readonly style: IconStyle;
  readonly sizePixels: number;
}

/** The product's brand colour, Teams' own: buttons and icon agree with the host. */
export const brandColour = '#5b5fc7';
/** Colour of Outlook mobile's icons on an event (reference of MobileLogEventAppointmentAttendee). */
export const mobileGrey = '#919191';

/** Sizes of a ribbon button: 16, 32 and 80 are required, the others spare Outlook the scaling. */
export const ribbonSizesPixels = [16, 20, 24, 32, 40, 48, 64, 80] as const;
/** Sizes of a mobile button, each at one, two and three device pixels a point. */
export const mobileSizesPoints = [25, 32, 48] as const;
export const mobileScales = [1, 2, 3] as const;
/** Sizes that represent the add-in in lists of add-ins: normal and high resolution. */
export const listingSizesPixels = [64, 128] as const;

const mobileSizesPixels = mobileSizesPoints.flatMap((points) => mobileScales.map((scale) => points * scale));

function series(symbol: IconSymbol, style: IconStyle, name: string, sizesPixels: readonly number[]): Icon[] {
  return [...new Set(sizesPixels)]
    .toSorted((a, b) => a - b)
    .map((sizePixels) => ({ file: `icons/${name}-${sizePixels}.png`, symbol, style, sizePixels }));
}

/** Every icon of the product. Those below `icons/` are served beside the app, those below `teams/` travel in the Teams package. */
export const iconList: readonly Icon[] = [
  ...series('mark', 'tile', 'mark', [...ribbonSizesPixels, ...mobileSizesPixels, ...listingSizesPixels]),
  ...series('times', 'tile', 'times', ribbonSizesPixels),
  ...series('notes', 'tile', 'notes', ribbonSizesPixels),
  ...series('notes', 'grey', 'notes-grey', mobileSizesPixels),
  { file: 'teams/color.png', symbol: 'mark', style: 'square', sizePixels: 192 },
  { file: 'teams/color32x32.png', symbol: 'mark', style: 'tile', sizePixels: 32 },
  { file: 'teams/outline.png', symbol: 'mark', style: 'outline', sizePixels: 32 },
];
