// What is loaded for a mentorship's own page and for the guidance: one local module, so that the bundler leaves out what is not used of it.
import { guide } from '#words/en/guide.ts';
import { seasons } from '#words/en/seasons.ts';

export { GuideScreen } from '#features/mentorship/GuideScreen.tsx';
export { SeasonsScreen } from '#features/mentorship/seasons/SeasonsScreen.tsx';

export const words = { guide, seasons };
