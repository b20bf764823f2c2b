// What is loaded for the prep notes: one local module, so that the bundler leaves out what is not used of it.
import { notes } from '#words/en/notes.ts';

export { ForNextTime } from '#features/prep-notes/ForNextTime.tsx';
export { PrepNotesScreen } from '#features/prep-notes/PrepNotesScreen.tsx';

export const words = { notes };
