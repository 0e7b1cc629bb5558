import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { OffsetMap, Stretch } from '../text/index.ts';
import type { Mark, Span } from './article.ts';

/** Gathers the prose of a block piece by piece and remembers where each piece stands in the source. */
export interface Prose {
  /** Appends text that stands letter for letter at a source offset. */
  verbatim(text: string, start: number): void;
  /** Appends text that stands for a different stretch of the source. */
  instead(text: string, start: number, end: number): void;
  /** Appends a run whose source may hold character references, escapes and line prefixes. */
  decoded(text: string, source: string, start: number, end: number, syntax: 'markdown' | 'markup'): void;
  /** Says that what is appended by `write` is not prose. */
  opaque(write: () => void): void;
  /** Says what the markup makes of what was appended since the prose was so long. */
  mark(kind: Mark['kind'], start: number): void;
  readonly length: number;
  finish(): { text: string; map: OffsetMap; opaque: readonly Span[]; marks?: readonly Mark[] };
}

/** An empty prose. */
export function createProse(): Prose {
  const parts: string[] = [];
  const stretches: Stretch[] = [];
  const opaque: Span[] = [];
  const marks: Mark[] = [];
  let length = 0;
  let origin = -1;
  let next = 0;

  const reach = (start: number) => {
    if (origin === -1) origin = start;
    else if (start !== next)
      stretches.push({ cleanStart: length, cleanEnd: length, sourceStart: next, sourceEnd: start });
    next = start;
  };
  const verbatim = (text: string, start: number) => {
    if (text === '') return;
    reach(start);
    parts.push(text);
    length += text.length;
    next = start + text.length;
  };
  const instead = (text: string, start: number, end: number) => {
    if (text === '') return;
    reach(start);
    parts.push(text);
    stretches.push({ cleanStart: length, cleanEnd: length + text.length, sourceStart: start, sourceEnd: end });
    length += text.length;
    next = end;
  };
  return {
    verbatim,
    instead,
    decoded(text, source, start, end, syntax) {
      if (text === source.slice(start, end)) return verbatim(text, start);
      let from = 0;
      let at = start;
      let run = start;
      let i = 0;
      const flush = () => verbatim(text.slice(from, i), run);
      while (i < text.length && at < end) {
        const step = readStep(text, i, source, at, end, syntax);
        if (step.plain) {
          i++;
          at++;
          continue;
        }
        flush();
        instead(text.slice(i, i + step.clean), at + step.skip, at + step.source);
        i += step.clean;
        at += step.source;
        from = i;
        run = at;
      }
      flush();
      // What could not be aligned stands for the rest of the node.
      if (i < text.length) instead(text.slice(i), Math.min(at, end), end);
    },
    opaque(write) {
      const start = length;
      write();
      if (length > start) opaque.push({ start, end: length });
    },
    mark(kind, start) {
      if (length > start) marks.push({ kind, start, end: length });
    },
    get length() {
      return length;
    },
    finish: () => ({
      text: parts.join(''),
      map: { origin: Math.max(origin, 0), stretches },
      opaque,
      ...(marks.length > 0 && { marks }),
    }),
  };
}

/** One step of alignment: letters that agree, or a stretch that stands for others. */
interface Step {
  plain: boolean;
  /** Code units of prose and of source that the step takes. */
  clean: number;
  source: number;
  /** Code units of source before the stretch that no prose stands for. */
  skip: number;
}

const plainStep: Step = { plain: true, clean: 1, source: 1, skip: 0 };
const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));/y;

function readStep(
  text: string,
  i: number,
  source: string,
  at: number,
  end: number,
  syntax: 'markdown' | 'markup',
): Step {
  const wanted = text.charCodeAt(i);
  const found = source.charCodeAt(at);
  if (found === 38) {
    reference.lastIndex = at;
    const match = reference.exec(source);
    const decoded = match ? decodeReference(match, syntax) : undefined;
    if (match && decoded !== undefined && text.startsWith(decoded, i) && at + match[0].length <= end)
      return { plain: false, clean: decoded.length, source: match[0].length, skip: 0 };
  }
  if (syntax === 'markdown' && found === 92 && source.charCodeAt(at + 1) === wanted)
    return { plain: false, clean: 1, source: 2, skip: 0 };
  if (found === wanted && (found !== 10 || syntax === 'markup')) return plainStep;
  if (syntax === 'markup' && found === 13 && source.charCodeAt(at + 1) === 10 && wanted === 10)
    return { plain: false, clean: 1, source: 2, skip: 0 };
  if (syntax === 'markdown' && (wanted === 10 || wanted === 13)) {
    // Trailing white space, the line ending, then indentation and quote marks: one stretch for one line break.
    const line = /[ \t]*(?:\r\n|\r|\n)[ \t>]*/y;
    line.lastIndex = at;
    const match = line.exec(source);
    if (match) {
      const clean = text.startsWith('\r\n', i) ? 2 : 1;
      return match[0].length === clean && found === wanted && clean === 1
        ? plainStep
        : { plain: false, clean, source: match[0].length, skip: 0 };
    }
  }
  return { plain: false, clean: 1, source: 1, skip: 0 };
}

function decodeReference(match: RegExpExecArray | RegExpMatchArray, syntax: 'markdown' | 'markup'): string | undefined {
  const [, hex, decimal, name] = match;
  if (name) return decodeNamedCharacterReference(name) || undefined;
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  // HTML reads `&#146;` as Windows-1252 does.
  if (syntax === 'markup' && code > 127 && code < 160)
    return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : undefined;
}

/** Whether a stretch of markup without tags reads as a text, so that its letters can be told one from another. */
export function readsMarkup(markup: string, text: string): boolean {
  const lines = markup.replace(/\r\n?/g, '\n');
  return (
    lines === text ||
    lines.replace(new RegExp(reference, 'g'), (whole, ...groups: string[]) => {
      return decodeReference([whole, ...groups.slice(0, 3)], 'markup') ?? whole;
    }) === text
  );
}
