/** Stands in the bundle for the combobox's word to Tabster (webpack.config.js): hands back the props of the field as they are. */
export function useTabsterEscapeIgnore<T extends object>(props: T): T {
  return props;
}
