import { compareEntries, compareMarks } from './mergeOwnDevices.ts';
import type { NotesFile } from './types.ts';

/**
 * A file with those rows alone that differ from an earlier copy of it: what a device has to keep until they are saved. Joined to any copy of the file
 * (`mergeOwnDevices`), they give what the whole file would have given.
 */
export function rowsSince<File extends NotesFile>(file: File, before: File | undefined): File {
  if (before === undefined) return file;
  return {
    ...file,
    entries: changedRows(file.entries, before.entries, compareEntries),
    marks: changedRows(file.marks, before.marks, compareMarks),
    unreadable: [],
    rest: {},
  };
}

/** True when there is nothing to show, keep or save in it. */
export function isEmptyFile({ entries, marks, unreadable, rest }: NotesFile): boolean {
  return (
    entries.length === 0 && marks.length === 0 && unreadable.length === 0 && Object.keys(rest).length === 0
  );
}

/** Along two sorted lists the rows of the first that the second does not have as they are. Edits keep the rows that they do not change. */
function changedRows<Row>(
  rows: readonly Row[],
  before: readonly Row[],
  compare: (a: Row, b: Row) => number,
): readonly Row[] {
  let at = 0;
  return rows.filter((row) => {
    for (;;) {
      const other = before[at];
      if (other === undefined) return true;
      const order = compare(other, row);
      if (order === 0) return other !== row;
      if (order > 0) return true;
      at += 1;
    }
  });
}
