import type { TextEdit } from 'vscode-languageserver';
import type { Node, YAMLMap } from 'yaml';
import { isMap, isScalar, visit } from 'yaml';
import { indexLines, pointAt } from '../../text/index.ts';
import { addToFlow, addToKey, findPair, insertBelow, readYaml, replace } from './yaml-list.ts';

/**
 * Adds another spelling of a name to somebody's row of a list in YAML.
 *
 * @param line on which the row begins, 1-based
 * @returns undefined where nobody's row begins there
 */
export function addAliasKey(text: string, line: number, alias: string): TextEdit[] | undefined {
  const row = findRow(readYaml(text), line, text);
  return row && (isMap(row) ? changeRow(row, text, alias) : writeRow(row, text, alias));
}

/** The item of a list that begins on a line: a map with a name, or a name alone. */
function findRow(contents: Node | null | undefined, line: number, text: string): Node | undefined {
  let found: Node | undefined;
  const lines = indexLines(text);
  const isThere = ({ range }: Node) => range && pointAt(lines, range[0]).line === line;
  visit(contents ?? null, {
    Seq(_key, { items }) {
      found ??= (items as Node[]).find((item) => isThere(item) && (isMap(item) ? item.has('name') : isScalar(item)));
    },
  });
  return found;
}

/** A name alone becomes a map. */
function writeRow(row: Node, text: string, alias: string): TextEdit[] | undefined {
  const [start, end] = row.range ?? [];
  if (start === undefined || end === undefined || !isScalar(row)) return undefined;
  const map = `{"name": ${JSON.stringify(String(row.value))}, "aliases": [${JSON.stringify(alias)}]}`;
  return [replace(text, start, end, map)];
}

function changeRow(row: YAMLMap, text: string, alias: string): TextEdit[] | undefined {
  const word = JSON.stringify(alias);
  const old = findPair(row, 'aliases') ?? findPair(row, 'alias');
  if (old) return addToKey(text, old, word);
  const name = row.get('name', true)?.range;
  if (!name) return undefined;
  // In brackets it may be JSON.
  return row.flow
    ? addToFlow(text, row, `"aliases": [${word}]`)
    : [insertBelow(text, name, 'name', `aliases: [${word}]`)];
}
