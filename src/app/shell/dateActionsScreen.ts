// What is loaded when a date is opened: one local module, so that the bundler leaves out what is not used of it.
import { mentorship } from '#words/en/mentorship.ts';

export { DateActions } from '#features/mentorship/DateActions.tsx';
export { QuickMend } from '#features/mentorship/QuickMend.tsx';

export const words = { mentorship };
