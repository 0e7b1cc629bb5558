import { lowerCase, upperCase } from '../text/index.ts';
import type { WordClass } from './automaton.ts';
import type { CompiledDictionary } from './dictionary.ts';
import { isOfVariant, plainWord } from './dictionary.ts';
import type { Candidate, Search } from './search.ts';

/** What stands around a misspelt word. */
export interface SuggestContext {
  /** The article's own words, its people and the team's terms, as written. */
  words?: readonly string[];
  /** `en-US`: words of other variants come last. */
  variant?: string;
}

/** One step of frequency (a factor of four) weighs as much as this share of a letter. */
const frequencyWeight = 0.085;
/** A second word costs this on top, the article «a» written together with its noun less; commoner words far less. */
const splitCost = 1.6;
const splitArticleCost = 1.2;
const splitWeight = 0.136;
/** So many words are offered. */
export const mostSuggestions = 6;

/**
 * Words that may be meant, best first, at most six, in the capitals of the misspelt word.
 *
 * @param searches in the dictionary's automaton first, then in those of rarer words
 */
export function suggestWords(
  written: string,
  dictionary: CompiledDictionary,
  searches: readonly Search[],
  { words = [], variant }: SuggestContext,
): string[] {
  const { language } = dictionary;
  const whole = plainWord(written);
  const ending = /.'s$/i.test(whole) ? whole.slice(-2) : '';
  const word = ending ? whole.slice(0, -2) : whole;
  if (word.length > 32) return [];
  const ranked = new Map<string, number>();
  const rank = (text: string, score: number) => {
    const before = ranked.get(text);
    if (before === undefined || score < before) ranked.set(text, score);
  };
  const small = word === lowerCase(word, language);
  const weigh = ({ word: found, cost, wordClass }: Candidate) => {
    let score = cost - wordClass.frequency * frequencyWeight;
    // A name for a word in small letters, a genitive for a plain word, another country's spelling: less likely.
    if (small && found !== lowerCase(found, language)) score += 0.45;
    if (found.endsWith("'s") && !ending) score += 0.35;
    if (!isOfVariant(wordClass, variant)) score += 0.4;
    return score;
  };
  const [search, ...further] = searches;
  let found = search?.(word, 1) ?? [];
  // Nothing near and common: look further, and among rare words.
  if (!found.some(({ wordClass }) => wordClass.frequency > 2)) {
    found = search?.(word, word.length > 4 ? 1.95 : 1.5) ?? [];
    for (const rarer of further) found.push(...rarer(word, 1));
  }
  for (const candidate of found) rank(candidate.word, weigh(candidate));
  for (const [text, score] of splitWord(word, dictionary)) rank(text, score);
  for (const own of words) {
    const cost = nearCost(lowerCase(word, language), lowerCase(own, language));
    // What stands in the article is likelier than any word of the dictionary at the same distance.
    if (cost <= 2) rank(own, cost * 0.8 - 11 * frequencyWeight);
  }
  const seen = new Set<string>();
  const result: string[] = [];
  for (const [text] of [...ranked].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))) {
    const dressed = dress(text, word, language) + ending;
    if (seen.has(dressed) || dressed === whole) continue;
    seen.add(dressed);
    result.push(written.includes('’') ? dressed.replaceAll("'", '’') : dressed);
    if (result.length === mostSuggestions) break;
  }
  return result;
}

/**
 * What may be meant by a compound: it without its hyphens, or its unknown parts mended, where one alone is unknown by
 * each of its readings.
 *
 * @param suggest the words that may be meant by a part, best first
 */
export function suggestCompound(
  written: string,
  isKnown: (part: string) => boolean,
  suggest: (part: string) => readonly string[],
): string[] {
  const parts = written.split('-');
  const wrong = parts.flatMap((part, i) => (part && !isKnown(part) ? [i] : []));
  const [first] = wrong;
  if (parts.length < 2 || first === undefined) return [];
  const joined = parts.join('');
  if (isKnown(joined)) return [joined];
  const readings = wrong.map((i) => suggest(parts[i] ?? '').filter((one) => !/[ -]/.test(one)));
  if (readings.some((list) => list.length === 0)) return [];
  if (wrong.length > 1) return [parts.map((part, i) => readings[wrong.indexOf(i)]?.[0] ?? part).join('-')];
  return (readings[0] ?? []).map((reading) => parts.with(first, reading).join('-'));
}

/** A part of two letters must be so common: «of», not «mi»; and no rest of a contraction. */
const leastShort = 8;
const fragments = /^(?:ll|re|ve)$/;

/** «alot» → «a lot»: both parts known and common. */
function* splitWord(word: string, { automaton, language }: CompiledDictionary): Generator<[string, number]> {
  const text = lowerCase(word, language);
  const find = (part: string): WordClass | undefined => automaton.find(part);
  for (let at = 1; at < text.length; at++) {
    const [left, right] = [text.slice(0, at), text.slice(at)];
    if ((at === 1 && left !== 'a' && left !== 'i') || right.length === 1) continue;
    const [a, b] = [find(left), find(right)];
    if (!a || !b || isFragment(left, a) || isFragment(right, b)) continue;
    const rarer = Math.min(a.frequency, b.frequency);
    if (rarer >= 4) yield [`${left} ${right}`, (at === 1 ? splitArticleCost : splitCost) - rarer * splitWeight];
  }
}

const isFragment = (part: string, { frequency }: WordClass) =>
  part.length === 2 && (frequency < leastShort || fragments.test(part));

function dress(text: string, like: string, language: string): string {
  if (like.length > 1 && like === upperCase(like, language)) return upperCase(text, language);
  const first = like.charAt(0);
  if (first !== lowerCase(first, language)) return upperCase(text.charAt(0), language) + text.slice(1);
  return text;
}

/** Edit distance with swaps (optimal string alignment), given up above two. */
function nearCost(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || a === b || a.length < 4) return 9;
  const width = b.length + 1;
  const table = new Uint8Array((a.length + 1) * width);
  for (let j = 0; j < width; j++) table[j] = j;
  for (let i = 1; i <= a.length; i++) {
    table[i * width] = i;
    for (let j = 1; j < width; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (table[(i - 1) * width + j - 1] ?? 0) + (same ? 0 : 1),
        (table[(i - 1) * width + j] ?? 0) + 1,
        (table[i * width + j - 1] ?? 0) + 1,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (table[(i - 2) * width + j - 2] ?? 0) + 1);
      table[i * width + j] = cost;
    }
  }
  const cost = table[a.length * width + b.length] ?? 9;
  return cost === 2 && Math.min(a.length, b.length) < 6 ? 9 : cost;
}
