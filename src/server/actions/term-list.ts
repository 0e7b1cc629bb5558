import type { TextEdit } from 'vscode-languageserver';
import { indexLines, pointAt } from '../../text/index.ts';
import { appendRow, newlineOf, readHeader } from './people-list.ts';

/**
 * Adds a term to a team's list: a word a line (`.txt`), CSV with a column `preferred` or `term`, YAML.
 *
 * @param file its name, for the extension
 * @param text the list as it stands
 * @returns undefined when the file is no list of terms
 */
export function addTerm(file: string, text: string, term: string): TextEdit | undefined {
  if (/\.txt$/i.test(file)) return /(?:^|\/)reject\.txt$/i.test(file) ? undefined : appendRow(text, term);
  if (/\.(?:csv|tsv)$/i.test(file)) return addRow(text, term);
  return /\.ya?ml$/i.test(file) && !/(?:^|\/)\.copydesk\.ya?ml$/.test(file) ? addItem(text, term) : undefined;
}

function addRow(text: string, term: string): TextEdit | undefined {
  const { delimiter, columns } = readHeader(text);
  const at = columns.findIndex((column) => column === 'preferred' || column === 'term');
  // A row with a name is a person.
  return at < 0 || columns.includes('name') ? undefined : appendRow(text, delimiter.repeat(at) + term);
}

function addItem(text: string, term: string): TextEdit | undefined {
  const item = `- ${JSON.stringify(term)}`;
  const key = /^terms:[ \t]*(?:#.*)?\r?\n([ ]*)-[ ]/m.exec(text);
  if (key) {
    const line = pointAt(indexLines(text), key.index).line;
    const position = { line, character: 0 };
    return { range: { start: position, end: position }, newText: `${key[1]}${item}${newlineOf(text)}` };
  }
  // A list without keys whose items are not people; rules of a style pack are maps.
  return /^-[ ]/m.test(text) && !/^\w+:/m.test(text) && !/^[- ] name:/m.test(text) ? appendRow(text, item) : undefined;
}
