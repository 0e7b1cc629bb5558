import type { TextEdit } from 'vscode-languageserver';
import { isMap, isSeq } from 'yaml';
import { isTable, readTableHead } from '../../config/index.ts';
import { appendRow, newlineOf } from './append-row.ts';
import { addToFlow, addToKey, findPair, readYaml } from './yaml-list.ts';

/** Whom or what to add. */
export interface TeamEntry {
  name: string;
  rank?: string;
  office?: string;
  country?: string;
}

/** The files of a configuration that may be lists of people: those that are called so, then the others, nearest first. */
export function listsOfPeople(files: readonly string[]): readonly string[] {
  const isCalledSo = (file: string) => /people[^/]*\.(?:csv|tsv|ya?ml)$/i.test(file);
  return [...files.filter(isCalledSo), ...files.filter((file) => isTable(file) && !isCalledSo(file))];
}

/**
 * Adds a row at the end of a list of people. A table's row follows its columns and delimiter; YAML gets an item of the
 * list.
 *
 * @param file its name, for the extension
 * @param text the list as it stands
 * @returns undefined where the list keeps no people
 */
export function addToList(file: string, text: string, entry: TeamEntry): TextEdit[] | undefined {
  return isTable(file) ? addRow(file, text, entry) : addYamlItem(text, entry);
}

/**
 * Writes another rank into somebody's row: one cell of a table, one line of YAML.
 *
 * @param line on which the row begins, 1-based
 * @returns undefined where the list has no place for it
 */
export function setRank(file: string, text: string, line: number, rank: string): TextEdit | undefined {
  const lines = text.split(/\r?\n/);
  if (!isTable(file)) return setKey(lines, line - 1, rank);
  const { delimiter, columns } = readTableHead(file, text);
  const column = columns.indexOf('rank');
  return column < 0 ? undefined : setCell(lines, line - 1, column, delimiter, () => rank);
}

/**
 * Adds another spelling of a name to somebody's row of a table; a list without a column for such gets one.
 *
 * @param line on which the row begins, 1-based
 * @returns undefined where the list has no place for it
 */
export function addAliasCell(file: string, text: string, line: number, alias: string): TextEdit[] | undefined {
  const lines = text.split(/\r?\n/);
  const { delimiter, columns, line: headLine } = readTableHead(file, text);
  if (!columns.includes('name')) return undefined;
  const known = columns.findIndex((column) => column === 'aliases' || column === 'alias');
  const column = known < 0 ? columns.length : known;
  const cell = setCell(lines, line - 1, column, delimiter, (before) =>
    before === '' ? alias : before + (delimiter === ';' || before.includes('|') ? '|' : ';') + alias,
  );
  if (!cell) return undefined;
  const head = lines[headLine - 1] ?? '';
  return known < 0 ? [replaceIn(headLine - 1, head.length, 0, `${delimiter}aliases`), cell] : [cell];
}

/** @param change what a cell holds now, to what it should hold */
function setCell(
  lines: readonly string[],
  at: number,
  column: number,
  delimiter: string,
  change: (before: string) => string,
): TextEdit | undefined {
  const row = lines[at];
  // A row that goes on in the next line is left to people.
  if (row === undefined || row.split('"').length % 2 === 0) return undefined;
  const cells = [...row.matchAll(cellsBetween(delimiter))].map(([cell]) => cell);
  // A row ends with its last filled cell.
  const missing = delimiter.repeat(Math.max(0, column + 1 - cells.length));
  const start = cells.slice(0, column).join(delimiter).length + (column > 0 && missing === '' ? 1 : 0);
  const cell = cells[column] ?? '';
  const newText = missing + quoteField(change(unquoteField(cell)), delimiter);
  return replaceIn(at, missing === '' ? start : row.length, cell.length, newText);
}

const unquoteField = (cell: string) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell.trim());

function cellsBetween(delimiter: string): RegExp {
  const mark = delimiter === '\t' ? '\\t' : delimiter;
  return new RegExp(`(?<=^|${mark})(?:"(?:[^"]|"")*"|[^${mark}]*)(?=${mark}|$)`, 'g');
}

function setKey(lines: readonly string[], at: number, rank: string): TextEdit | undefined {
  const indent = /^ *- +(?=name:)/.exec(lines[at] ?? '')?.[0].length;
  if (indent === undefined) return undefined;
  for (let i = at + 1; /^ *\w+:/.test(lines[i] ?? ''); i++) {
    const found = /^( *rank: *)(.*?) *$/.exec(lines[i] ?? '');
    if (found) return replaceIn(i, found[1]?.length ?? 0, found[2]?.length ?? 0, JSON.stringify(rank));
  }
  const key = `\n${' '.repeat(indent)}rank: ${JSON.stringify(rank)}`;
  return replaceIn(at, lines[at]?.length ?? 0, 0, key);
}

function replaceIn(line: number, character: number, length: number, newText: string): TextEdit {
  return { range: { start: { line, character }, end: { line, character: character + length } }, newText };
}

function addRow(file: string, text: string, entry: TeamEntry): TextEdit[] | undefined {
  const { delimiter, columns } = readTableHead(file, text);
  if (!columns.includes('name')) return undefined;
  const cells = columns.map((column) => {
    const value = Object.hasOwn(entry, column) ? entry[column as keyof TeamEntry] : undefined;
    return quoteField(value ?? '', delimiter);
  });
  const isFilled = (cell: string) => cell !== '';
  return [appendRow(text, cells.slice(0, cells.findLastIndex(isFilled) + 1).join(delimiter))];
}

function quoteField(value: string, delimiter: string): string {
  return value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function addYamlItem(text: string, entry: TeamEntry): TextEdit[] | undefined {
  const fields = Object.entries(entry).flatMap(([key, value]) => (value ? [`${key}: ${JSON.stringify(value)}`] : []));
  const contents = readYaml(text);
  const people = isMap(contents) ? findPair(contents, 'people') : undefined;
  if (people) return addToKey(text, people, `{${fields.join(', ')}}`);
  if (isSeq(contents) && contents.flow) return addToFlow(text, contents, `{${fields.join(', ')}}`);
  // An empty file is a list without rows yet.
  if (!isSeq(contents) && contents !== null) return undefined;
  // The items of the list that is there say how far they are set in.
  const indent = /^([ ]*)-\s/m.exec(text)?.[1] ?? '';
  return [appendRow(text, `${indent}- ${fields.join(`${newlineOf(text)}${indent}  `)}`)];
}
