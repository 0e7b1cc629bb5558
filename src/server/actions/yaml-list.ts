import type { TextEdit } from 'vscode-languageserver';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { indexLines, pointAt } from '../../text/index.ts';
import { newlineOf } from './append-row.ts';

/** The first node of a text; undefined where some of it is no YAML. */
export function readYaml(text: string): Node | null | undefined {
  const { contents, errors } = parseDocument(text, { logLevel: 'silent' });
  return errors.length > 0 ? undefined : contents;
}

/** The entry of a map; undefined without one. */
export function findPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/**
 * Adds an item at the end of the list that a key has; a key without a value gets a list, a single text becomes one.
 *
 * @returns undefined where the value is anything else
 */
export function addToKey(text: string, { key, value }: Pair, item: string): TextEdit[] | undefined {
  if (isSeq(value)) return addToSeq(text, value, item);
  if (!isScalar(value) || !value.range || !isNode(key) || !key.range) return undefined;
  const [start, end] = value.range;
  if (value.value === null && start < end) return [replace(text, start, end, `[${item}]`)];
  if (value.value === null) {
    const colon = /^\s*:/.exec(text.slice(key.range[1]));
    return colon ? [insert(text, key.range[1] + colon[0].length, ` [${item}]`)] : undefined;
  }
  return isBlock(value) ? undefined : [insert(text, start, '['), insert(text, end, `, ${item}]`)];
}

/** Adds an item at the end of a list of YAML, in the form that the list has. */
export function addToSeq(text: string, seq: YAMLSeq, item: string): TextEdit[] | undefined {
  const [start] = seq.range ?? [];
  if (start === undefined) return undefined;
  if (seq.flow) return addToFlow(text, seq, item);
  const last = lastEnd(seq);
  const indent = ' '.repeat(start - startOfLine(text, start));
  return last === undefined ? undefined : [insert(text, endOfLine(text, last), `${newlineOf(text)}${indent}- ${item}`)];
}

/** Adds an entry at the end of a list or map in brackets. */
export function addToFlow(text: string, node: YAMLSeq | YAMLMap, entry: string): TextEdit[] | undefined {
  if (!node.range) return undefined;
  const [start, close] = [node.range[0], node.range[1] - 1];
  const last = lastEnd(node);
  if (last === undefined) return [insert(text, start + 1, entry)];
  const comma = /^(?:\s|#.*)*?,/.exec(text.slice(last, close))?.[0].length ?? 0;
  const lineEnd = endOfLine(text, last + comma);
  // An item behind which the line ends, or only a remark stands, is followed on the next line.
  const isLast = lineEnd <= close && /^[ \t]*(?:#.*)?$/.test(text.slice(last + comma, lineEnd));
  if (!isLast) return [insert(text, last, `, ${entry}`)];
  const own = /^[ \t]*/.exec(text.slice(startOfLine(text, last), last))?.[0] ?? '';
  const indent = startOfLine(text, last) > start ? own : `${own}  `;
  const line = `${newlineOf(text)}${indent}${entry}`;
  if (comma > 0) return [insert(text, lineEnd, `${line},`)];
  // Two edits at one place would leave their order to the editor.
  return last === lineEnd ? [insert(text, last, `,${line}`)] : [insert(text, last, ','), insert(text, lineEnd, line)];
}

/** Where the last entry of a list or map ends; a block's own range takes in the remarks behind it. */
function lastEnd(node: YAMLSeq | YAMLMap): number | undefined {
  const last: unknown = node.items.at(-1);
  const part = isPair(last) ? (last.value ?? last.key) : last;
  if (!isNode(part)) return undefined;
  if ((isSeq(part) || isMap(part)) && !part.flow) return lastEnd(part);
  const end = part.range?.[1];
  // A block of text ends behind its line break.
  return isBlock(part) && end !== undefined ? end - 1 : end;
}

const isBlock = (node: Node) => isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');

const startOfLine = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;

/** Where the line of an offset ends, before its line break. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

const insert = (text: string, offset: number, newText: string) => replace(text, offset, offset, newText);

/** A line below a node, set in as the sign before the node is; a remark behind the node stays with it. */
export function insertBelow(
  text: string,
  [start = 0, end = 0]: readonly number[],
  sign: string,
  line: string,
): TextEdit {
  const at = text.lastIndexOf(sign, start - 1);
  return insert(text, endOfLine(text, end), `${newlineOf(text)}${' '.repeat(at - startOfLine(text, at))}${line}`);
}

/** Puts something else in the place of a stretch; UTF-16 offsets. */
export function replace(text: string, start: number, end: number, newText: string): TextEdit {
  const lines = indexLines(text);
  const at = (offset: number) => {
    const { line, column } = pointAt(lines, offset);
    return { line: line - 1, character: column - 1 };
  };
  return { range: { start: at(start), end: at(end) }, newText };
}
