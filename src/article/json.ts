import type { OffsetMap, Stretch } from '../text/index.ts';

/** A value of a JSON document that holds texts, with the places of these. */
export type JsonNode =
  | { kind: 'text'; value: string; start: number; map: OffsetMap; end: number }
  | { kind: 'object'; members: readonly (readonly [key: string, node: JsonNode])[] }
  | { kind: 'list'; items: readonly JsonNode[] }
  | { kind: 'other'; value: unknown };

const space = /[ \t\r\n]*/y;
const scalar = /[^\s,\]}]+/y;
const depthMax = 100;

/**
 * Reads a JSON document with the place of each text in it.
 *
 * @returns undefined when it is not valid JSON, or nested deeper than any story is
 */
export function readJson(source: string): JsonNode | undefined {
  const begin = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  try {
    JSON.parse(begin === 0 ? source : source.slice(1));
  } catch {
    return undefined;
  }
  let at = begin;
  const skip = () => {
    space.lastIndex = at;
    at += space.exec(source)?.[0].length ?? 0;
    return source[at];
  };
  const readText = () => {
    const node = readString(source, at + 1);
    at = node.end + 1;
    return node;
  };
  // The document is known to be valid: what is not a mark is what must stand there.
  const read = (depth: number): JsonNode => {
    const mark = skip();
    if (depth > depthMax) throw new RangeError('nested too deep');
    if (mark === '"') return readText();
    if (mark !== '{' && mark !== '[') {
      scalar.lastIndex = at;
      const word = scalar.exec(source)?.[0] ?? '';
      at += word.length;
      return { kind: 'other', value: JSON.parse(word) };
    }
    const members: [string, JsonNode][] = [];
    const items: JsonNode[] = [];
    at++;
    while (skip() !== '}' && source[at] !== ']') {
      if (mark === '[') items.push(read(depth + 1));
      else {
        const key = readText().value;
        skip();
        at++;
        members.push([key, read(depth + 1)]);
      }
      if (skip() === ',') at++;
    }
    at++;
    return mark === '[' ? { kind: 'list', items } : { kind: 'object', members };
  };
  try {
    return read(0);
  } catch {
    return undefined;
  }
}

/** Reads a string from behind its opening quote; an escape is a stretch, a pair of surrogates is one. */
function readString(source: string, start: number): JsonNode & { kind: 'text' } {
  const parts: string[] = [];
  const stretches: Stretch[] = [];
  let length = 0;
  let run = start;
  let at = start;
  const flush = () => {
    parts.push(source.slice(run, at));
    length += at - run;
  };
  for (;;) {
    const unit = source.charCodeAt(at);
    if (unit === 34 || Number.isNaN(unit)) break;
    if (unit !== 92) {
      at++;
      continue;
    }
    flush();
    escaped.lastIndex = at;
    const written = escaped.exec(source)?.[0] ?? source.slice(at, at + 2);
    const meant = JSON.parse(`"${written}"`) as string;
    parts.push(meant);
    stretches.push({
      cleanStart: length,
      cleanEnd: length + meant.length,
      sourceStart: at,
      sourceEnd: at + written.length,
    });
    length += meant.length;
    at += written.length;
    run = at;
  }
  flush();
  return { kind: 'text', value: parts.join(''), start, map: { origin: start, stretches }, end: at };
}

const escaped = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\./y;
