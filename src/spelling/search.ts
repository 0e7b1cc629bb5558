import { foldWord, lowerCase } from '../text/index.ts';
import type { Automaton, WordClass } from './automaton.ts';
import type { Key } from './costs.ts';
import { areNeighbours, costs, findKey, isVowel, rewrites, soundsAlike } from './costs.ts';

/** A word of the dictionary near a misspelt one. */
export interface Candidate {
  word: string;
  /** What the slips between the two cost, least possible. */
  cost: number;
  wordClass: WordClass;
}

/** Finds the words near a misspelt word; where capitals are left out, only those in small letters. */
export type Search = (written: string, limit: number, withCapitals?: boolean) => Candidate[];

const depthMax = 40;
const cheapest = Math.min(...Object.values(costs));

/**
 * Prepares the search in a dictionary: the automaton is walked with one row of the edit distance table a letter, and a
 * branch is left as soon as nothing in it can cost less than the limit.
 */
export function prepareSearch(automaton: Automaton, language: string): Search {
  const lower = Array.from(automaton.letters, (letter) => lowerCase(letter, language));
  const size = lower.length;
  // What it costs to have written column instead of row, by letter number; a capital counts as its small letter.
  const smalls = lower.map((letter) => automaton.letter(letter.charCodeAt(0)));
  const replace = new Float64Array(size * size).fill(-1);
  const traits = lower.map(readTraits);
  // Of thousands of pairs few are ever asked for.
  const costOf = (row: number, column: number): number => {
    const [a, b] = [traits[row], traits[column]];
    const cost = a && b ? replaceCost(a, b) : costs.replace;
    replace[row * size + column] = cost;
    return cost;
  };
  const insert = Float64Array.from(lower, (letter) =>
    isVowel(letter) ? costs.insertVowel : /^['’. -]$/.test(letter) ? costs.insertMark : costs.insert,
  );
  const numbersOf = new Map<string, number[]>();
  for (const [i, letter] of lower.entries()) if (!numbersOf.get(letter)?.push(i)) numbersOf.set(letter, [i]);
  const rewritesBy = new Map<string, Rewriting[]>();
  for (const { written, meant, cost } of rewrites) {
    const endings = numbersOf.get(meant.slice(-1)) ?? [];
    const rewriting = { written, meant: meant.split(''), cost, endings };
    const there = rewritesBy.get(written.charAt(0));
    if (there) there.push(rewriting);
    else rewritesBy.set(written.charAt(0), [rewriting]);
  }

  return (written, limit, withCapitals = true) => {
    const text = lowerCase(written, language);
    const { length } = text;
    const units = Array.from(text, (_, i) => automaton.letter(text.charCodeAt(i)));
    const width = length + 1;
    const table = new Float64Array(width * (depthMax + 1));
    const path = new Int16Array(depthMax + 1).fill(-1);
    // The letters of the branch as the dictionary has them.
    const taken = new Int16Array(depthMax + 1);
    const found: Candidate[] = [];
    // Rewrites whose written side occurs, by the last letter of what is meant.
    const active: ActiveRewrite[][] = [];
    for (let at = 0; at < length; at++) {
      for (const { written: from, meant, cost, endings } of rewritesBy.get(text.charAt(at)) ?? []) {
        if (!text.startsWith(from, at)) continue;
        const rewrite = { from: at, end: at + from.length, meant, cost };
        for (const letter of endings) {
          active[letter] ??= [];
          active[letter].push(rewrite);
        }
      }
    }
    const remove = Float64Array.from(units, (unit, i) => (unit === units[i - 1] ? costs.removeDoubled : costs.remove));
    for (let j = 1; j <= length; j++)
      table[j] = (table[j - 1] ?? 0) + (remove[j - 1] ?? 1) + (j === 1 ? costs.first : 0);
    // The first and the last cell of each row that is within the limit, and the least: only from these a path goes on.
    const froms = new Int16Array(depthMax + 1);
    const tos = new Int16Array(depthMax + 1);
    const leasts = new Float64Array(depthMax + 1);
    while ((tos[0] ?? 0) < length && (table[(tos[0] ?? 0) + 1] ?? 0) <= limit) tos[0] = (tos[0] ?? 0) + 1;

    const walk = (node: number, depth: number) => {
      if (node === 0 || depth >= depthMax) return;
      const base = (depth + 1) * width;
      const above = depth * width;
      // Two letters that were swapped lead over a row.
      const over = Math.max(0, depth - 1);
      const low = depth === 0 ? 0 : Math.min(froms[depth] ?? 0, (froms[over] ?? 0) + 2);
      const high = Math.min(length, Math.max((tos[depth] ?? 0) + 1, (tos[over] ?? 0) + 2));
      const isSpent = (leasts[depth] ?? 0) + cheapest > limit;
      for (let edge = node; ; edge++) {
        const entry = automaton.edges[edge] ?? 128;
        const own = entry & 127;
        const letter = smalls[own] ?? own;
        // Where not one slip more is within the limit, the letter must be what is written here, or end a rewrite.
        const isOut = !withCapitals && letter !== own;
        if (isOut || (isSpent && !isWritten(letter, depth) && !active[letter]?.some((one) => ends(one, depth)))) {
          if (entry & 128) return;
          continue;
        }
        const before = path[depth] ?? -1;
        path[depth + 1] = letter;
        const added = letter === before ? costs.insertDoubled : (insert[own] ?? 1);
        let from = width;
        let to = -1;
        let least: number = limit;
        let j = low;
        for (let k = 0; k < low; k++) table[base + k] = Infinity;
        if (j === 0) {
          const cost = (table[above] ?? 0) + added + (depth === 0 ? costs.first : 0);
          table[base] = cost;
          if (cost <= limit) {
            from = to = 0;
            least = cost;
          }
          j = 1;
        }
        for (; j <= length && (j <= high || to === j - 1); j++) {
          const unit = units[j - 1] ?? -1;
          let swapped = unit < 0 ? costs.replace : (replace[own * size + unit] ?? 1);
          if (swapped < 0) swapped = costOf(own, unit);
          let cost =
            (table[above + j - 1] ?? 0) + (unit === letter ? 0 : swapped + (depth === 0 && j === 1 ? costs.first : 0));
          const grown = (table[above + j] ?? 0) + added;
          if (grown < cost) cost = grown;
          const shrunk = (table[base + j - 1] ?? 0) + (remove[j - 1] ?? 1);
          if (shrunk < cost) cost = shrunk;
          if (j > 1 && depth > 0 && unit === before && units[j - 2] === letter && unit !== letter) {
            const turned = (table[above - width + j - 2] ?? 0) + costs.swap;
            if (turned < cost) cost = turned;
          }
          table[base + j] = cost;
          if (cost > limit) continue;
          if (to < 0) from = j;
          to = j;
          if (cost < least) least = cost;
        }
        for (; j <= length; j++) table[base + j] = Infinity;
        for (const rewrite of active[letter] ?? none) {
          if (!ends(rewrite, depth)) continue;
          const { end } = rewrite;
          const cost = costBefore(rewrite, depth) + rewrite.cost;
          if (cost < (table[base + end] ?? 0)) table[base + end] = cost;
          from = Math.min(from, end);
          to = Math.max(to, end);
          least = Math.min(least, cost);
        }
        if (to >= 0 || isTurned(letter, depth)) {
          froms[depth + 1] = from;
          tos[depth + 1] = to;
          leasts[depth + 1] = least;
          taken[depth] = own;
          const total = table[base + length] ?? 0;
          if (entry & 256 && total <= limit) {
            const wordClass = automaton.classAt(edge);
            if (!wordClass.noSuggest && !wordClass.forbidden)
              found.push({ word: spell(depth + 1), cost: total, wordClass });
          }
          walk(entry >>> 9, depth + 1);
        }
        if (entry & 128) return;
      }
    };
    /** Whether a letter behind a row is the next one that is written, or the first of two that were swapped. */
    const isWritten = (letter: number, row: number) => {
      const to = tos[row] ?? 0;
      for (let j = froms[row] ?? 0; j <= to; j++)
        if (units[j] === letter && (table[row * width + j] ?? 0) <= limit) return true;
      return row > 0 && isTurned(path[row] ?? -1, row - 1, letter);
    };
    /** Whether a letter behind a row may be the first of two that were swapped, where the next one is known with that one. */
    const isTurned = (letter: number, row: number, next?: number) => {
      const { swap } = costs;
      const to = tos[row] ?? 0;
      for (let j = froms[row] ?? 0; j <= to; j++)
        if (
          units[j + 1] === letter &&
          (next === undefined || units[j] === next) &&
          (table[row * width + j] ?? 0) + swap <= limit
        )
          return true;
      return false;
    };
    /** The cost in the row before what a rewrite means, which ends with the letter behind a row. */
    const costBefore = ({ meant, from }: ActiveRewrite, row: number) =>
      table[(row + 1 - meant.length) * width + from] ?? Infinity;
    /** Whether what a rewrite means may end with the letter behind a row. */
    const ends = (rewrite: ActiveRewrite, row: number) => {
      const { meant, cost } = rewrite;
      const size = meant.length;
      if (size > row + 1 || costBefore(rewrite, row) + cost > limit) return false;
      for (let k = 0; k < size - 1; k++) if (lower[path[row + 2 - size + k] ?? 0] !== meant[k]) return false;
      return true;
    };
    const spell = (count: number) => {
      let word = '';
      for (let i = 0; i < count; i++) word += automaton.letters.charAt(taken[i] ?? 0);
      return word;
    };
    walk(automaton.root, 0);
    return found;
  };
}

/** A rewrite, and the numbers of the letters that what is meant ends with: small and capital. */
interface Rewriting {
  written: string;
  meant: readonly string[];
  cost: number;
  endings: readonly number[];
}

/** A rewrite whose written side stands in a word: from where to where. */
interface ActiveRewrite {
  from: number;
  end: number;
  meant: readonly string[];
  cost: number;
}

const none: readonly never[] = [];

interface LetterTraits {
  letter: string;
  folded: string;
  vowel: boolean;
  key: Key | undefined;
}

function readTraits(letter: string): LetterTraits {
  return { letter, folded: foldWord(letter), vowel: isVowel(letter), key: findKey(letter) };
}

function replaceCost(a: LetterTraits, b: LetterTraits): number {
  if (a.letter === b.letter) return 0;
  if (a.folded === b.folded) return costs.replaceMark;
  if (a.vowel && b.vowel) return costs.replaceVowel;
  if (soundsAlike(a.letter, b.letter)) return costs.replaceSound;
  return a.key && b.key && areNeighbours(a.key, b.key) ? costs.replaceNeighbour : costs.replace;
}
