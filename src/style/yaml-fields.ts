import type { LineCounter, Node, Scalar } from 'yaml';
import { isMap, isScalar, isSeq, Pair, visit, YAMLMap, YAMLSeq } from 'yaml';
import type { Said } from '../text/index.ts';
import { nearestName, said } from '../text/index.ts';
import type { PackPlace, PackProblem } from './pack.ts';

/**
 * The fields of a YAML map, read as Vale reads them: keys in any case, a lone value for a list, numbers and booleans
 * for strings. What doesn't fit becomes a problem at its place, and the field's default holds.
 */
export class Fields {
  readonly #file: string;
  readonly #map: YAMLMap;
  readonly #lines: LineCounter;
  readonly #problems: PackProblem[];
  /** Nodes of another file, from a rule that this one builds on. */
  readonly #inherited: ReadonlySet<unknown>;

  constructor(
    file: string,
    map: YAMLMap,
    lines: LineCounter,
    problems: PackProblem[],
    inherited: ReadonlySet<unknown> = new Set(),
  ) {
    this.#file = file;
    this.#map = map;
    this.#lines = lines;
    this.#problems = problems;
    this.#inherited = inherited;
  }

  /**
   * These fields laid over a parent's: a key replaces the parent's, `key+` adds to its list or map, `key-` takes out of it.
   *
   * @param own keys that are not handed down
   */
  over(parent: Fields, own: readonly string[]): Fields {
    const items = new Map<string, Pair>();
    const inherited = new Set<unknown>();
    for (const item of parent.#map.items) {
      const name = scalarText(item.key).toLowerCase();
      if (!own.includes(name)) items.set(name, item);
    }
    visit(parent.#map, (_, node) => void inherited.add(node));
    for (const item of this.#map.items) {
      const [, name = '', edit] = /^(.*?)([+-])?$/.exec(scalarText(item.key).toLowerCase()) ?? [];
      if (name === 'extends' && items.has(name)) continue;
      const before = items.get(name)?.value;
      const value =
        edit === '+' ? joinNodes(before, item.value) : edit === '-' ? leaveOut(before, item.value) : item.value;
      items.set(name, edit && before ? new Pair(items.get(name)?.key, value) : new Pair(item.key, value));
    }
    const map = new YAMLMap();
    map.range = this.#map.range ?? null;
    map.items = [...items.values()];
    return new Fields(this.#file, map, this.#lines, this.#problems, inherited);
  }

  get place(): PackPlace {
    const { line, col } = this.#lines.linePos(this.#map.range?.[0] ?? 0);
    return { file: this.#file, line, column: col };
  }

  has(name: string): boolean {
    return this.#pair(name) !== undefined;
  }

  /** The row of a list, or the key of a map, that says a text. */
  row(name: string, text: string): Node | undefined {
    const value = this.#pair(name)?.value;
    const rows = isSeq(value) ? value.items : [value];
    const nodes = rows.flatMap((row) => (isMap(row) ? row.items.map(({ key }) => key) : [row]));
    return nodes.find((node): node is Scalar => isScalar(node) && scalarText(node) === text);
  }

  /** Reports keys that mean nothing here, each with the nearest that does, and keys that stand twice. */
  rejectUnknown(known: readonly string[], say: (key: string) => Said): void {
    const names = new Set(known.map((name) => name.toLowerCase()));
    const seen = new Set<string>();
    for (const { key } of this.#map.items) {
      const name = scalarText(key);
      const isTwice = seen.has(name.toLowerCase());
      seen.add(name.toLowerCase());
      if (isTwice)
        this.#report(key as Node, said`“${name}” stands twice: the first holds`, 'warning', { fix: 'remove' });
      if (names.has(name.toLowerCase())) continue;
      const near = nearestName(name, known);
      if (near === undefined) this.#report(key as Node, say(name), 'warning', { fix: 'remove' });
      else
        this.#report(key as Node, said`No key “${name}”: did you mean “${near}”?`, 'warning', {
          expected: [near],
          fix: 'remove',
        });
    }
  }

  /** Reports something wrong with a field; with the whole map when it is unnamed or absent. */
  complain(name: string, message: Said, severity: 'error' | 'warning' = 'error', within?: unknown): void {
    const pair = this.#pair(name);
    this.#report(
      (within ?? pair?.value ?? pair?.key ?? this.#map.items[0]?.key ?? this.#map) as Node,
      message,
      severity,
    );
  }

  #report(
    node: Node,
    message: Said,
    severity: 'error' | 'warning',
    mend: Pick<PackProblem, 'expected' | 'fix'> = {},
  ): void {
    // What another file says is told where this one names it.
    const [from, to] = (this.#inherited.has(node) ? undefined : node.range) ?? this.#map.range ?? [0, 1];
    const start = this.#lines.linePos(from);
    const end = this.#lines.linePos(Math.max(from + 1, to));
    this.#problems.push({
      file: this.#file,
      line: start.line,
      column: start.col,
      endLine: end.line,
      endColumn: end.col,
      severity,
      message,
      ...mend,
    });
  }

  text(name: string, fallback = ''): string {
    const value = this.#pair(name)?.value;
    if (value === undefined || value === null) return fallback;
    if (isScalar(value)) return value.value === null ? fallback : scalarText(value);
    this.complain(name, said`“${name}” is a text`);
    return fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    const text = this.text(name).toLowerCase();
    if (text === '') return fallback;
    if (/^(?:true|yes|on|1|t|y)$/.test(text)) return true;
    if (/^(?:false|no|off|0|f|n)$/.test(text)) return false;
    this.complain(name, said`“${name}” is true or false`);
    return fallback;
  }

  number(name: string, fallback: number): number {
    const text = this.text(name);
    if (text === '') return fallback;
    const value = Number(text);
    if (Number.isFinite(value)) return value;
    this.complain(name, said`“${name}” is a number`);
    return fallback;
  }

  texts(name: string): string[] {
    const value = this.#pair(name)?.value;
    if (value === undefined || value === null) return [];
    if (isScalar(value)) return value.value === null ? [] : [scalarText(value)];
    if (isSeq(value) && value.items.every((item) => isScalar(item))) return value.items.map(scalarText);
    this.complain(name, said`“${name}” is a list of texts`);
    return [];
  }

  /** A map of texts, or Vale's list of such maps, in order. */
  pairs(name: string): [string, string][] {
    const value = this.#pair(name)?.value;
    if (value === undefined || value === null) return [];
    const maps = isSeq(value) ? value.items : [value];
    const found: [string, string][] = [];
    for (const map of maps) {
      if (!isMap(map)) {
        if (!(isScalar(map) && map.value === null)) this.complain(name, said`“${name}” is a map of texts`);
        continue;
      }
      for (const item of map.items) {
        if (isScalar(item.value) || item.value === null) found.push([scalarText(item.key), scalarText(item.value)]);
        else this.complain(name, said`“${scalarText(item.key)}” has no text for its value`, 'error', item.value);
      }
    }
    return found;
  }

  /** A map of maps. */
  map(name: string): [string, Fields][] | undefined {
    const value = this.#pair(name)?.value;
    if (!isMap(value)) return undefined;
    return value.items.flatMap((item) =>
      isMap(item.value) ? [[scalarText(item.key), this.#inner(item.value)] as [string, Fields]] : [],
    );
  }

  /** A list of maps; a lone map counts as one. */
  list(name: string): Fields[] {
    const value = this.#pair(name)?.value;
    if (isMap(value)) return [this.#inner(value)];
    if (!isSeq(value)) return [];
    return value.items.flatMap((item) => (isMap(item) ? [this.#inner(item)] : []));
  }

  #inner(map: YAMLMap): Fields {
    return new Fields(this.#file, map, this.#lines, this.#problems, this.#inherited);
  }

  #pair(name: string): Pair | undefined {
    if (!name) return undefined;
    const own = this.#map.items.filter((item) => scalarText(item.key).toLowerCase() === name.toLowerCase());
    // A key that was left empty and written again further down says what it says there.
    return own.length > 1 ? (own.find(({ value }) => !isEmpty(value)) ?? own[0]) : own[0];
  }
}

function scalarText(node: unknown): string {
  if (!isScalar(node)) return '';
  if (node.value === null) return '';
  // Numbers keep the form in which they were written: «1.0», «007».
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

/** A parent's list with more rows, or its map with more keys. */
function joinNodes(before: unknown, more: unknown): unknown {
  if (isMap(before) && isMap(more)) {
    const joined = new YAMLMap();
    const names = new Set(more.items.map(({ key }) => scalarText(key)));
    joined.items = [...before.items.filter(({ key }) => !names.has(scalarText(key))), ...more.items];
    return joined;
  }
  const rows = rowsOf(more);
  if (before === undefined || before === null || isMap(more)) return more;
  const joined = new YAMLSeq();
  joined.items = [...rowsOf(before), ...rows];
  return joined;
}

/** A parent's list without some rows, by what they say, or its map without some keys. */
function leaveOut(before: unknown, less: unknown): unknown {
  const names = new Set((isMap(less) ? less.items.map(({ key }) => key) : rowsOf(less)).map(scalarText));
  if (isMap(before)) {
    const left = new YAMLMap();
    left.items = before.items.filter(({ key }) => !names.has(scalarText(key)));
    return left;
  }
  const left = new YAMLSeq();
  left.items = rowsOf(before).filter((row) => !names.has(scalarText(row)));
  return left;
}

const isEmpty = (value: unknown) => value === null || value === undefined || (isScalar(value) && value.value === null);

const rowsOf = (node: unknown): unknown[] =>
  isSeq(node) ? node.items : node === undefined || node === null ? [] : [node];
