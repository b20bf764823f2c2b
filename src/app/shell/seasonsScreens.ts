// What is loaded for a mentorship's own page and for the guidance: one local module, so that the bundler leaves out what is not used of it.
export { GuideScreen } from '#features/mentorship/GuideScreen.tsx';
export { SeasonsScreen } from '#features/mentorship/seasons/SeasonsScreen.tsx';
