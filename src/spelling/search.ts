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

/** Finds the words near a misspelt word. */
export type Search = (written: string, limit: number) => Candidate[];

const depthMax = 40;

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
    isVowel(letter) ? costs.insertVowel : /^['’.-]$/.test(letter) ? costs.insertMark : costs.insert,
  );
  const byLastLetter = lower.map((letter) => rewrites.filter(({ meant }) => meant.endsWith(letter)));

  return (written, limit) => {
    const text = lowerCase(written, language);
    const { length } = text;
    const units = Array.from(text, (_, i) => automaton.letter(text.charCodeAt(i)));
    const width = length + 1;
    const table = new Float64Array(width * (depthMax + 1));
    const path = new Int16Array(depthMax + 1).fill(-1);
    // The letters of the branch as the dictionary has them.
    const taken = new Int16Array(depthMax + 1);
    const found: Candidate[] = [];
    // Rewrites whose written side occurs, with the places where it ends.
    const active = byLastLetter.map((list) =>
      list.flatMap(({ written: from, meant, cost }) => {
        const ends: number[] = [];
        for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) ends.push(at + from.length);
        return ends.length > 0 ? [{ from: from.length, meant: meant.split(''), cost, ends }] : [];
      }),
    );
    const remove = Float64Array.from(units, (unit, i) => (unit === units[i - 1] ? costs.removeDoubled : costs.remove));
    for (let j = 1; j <= length; j++)
      table[j] = (table[j - 1] ?? 0) + (remove[j - 1] ?? 1) + (j === 1 ? costs.first : 0);

    const walk = (node: number, depth: number) => {
      if (node === 0 || depth >= depthMax) return;
      const base = (depth + 1) * width;
      const above = depth * width;
      for (let edge = node; ; edge++) {
        const entry = automaton.edges[edge] ?? 128;
        const own = entry & 127;
        const letter = smalls[own] ?? own;
        const before = path[depth] ?? -1;
        path[depth + 1] = letter;
        const added = letter === before ? costs.insertDoubled : (insert[own] ?? 1);
        let best = (table[above] ?? 0) + added + (depth === 0 ? costs.first : 0);
        table[base] = best;
        for (let j = 1; j <= length; j++) {
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
            const turned = (table[above - width + j - 2] ?? 0) + costs.swap + (depth === 1 ? costs.first : 0);
            if (turned < cost) cost = turned;
          }
          table[base + j] = cost;
          if (cost < best) best = cost;
        }
        const list = active[letter];
        if (list) {
          for (const rewrite of list) {
            const size = rewrite.meant.length;
            if (size > depth + 1) continue;
            let same = true;
            for (let k = 0; k < size - 1 && same; k++)
              same = lower[path[depth + 2 - size + k] ?? 0] === rewrite.meant[k];
            if (!same) continue;
            const from = (depth + 1 - size) * width;
            for (const end of rewrite.ends) {
              const cost = (table[from + end - rewrite.from] ?? 0) + rewrite.cost;
              if (cost < (table[base + end] ?? 0)) table[base + end] = cost;
              if (cost < best) best = cost;
            }
          }
        }
        if (best <= limit) {
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
    const spell = (count: number) => {
      let word = '';
      for (let i = 0; i < count; i++) word += automaton.letters.charAt(taken[i] ?? 0);
      return word;
    };
    walk(automaton.root, 0);
    return found;
  };
}

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
