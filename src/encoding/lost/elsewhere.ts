import type { Steps } from '../../text/index.ts';
import { mapInSteps } from '../../text/index.ts';
import type { KnownName, Names, Neighbour, Tables } from '../knowledge/index.ts';
import { dressLike, isTurkicCue } from '../knowledge/index.ts';
import type { LostWord } from './lost.ts';

/** Which languages other than Turkish and Azerbaijani a document's damaged names may be of. */
export interface Elsewhere {
  /** Log odds that they are of one of these rather than Turkish or Azerbaijani. */
  odds: number;
  /** What speaks for each language, best first. */
  languages: readonly { neighbour: Neighbour; score: number }[];
}

const hole = /[?\ufffd]/;

/** From these odds on, no letter of Turkish is guessed at. */
export const elsewhereOdds = 1;

/** What a cue in the text, a name on a list, an ending and a letter that is alive are worth. */
const cueWorth = 2;
const mostCues = 3;
const nameWorth = 3;
const rareWorth = 1;
const endingWorth = 2;
const letterWorth = 1.5;
/** What a language has to outweigh: damaged names are mostly Turkish or Azerbaijani. */
const prior = 2.5;
/** Letters of an ending that must be alive where nothing else speaks for its language. */
const aliveInEnding = 3;
const shownScore = 2;
/** Most that all words may say for one side. */
const mostWords = 9;

/** How often each word with a capital stands in some texts. */
export function* countCapitalised(texts: readonly string[]): Steps<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  yield* mapInSteps(texts, (text) => {
    for (const word of text.match(/\p{Lu}\p{L}{2,}/gu) ?? none) counts.set(word, (counts.get(word) ?? 0) + 1);
  });
  return counts;
}

const none: readonly never[] = [];

/** Weighs cues of the whole text, and lists, endings and living letters of the damaged words. */
export function tellElsewhere(
  words: readonly LostWord[],
  capitalised: ReadonlyMap<string, number>,
  { neighbours, cues: cueWords }: Tables,
  names: Names,
): Elsewhere {
  const cues = new Map<string, number>();
  let turkic = 0;
  for (const [written, times] of capitalised) {
    // A dateline stands in capitals.
    const word = /\p{Ll}/u.test(written) ? written : written.charAt(0) + written.slice(1).toLowerCase();
    if (isTurkicCue(word)) turkic += times;
    const ids = cueWords.get(word) ?? languagesOf(word, names);
    for (const id of ids) cues.set(id, (cues.get(id) ?? 0) + times);
  }
  const votes = new Map<string, number>();
  const vote = (id: string, worth: number) => votes.set(id, (votes.get(id) ?? 0) + worth);
  let own = 0;
  for (const text of new Set(words.map(({ text }) => text))) {
    const matches = names.match(text);
    const ours = matches.filter(isTurkic);
    if (ours.length > 0) own += ours.some(({ frequent }) => frequent) ? nameWorth : rareWorth;
    const low = text.toLowerCase();
    const alive = low.replace(/[\0-\x7f\ufffd]/g, '');
    if (/[ğşəı]/.test(alive)) own += nameWorth;
    for (const { id, letters, endings } of neighbours) {
      if (alive && [...alive].every((letter) => letters.has(letter))) vote(id, /[^çöüâ]/.test(alive) ? letterWorth : 0);
      else if (alive) vote(id, -2 * letterWorth);
      if (matches.some(({ language }) => language === id)) vote(id, ours.length > 0 ? rareWorth : nameWorth);
      else if (readEnding(low, endings, aliveInEnding)) vote(id, ours.length > 0 ? 0 : endingWorth);
    }
  }
  const languages = neighbours
    .map((neighbour) => ({
      neighbour,
      score:
        Math.min(mostWords, votes.get(neighbour.id) ?? 0) + cueWorth * Math.min(mostCues, cues.get(neighbour.id) ?? 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const odds = (languages[0]?.score ?? 0) - Math.min(mostWords, own) - cueWorth * Math.min(mostCues, turkic) - prior;
  return { odds, languages };
}

/** The languages that a whole name is of, where none of them is Turkish or Azerbaijani: «Péter», «Szijjártó». */
function languagesOf(word: string, names: Names): readonly string[] {
  if (!/[^\0-\x7f]/.test(word)) return [];
  const low = word.toLowerCase();
  const found = names.match(word).filter((name) => name.low === low);
  return found.some(isTurkic) ? [] : [...new Set(found.map(({ language }) => language))];
}

/** True for a name of Turkish or Azerbaijani. */
export function isTurkic({ language }: KnownName): boolean {
  return language === 'tr' || language === 'az';
}

/**
 * Readings of a damaged word in other languages, best first: names on their lists, and surnames by their endings
 * (`Pavi?i?` ends in -čić).
 *
 * @returns readings in the word's own case, and whether only one is possible where the language is what it seems
 */
export function readElsewhere(
  word: LostWord,
  matches: readonly KnownName[],
  { languages }: Elsewhere,
  small: boolean,
): string[] {
  const low = word.text.toLowerCase();
  const scores = new Map(languages.map(({ neighbour, score }) => [neighbour.id, score]));
  const found = matches
    .filter((match) => !isTurkic(match))
    .map((match) => ({ low: match.low, score: (scores.get(match.language) ?? 0) + nameWorth }));
  for (const { neighbour, score } of languages) {
    const reading = readEnding(low, neighbour.endings, score > shownScore ? 1 : aliveInEnding);
    if (reading) found.push({ low: reading, score: score + endingWorth });
  }
  found.sort((a, b) => b.score - a.score);
  const best = found[0]?.score ?? 0;
  // A language that far less speaks for is not offered beside one that is shown.
  const near = found.filter(({ score }) => score >= best - 4);
  return [...new Set(near.map((one) => dressLike(word.text, one.low, small)))].slice(0, 3);
}

/** The letters that one of the languages may have lost in a word, most likely language first. */
export function lettersElsewhere(word: string, { languages }: Elsewhere, tables: Tables): string[][] {
  const alive = word.toLowerCase().replace(/[\0-\x7f\ufffd]/g, '');
  const fits = ({ letters }: Neighbour) => [...alive].every((letter) => letters.has(letter));
  const shown = languages.map(({ neighbour }) => neighbour);
  const rest = tables.neighbours.filter((neighbour) => !shown.includes(neighbour));
  return [...shown, ...(alive ? rest : [])].filter(fits).map(({ letters }) => [...letters]);
}

/** The word with the holes of its end read by the longest ending that fits; undefined where holes remain. */
function readEnding(low: string, endings: readonly string[], least: number): string | undefined {
  const holes = low.search(hole);
  for (const ending of endings) {
    const at = low.length - ending.length;
    if (at < 2 || holes < at) continue;
    let alive = 0;
    let i = ending.length - 1;
    for (; i >= 0; i--) {
      const want = ending.charAt(i);
      const have = low.charAt(at + i);
      if (want === have) alive++;
      else if (want < '\u0080' || !hole.test(have)) break;
    }
    if (i < 0 && alive >= least) return low.slice(0, at) + ending;
  }
  return undefined;
}
