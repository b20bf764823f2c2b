// What is loaded where no bridge answers: one local module, so that the bundler leaves out what is not used of it.
export { createDialogClient } from './createDialogClient.ts';
export { createPopupClient } from './createPopupClient.ts';
