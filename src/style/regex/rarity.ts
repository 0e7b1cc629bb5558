import type { Core, Strings } from './strings.ts';
import { edge } from './strings.ts';

/** What it costs to look for strings, of 1 for a search in each text: how often a text holds one, and less for what hints at it. */
export function costOf({ texts }: Strings): number {
  let sum = 0;
  for (const text of texts) {
    const core = findCore(text);
    sum += commonness(text) + (core ? 0.01 * commonness(framed(text, core)) : 0) + 0.00001;
  }
  return sum;
}

/** What is known of a core. */
export const CoreMark = {
  /** No letter or figure of ASCII stands before it. */
  begins: 1,
  ends: 2,
  /** Nearly every text holds it: a letter or two, a full stop. */
  everywhere: 4,
} as const;

/** Finds the cores of strings; undefined when one has none. What is put out of sight is written in asterisks, which stand in no word. */
export function findCores({ texts }: Strings): readonly Core[] | undefined {
  const cores = new Map<string, { text: string; marks: number; phrases: [string, number][]; isWhole: boolean }>();
  for (const text of texts) {
    const found = findCore(text);
    if (!found || text.includes('*')) return undefined;
    const frame = framed(text, found);
    const marks =
      (frame.startsWith(edge) ? CoreMark.begins : 0) |
      (frame.endsWith(edge) ? CoreMark.ends : 0) |
      (commonness(frame) < 1 ? 0 : CoreMark.everywhere);
    const key = `${marks}${found.core}`;
    const core = cores.get(key) ?? { text: found.core, marks, phrases: [], isWhole: false };
    cores.set(key, core);
    const phrase = text.replaceAll(edge, '');
    if (phrase === found.core) core.isWhole = true;
    else core.phrases.push([phrase, text.slice(0, found.at).replaceAll(edge, '').length]);
  }
  return [...cores.values()].map(({ text, marks, phrases, isWhole }) =>
    isWhole ? { text, marks } : { text, marks, phrases },
  );
}

/**
 * By what a string is looked out for: its rarest run of ASCII letters and figures, which no tokenizer cuts, or its rarest mark.
 *
 * @returns undefined for a string of blanks and the like
 */
function findCore(text: string): { core: string; at: number } | undefined {
  let best: { core: string; at: number } | undefined;
  let least = Infinity;
  for (const { 0: core, index: at } of text.matchAll(/[a-z\d]+|[^\s\p{Z}\p{C}\p{M}]/giu)) {
    const cost = commonness(framed(text, { core, at }));
    if (cost >= least) continue;
    best = { core, at };
    least = cost;
  }
  return best;
}

/** A core with an edge on each side where a letter of its word cannot be; beside a mark such may stand. */
const framed = (text: string, { core, at }: { core: string; at: number }): string =>
  /[a-z\d]/i.test(core)
    ? (isBorder(text[at - 1]) ? edge : '') + core + (isBorder(text[at + core.length]) ? edge : '')
    : core;

/** Whether a character beside a core is none of its word. */
const isBorder = (letter: string | undefined) => letter !== undefined && !/[\p{L}\p{M}\p{N}]/u.test(letter);

// By how common they are in English.
const letters = 'etaoinsrhldcumpfgywbvkxjqz';
const everyday = new Set(
  'a an and are as at be but by for from had has have he his in is it its not of on or said she that the they this to was were which who will with'.split(
    ' ',
  ),
);

/** Whether a word, in small letters, is one of the commonest in English. */
export const isEveryday = (word: string): boolean => everyday.has(word);

/** About how often a paragraph holds a string, of 1. */
function commonness(text: string): number {
  let share = 300;
  for (const [piece] of text.matchAll(/[a-z]+|./gis))
    share *= isEveryday(piece.toLowerCase()) ? 0.003 : Math.max(0.00001, [...piece].reduce(multiply, 1));
  return Math.min(1, share);
}

const multiply = (all: number, letter: string) => all * shareOf(letter);

function shareOf(letter: string): number {
  if (letter === edge || letter === ' ') return 0.4;
  const rank = letters.indexOf(letter.toLowerCase());
  if (rank >= 0) return 0.1 * 0.87 ** rank * (letter === letter.toLowerCase() ? 1 : 0.1);
  return letter === ',' || letter === '.' ? 0.01 : 0.003;
}
