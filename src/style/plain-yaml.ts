import type { LineCounter } from 'yaml';
import { Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

// A key or a value is a text in quotation marks without escapes but a doubled mark; or a plain one that begins with a
// letter and holds nothing that YAML might read otherwise. Literals: the build makes two patterns of each (scripts/latin/).
const line =
  /(?: *#[^\n]*)?(?:\n|$)|( *)(?:(- +)|(?=\S)('(?:[^'\n]|'')*'|"[^"\\\n]*"|[\p{L}\p{M}](?:[^\s:#]| (?=[^\s:#]))*|):(?: +|(?=\n|$)))/uy;
const value = /(?:'(?:[^'\n]|'')*'|"[^"\\\n]*"|[\p{L}\p{M}](?:[^\s:#]| (?=[^\s:#]))*|\d{1,9}|) *(?:\n|$)/uy;
const constants: ReadonlyMap<string, boolean> = new Map(
  ['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map((word) => [word, word.toLowerCase() === 'true']),
);

/**
 * Reads the YAML that most rules and all long lists are written in: keys at the margin with one text, a list of texts
 * or a map of texts each, on lines of their own. It is many times faster than a parser of all YAML.
 *
 * @param lines told where each line begins
 * @returns what `parseDocument` gives, places included; undefined where the text is anything else, for the parser to read
 */
export function readPlainYaml(text: string, lines: LineCounter): YAMLMap | undefined {
  if (/[\t\r\uFEFF]/.test(text)) return undefined;
  const root = new YAMLMap();
  const starts: number[] = [];
  let at = text.startsWith('---\n') ? 4 : 0;
  if (at > 0) starts.push(0);
  let open: { pair: Pair; indent: number; items: YAMLSeq | YAMLMap | undefined } | undefined;
  while (at < text.length) {
    const start = at;
    starts.push(start);
    line.lastIndex = at;
    const head = line.exec(text);
    if (!head) return undefined;
    at += head[0].length;
    const [, blanks, dash, key] = head;
    if (blanks === undefined) continue;
    const from = start + blanks.length;
    value.lastIndex = at;
    const rest = value.exec(text);
    if (!rest) return undefined;
    const written = rest[0].trimEnd();
    const scalar = written === '' ? undefined : readScalar(written, at);
    if (written !== '' && !scalar) return undefined;
    at += rest[0].length;
    if (dash !== undefined) {
      if (!open || !scalar || (open.items && (open.items instanceof YAMLMap || open.indent !== blanks.length)))
        return undefined;
      const list = open.items ?? begin(open, new YAMLSeq(), from, blanks.length);
      list.items.push(scalar);
      stretch(list, scalar);
      continue;
    }
    const name = key ? readScalar(key, from) : undefined;
    if (!name) return undefined;
    if (blanks.length === 0) {
      if (open && !open.items) return undefined;
      const pair = new Pair<unknown, unknown>(name, scalar);
      root.items.push(pair as Pair);
      root.range ??= [from, from, from];
      open = scalar ? undefined : { pair: pair as Pair, indent: 0, items: undefined };
      continue;
    }
    if (!open || !scalar || (open.items && (open.items instanceof YAMLSeq || open.indent !== blanks.length)))
      return undefined;
    const map = open.items ?? begin(open, new YAMLMap(), from, blanks.length);
    map.items.push(new Pair<unknown, unknown>(name, scalar) as Pair);
    stretch(map, scalar);
  }
  if (root.items.length === 0 || (open && !open.items)) return undefined;
  for (const start of starts) lines.addNewLine(start);
  return root;
}

function begin<T extends YAMLSeq | YAMLMap>(
  open: { pair: Pair; indent: number; items: YAMLSeq | YAMLMap | undefined },
  items: T,
  from: number,
  indent: number,
): T {
  items.range = [from, from, from];
  open.pair.value = items;
  open.items = items;
  open.indent = indent;
  return items;
}

function stretch(items: YAMLSeq | YAMLMap, last: Scalar): void {
  if (items.range) items.range = [items.range[0], last.range?.[1] ?? 0, last.range?.[1] ?? 0];
}

/** A scalar of the core schema; undefined for one that only the parser reads (null and its kin). */
function readScalar(written: string, at: number): Scalar | undefined {
  const first = written.charAt(0);
  const isQuoted = first === "'" || first === '"';
  const text = isQuoted ? written.slice(1, -1) : written;
  const constant = isQuoted ? undefined : constants.get(written);
  if (/^(?:null|Null|NULL)$/.test(written)) return undefined;
  const scalar = new Scalar<unknown>(
    first === "'"
      ? text.replaceAll("''", "'")
      : isQuoted
        ? text
        : (constant ?? (/^\d/.test(written) ? Number(written) : text)),
  );
  scalar.source = isQuoted ? String(scalar.value) : written;
  scalar.range = [at, at + written.length, at + written.length];
  return scalar;
}
