import type { Document, Node, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { TeamTerm } from '../../lexicon/index.ts';
import type { PackRule } from '../../style/index.ts';
import type { Place } from '../place.ts';
import { placeOfNode } from '../place.ts';
import type { ReadOnce } from '../sources.ts';

/** Finds where rows of packs stand. Files are parsed anew, and only when there is something to say of them. */
export interface Rows {
  /** The row of a field (a token, the key of a swap); the rule's first letter when it is not found. Of several the first, or the last. */
  find(rule: PackRule, field: string, row: string, isLast?: boolean): Promise<Place>;
  /** A text in the row of a list, which may run over several lines. */
  findText(source: TeamTerm['source'], text: string): Promise<Place>;
}

/** Sets up the search; each file is parsed once. */
export function createRows(read: ReadOnce): Rows {
  const parsed = new Map<string, Promise<{ document: Document; lines: LineCounter } | undefined>>();
  const parse = async (file: string) => {
    const text = await read(file);
    if (text === undefined) return undefined;
    const lines = new LineCounter();
    return { document: parseDocument(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false }), lines };
  };
  return {
    async findText({ file, line }, text) {
      const lines = ((await read(file)) ?? '').split(/\r\n|\r|\n/);
      for (let at = line; at < line + 12 && at <= lines.length; at++) {
        const column = (lines[at - 1] ?? '').indexOf(text) + 1;
        if (column > 0) return { file, line: at, column, endLine: at, endColumn: column + text.length };
      }
      return { file, line, column: 1, endLine: line, endColumn: 2 };
    },
    async find({ place }, field, row, isLast = false) {
      const { file, line, column } = place;
      const start: Place = { file, line, column, endLine: line, endColumn: column + 1 };
      const known = parsed.get(file) ?? parse(file);
      parsed.set(file, known);
      const found = await known;
      if (!found) return start;
      const { document, lines } = found;
      let map: YAMLMap | undefined;
      visit(document, {
        Map(_key, node) {
          const at = node.range && lines.linePos(node.range[0]);
          if (!at || at.line !== line || at.col !== column) return undefined;
          map = node;
          return visit.BREAK;
        },
      });
      const node = map && findRow(map, field, row, isLast);
      return node ? placeOfNode(file, lines, node) : start;
    },
  };
}

function findRow(map: YAMLMap, field: string, row: string, isLast: boolean): Node | undefined {
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value).toLowerCase() === field);
  const value = pair?.value;
  if (row === '') return (value ?? pair?.key) as Node | undefined;
  const says = (node: unknown) => isScalar(node) && (String(node.value) === row || node.source === row);
  const inMap = (node: YAMLMap) =>
    (isLast ? node.items.findLast(({ key }) => says(key)) : node.items.find(({ key }) => says(key)))?.key as
      | Node
      | undefined;
  if (isMap(value)) return inMap(value);
  if (isSeq(value))
    for (const item of value.items) {
      if (says(item)) return item as Node;
      const found = isMap(item) ? inMap(item) : undefined;
      if (found) return found;
    }
  return says(value) ? (value as Node) : undefined;
}
