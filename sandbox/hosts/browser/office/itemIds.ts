/** Outlook on the web gives ids in the form of Exchange Web Services; Graph's are the same with other letters. */
export function ewsIdOf(graphId: string): string {
  return graphId.replaceAll('-', '/').replaceAll('_', '+');
}

export function graphIdOf(ewsId: string): string {
  return ewsId.replaceAll('/', '-').replaceAll('+', '_');
}
