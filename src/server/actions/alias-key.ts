import type { TextEdit } from 'vscode-languageserver';
import type { Node, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { newlineOf } from './people-list.ts';

/**
 * Adds another spelling of a name to somebody's row of a list in YAML.
 *
 * @param line on which the row begins, 1-based
 * @returns undefined where nobody's row begins there
 */
export function addAliasKey(text: string, line: number, alias: string): TextEdit[] | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
  const row = findRow(document.contents, line, lines);
  const change = row && (isMap(row) ? changeRow(row, text, alias) : writeRow(row, alias));
  if (!change) return undefined;
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line - 1, character: col - 1 };
  };
  return [{ range: { start: at(change.start), end: at(change.end) }, newText: change.newText }];
}

interface Change {
  start: number;
  end: number;
  newText: string;
}

const insert = (at: number, newText: string): Change => ({ start: at, end: at, newText });

/** The item of a list that begins on a line: a map with a name, or a name alone. */
function findRow(contents: Node | null, line: number, lines: LineCounter): Node | undefined {
  let found: Node | undefined;
  visit(contents, {
    Seq(_key, { items }) {
      found ??= (items as Node[]).find(
        (item) =>
          item.range && lines.linePos(item.range[0]).line === line && (isMap(item) ? item.has('name') : isScalar(item)),
      );
    },
  });
  return found;
}

/** A name alone becomes a map. */
function writeRow(row: Node, alias: string): Change | undefined {
  const [start, end] = row.range ?? [];
  if (start === undefined || end === undefined || !isScalar(row)) return undefined;
  return { start, end, newText: `{name: ${JSON.stringify(String(row.value))}, aliases: [${JSON.stringify(alias)}]}` };
}

function changeRow(row: YAMLMap, text: string, alias: string): Change | undefined {
  const word = JSON.stringify(alias);
  const old = row.get('aliases', true) ?? row.get('alias', true);
  if (isSeq(old)) {
    const last = (old.items as Node[]).at(-1)?.range;
    if (!last) return old.range ? { start: old.range[0], end: old.range[1], newText: `[${word}]` } : undefined;
    return old.flow ? insert(last[1], `, ${word}`) : insertBelow(text, last, '-', `- ${word}`);
  }
  if (isScalar(old) && old.range && old.value !== null)
    return { start: old.range[0], end: old.range[1], newText: JSON.stringify(`${String(old.value)}; ${alias}`) };
  if (old?.range) return insert(old.range[0], ` [${word}]`);
  const name = row.get('name', true)?.range;
  if (!name) return undefined;
  const key = `aliases: [${word}]`;
  return row.flow ? insert(name[1], `, ${key}`) : insertBelow(text, name, 'name', key);
}

/** A line below a node, set in as the sign before the node is; a remark behind the node stays with it. */
function insertBelow(text: string, [start, end]: readonly number[], sign: string, line: string): Change {
  const at = text.lastIndexOf(sign, (start ?? 0) - 1);
  const indent = at - (text.lastIndexOf('\n', at - 1) + 1);
  const rest = text.slice(end).search(/\r?\n|$/);
  return insert((end ?? 0) + rest, `${newlineOf(text)}${' '.repeat(indent)}${line}`);
}
