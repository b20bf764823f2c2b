// What is loaded for the prep notes: one local module, so that the bundler leaves out what is not used of it.
export { ForNextTime } from '#features/prep-notes/ForNextTime.tsx';
export { PrepNotesScreen } from '#features/prep-notes/PrepNotesScreen.tsx';
