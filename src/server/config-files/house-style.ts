import type { TextEdit } from 'vscode-languageserver';
import { isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { indexLines, pointAt } from '../../text/index.ts';

/** House styles that are a pack besides a way to write ranks. */
const packs: readonly string[] = ['ap', 'reuters', 'guardian', 'bbc'];
const house = /^copydesk:(?:ap|reuters|guardian|bbc)$/;

/**
 * Switches the house style of a configuration in YAML: its rank style and the pack that it builds on; comments and
 * order stay.
 *
 * @param style a rank style: `ap`, `keep-full`, …
 */
export function switchStyle(text: string, style: string): TextEdit[] {
  const document = parseDocument(text);
  const lines = indexLines(text);
  const at = (offset: number) => {
    const { line, column } = pointAt(lines, offset);
    return { line: line - 1, character: column - 1 };
  };
  const edits: TextEdit[] = [];
  const replace = (start: number, end: number, newText: string) =>
    edits.push({ range: { start: at(start), end: at(end) }, newText });
  const pack = packs.includes(style) ? `copydesk:${style}` : undefined;

  const base: unknown = document.get('extends', true);
  const entries = (isSeq(base) ? base.items : [base]).filter((one): one is Scalar<string> => isText(one));
  const old = entries.find(({ value }) => house.test(value));
  if (old?.range && pack) replace(old.range[0], old.range[1], pack);
  else if (old?.range) replace(...reachOf(text, old.range[0], old.range[1], isSeq(base) ? entries.length : 1), '');
  else if (pack && isSeq(base) && entries[0]?.range) {
    const first = entries[0].range[0];
    const separator = base.flow ? ', ' : `\n${' '.repeat(at(first).character - 2)}- `;
    replace(first, first, `${pack}${separator}`);
  } else if (pack && isText(base) && base.range)
    replace(base.range[0], base.range[1], `[${pack}, ${text.slice(base.range[0], base.range[1])}]`);
  else if (pack) replace(...lineBeforeKeys(text), `extends: ${pack}\n`);

  const own: unknown = document.get('style', true);
  if (isText(own) && own.range) replace(own.range[0], own.range[1], style);
  else if (!pack) replace(...lineBeforeKeys(text), `style: ${style}\n`);
  return edits;
}

const isText = (node: unknown): node is Scalar<string> => isScalar(node) && typeof node.value === 'string';

/** What goes with an entry of `extends`: its line where it stands alone or in a list of lines, else its comma. */
function reachOf(text: string, start: number, end: number, count: number): [number, number] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end) + 1;
  if (/^\s*-\s*$/.test(text.slice(lineStart, start))) {
    const key = text.lastIndexOf('\n', lineStart - 2) + 1;
    return [count === 1 ? key : lineStart, lineEnd];
  }
  if (count === 1) return [lineStart, lineEnd];
  const after = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
  if (after > 0) return [start, end + after];
  return [start - (/,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0), end];
}

/** The place before the first key that isn't `root`; after comments at the top. */
function lineBeforeKeys(text: string): [number, number] {
  const key = /^(?!root:)[\w-]+:/m.exec(text);
  const at = key?.index ?? text.length;
  return [at, at];
}
