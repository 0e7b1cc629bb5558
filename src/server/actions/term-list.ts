import type { TextEdit } from 'vscode-languageserver';
import { isMap, isScalar, isSeq } from 'yaml';
import { isTable, readTableHead } from '../../config/index.ts';
import { appendRow, newlineOf } from './append-row.ts';
import { addToFlow, addToKey, addToSeq, findPair, readYaml } from './yaml-list.ts';

/**
 * Adds a term to a team's list: a word a line (`.txt`), a table with a column `preferred` or `term`, YAML.
 *
 * @param file its name, for the extension
 * @param text the list as it stands
 * @returns undefined when the file keeps no terms
 */
export function addTerm(file: string, text: string, term: string): TextEdit[] | undefined {
  if (/\.txt$/i.test(file)) return /(?:^|\/)reject\.txt$/i.test(file) ? undefined : [appendRow(text, term)];
  if (isTable(file)) return addRow(file, text, term);
  return isYamlList(file) ? addItem(text, term) : undefined;
}

/** Adds a key `terms` with a term to a YAML list that keeps only people or places; undefined for anything else. */
export function addFirstTerm(file: string, text: string, term: string): TextEdit[] | undefined {
  const contents = isYamlList(file) ? readYaml(text) : undefined;
  if (!isMap(contents) || findPair(contents, 'terms')) return undefined;
  // A configuration or the rule of a pack has neither.
  if (!['people', 'places'].some((key) => findPair(contents, key))) return undefined;
  const item = JSON.stringify(term);
  if (contents.flow) return addToFlow(text, contents, `"terms": [${item}]`);
  // Behind the mark of a document's end nothing may follow.
  if (/^\.\.\./m.test(text)) return undefined;
  return [appendRow(text, `terms:${newlineOf(text)}  - ${item}`)];
}

const isYamlList = (file: string) => /\.ya?ml$/i.test(file) && !/(?:^|\/)\.copydesk\.ya?ml$/.test(file);

function addRow(file: string, text: string, term: string): TextEdit[] | undefined {
  const { delimiter, columns } = readTableHead(file, text);
  const at = columns.findIndex((column) => column === 'preferred' || column === 'term');
  // A row with a name is a person.
  return at < 0 || columns.includes('name') ? undefined : [appendRow(text, delimiter.repeat(at) + term)];
}

function addItem(text: string, term: string): TextEdit[] | undefined {
  const contents = readYaml(text);
  const item = JSON.stringify(term);
  const terms = isMap(contents) ? findPair(contents, 'terms') : undefined;
  if (terms) return isScalar(terms.value) && terms.value.value !== null ? undefined : addToKey(text, terms, item);
  // A list without keys whose items are not people; rules of a style pack are maps.
  const isTerm = (row: unknown) => isScalar(row) || (isMap(row) && ['preferred', 'term'].some((key) => row.has(key)));
  const isTerms = isSeq(contents) && contents.items.length > 0 && contents.items.every(isTerm);
  return isTerms ? addToSeq(text, contents, item) : undefined;
}
