import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Node, Pair } from 'yaml';
import { isCollection, isMap, isNode, parseDocument } from 'yaml';

/**
 * What has to go so that an entry of a configuration or a row of a list is gone: the key with its value, the item of a
 * list with its comma, the line of a CSV file.
 *
 * @returns undefined when nothing begins at the position
 */
export function findRemoval(path: string, text: string, position: Position): Range | undefined {
  const document = TextDocument.create('', '', 0, text);
  if (!/\.(?:ya?ml|json)$/i.test(path)) return wholeLines(document, position.line, position.line);
  const offset = document.offsetAt(position);
  const { contents } = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  const found = contents ? findEntry(contents, offset) : undefined;
  if (!found) return undefined;
  const { parent, index, start, end } = found;
  if (!('flow' in parent && parent.flow)) {
    const first = document.positionAt(start).line;
    // A block ends where its last line does, not where the next one begins.
    const last = document.positionAt(Math.max(start, end - 1)).line;
    return wholeLines(document, first, last);
  }
  // The comma behind goes along; behind the last, the one before it.
  const behind = /^\s*,[ \t]*/.exec(text.slice(end));
  if (behind) return { start: document.positionAt(start), end: document.positionAt(end + behind[0].length) };
  const before = index > 0 ? /,\s*$/.exec(text.slice(0, start)) : null;
  return { start: document.positionAt(start - (before?.[0].length ?? 0)), end: document.positionAt(end) };
}

interface Entry {
  parent: { items: unknown[]; flow?: boolean | undefined };
  index: number;
  start: number;
  end: number;
}

/** The entry whose key, item or value begins at an offset. */
function findEntry(node: Node, offset: number): Entry | undefined {
  if (!isCollection(node)) return undefined;
  for (const [index, item] of node.items.entries()) {
    const parts = isMap(node) ? [(item as Pair).key, (item as Pair).value] : [item];
    const nodes = parts.filter(isNode);
    const start = nodes[0]?.range?.[0];
    const end = nodes.at(-1)?.range?.[1];
    if (start === undefined || end === undefined) continue;
    if (nodes.some(({ range }) => range?.[0] === offset)) {
      const inner = nodes
        .map((part) => (part.range?.[0] === offset ? findEntry(part, offset) : undefined))
        .find(Boolean);
      return inner ?? { parent: node, index, start, end };
    }
    for (const part of nodes) {
      const found = findEntry(part, offset);
      if (found) return found;
    }
  }
  return undefined;
}

function wholeLines(document: TextDocument, first: number, last: number): Range {
  const start = { line: first, character: 0 };
  const end = { line: last + 1, character: 0 };
  return last + 1 < document.lineCount
    ? { start, end }
    : { start, end: document.positionAt(document.getText().length) };
}
