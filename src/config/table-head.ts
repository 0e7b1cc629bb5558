import { foldWord } from '../text/index.ts';

/** Whether a list is a table, as spreadsheets save it. */
export const isTable = (path: string): boolean => /\.(?:csv|tsv)$/i.test(path);

/** What the first line of a table says. */
export interface TableHead {
  /** The columns, folded. */
  columns: readonly string[];
  /** What stands between two cells. */
  delimiter: string;
  /** Its line, 1-based, and its place in the text. */
  line: number;
  start: number;
}

/** Reads which columns a table has; a line «sep=;» above them is a spreadsheet's own note of its delimiter. */
export function readTableHead(path: string, text: string): TableHead {
  const note = /^\uFEFF?"?sep=(?<mark>[;,\t])"?\r?\n/i.exec(text);
  const above = /^\uFEFF?[\r\n]*/.exec(text.slice(note?.[0].length))?.[0] ?? '';
  const start = (note?.[0].length ?? 0) + above.length;
  const header = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  // Of one column alone the file's name tells.
  const usual = /\.tsv$/i.test(path) ? '\t' : ',';
  const delimiter = note?.groups?.mark ?? ['\t', ';', ','].find((mark) => header.includes(mark)) ?? usual;
  const columns = header.split(delimiter).map((name) => foldWord(name.trim().replace(/^"|"$/g, '')));
  return { columns, delimiter, line: text.slice(0, start).split(/\r\n|\r|\n/).length, start };
}
