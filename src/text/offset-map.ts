import { firstIndex } from './bisect.ts';

/** One stretch in which a clean text differs from its source. Offsets are UTF-16, ranges are half-open. */
export interface Stretch {
  cleanStart: number;
  cleanEnd: number;
  sourceStart: number;
  sourceEnd: number;
}

/** Where every offset of a clean text lies in the source it was made from. */
export interface OffsetMap {
  /** Source offset of clean offset 0 (before any stretch). */
  readonly origin: number;
  /** In rising order, never overlapping. Between two stretches the texts run in step. */
  readonly stretches: readonly Stretch[];
}

/** A text that lies in its source letter for letter, `origin` code units in. */
export function shiftMap(origin: number): OffsetMap {
  return { origin, stretches: none };
}

const none: readonly never[] = [];

/**
 * Builds a map and the clean text from replacements in a source text.
 *
 * @param source the text before
 * @param replacements in rising order, ranges in `source`
 * @returns the text after, and the way back
 */
export function replaceStretches(
  source: string,
  replacements: readonly { start: number; end: number; text: string }[],
): { text: string; map: OffsetMap } {
  if (replacements.length === 0) return { text: source, map: shiftMap(0) };
  const stretches: Stretch[] = [];
  const parts: string[] = [];
  let taken = 0;
  let length = 0;
  for (const { start, end, text } of replacements) {
    if (start < taken || end < start)
      throw new RangeError(`replacement ${start}-${end} overlaps one that ends at ${taken}`);
    parts.push(source.slice(taken, start), text);
    length += start - taken;
    stretches.push({ cleanStart: length, cleanEnd: length + text.length, sourceStart: start, sourceEnd: end });
    length += text.length;
    taken = end;
  }
  parts.push(source.slice(taken));
  return { text: parts.join(''), map: { origin: 0, stretches } };
}

/**
 * The source offset of a clean offset.
 *
 * @param edge what the offset is of a range: where two places in the source answer to it, a start takes the later one
 * and an end the earlier. Inside a stretch of unequal length it is that side of the stretch.
 */
export function toSource(map: OffsetMap, offset: number, edge: 'start' | 'end' = 'start'): number {
  const { stretches } = map;
  // An end that only touches a following stretch belongs to the text before it.
  const last = edge === 'start' ? offset : offset - 1;
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.cleanStart ?? 0) <= last) low = middle + 1;
    else high = middle;
  }
  const stretch = stretches[low - 1];
  if (!stretch) return map.origin + offset;
  if (offset >= stretch.cleanEnd) return stretch.sourceEnd + (offset - stretch.cleanEnd);
  if (isEven(stretch)) return stretch.sourceStart + (offset - stretch.cleanStart);
  return edge === 'start' ? stretch.sourceStart : stretch.sourceEnd;
}

/** The clean offset of a source offset; inside a stretch, the stretch's edge. */
export function toClean(map: OffsetMap, offset: number, edge: 'start' | 'end' = 'start'): number {
  let shift = -map.origin;
  for (const stretch of map.stretches) {
    if (offset < stretch.sourceStart || (edge === 'end' && offset === stretch.sourceStart)) break;
    if (offset < stretch.sourceEnd) {
      if (isEven(stretch)) return stretch.cleanStart + (offset - stretch.sourceStart);
      return edge === 'start' ? stretch.cleanStart : stretch.cleanEnd;
    }
    shift = stretch.cleanEnd - stretch.sourceEnd;
  }
  return offset + shift;
}

/**
 * The map of a text that was made from a text that was itself made from a source.
 *
 * @param inner from the clean text to the middle one
 * @param outer from the middle text to the source
 * @param length of the clean text
 */
export function composeMaps(inner: OffsetMap, outer: OffsetMap, length: number): OffsetMap {
  const stretches: Stretch[] = [];
  const first = toSource(inner, 0, 'start');
  const last = Math.max(first, toSource(inner, length, 'end'));
  // What is added to an offset of the middle text to come to the clean one, and to the source.
  let toCleanText = -inner.origin;
  let i = 0;
  const { stretches: ins } = inner;
  const { stretches: outs } = outer;
  const begin = Math.min(first, inner.origin);
  // By halving: a body of JSON has a stretch a paragraph, and each of its paragraphs is such an inner text.
  let o = firstIndex(outs.length, (k) => (outs[k]?.cleanEnd ?? 0) > begin);
  const before = outs[o - 1];
  let toOrigin = before ? before.sourceEnd - before.cleanEnd : outer.origin;
  const origin = Math.max(0, inner.origin + toOrigin);
  while (i < ins.length || o < outs.length) {
    const one = ins[i];
    const other = outs[o];
    if (!one && other && other.cleanStart >= last) break;
    const start = Math.min(one?.sourceStart ?? Number.POSITIVE_INFINITY, other?.cleanStart ?? Number.POSITIVE_INFINITY);
    const cleanStart = Math.max(0, start + toCleanText);
    const sourceStart = start + toOrigin;
    let end = start;
    // All that overlap are one stretch: the offsets inside answer to nothing of their own.
    for (let taken = true; taken; ) {
      taken = false;
      const next = ins[i];
      if (next && (next.sourceStart < end || next.sourceStart === start)) {
        end = Math.max(end, next.sourceEnd);
        toCleanText = next.cleanEnd - next.sourceEnd;
        i++;
        taken = true;
      }
      const under = outs[o];
      if (under && (under.cleanStart < end || under.cleanStart === start)) {
        end = Math.max(end, under.cleanEnd);
        toOrigin = under.sourceEnd - under.cleanEnd;
        o++;
        taken = true;
      }
    }
    stretches.push({
      cleanStart,
      cleanEnd: Math.max(cleanStart, Math.min(length, end + toCleanText)),
      sourceStart,
      sourceEnd: end + toOrigin,
    });
  }
  return { origin, stretches };
}

/** Whether letter answers to letter. */
function isEven({ cleanStart, cleanEnd, sourceStart, sourceEnd }: Stretch): boolean {
  return cleanEnd - cleanStart === sourceEnd - sourceStart;
}
