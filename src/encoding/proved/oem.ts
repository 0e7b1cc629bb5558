import type { CodePage, Names, Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { mayHoldOdd } from './onebyte.ts';
import type { Turned } from './turn-page.ts';
import { toPageRepair, turnPage } from './turn-page.ts';

/** Pages of DOS and of the Mac, and those of Windows; what was written with one kind may be read with the other. */
const dos = ['cp850', 'cp852', 'cp437', 'macintosh'];
const windows = ['windows-1252', 'windows-1250', 'iso-8859-1'];

/** Letters, and signs that are letters in a page of the other kind; a no-break space is á. */
const word = /[\p{L}\u0080-\u00bf÷×ƒˆ˜ˇ-˝‚„…†‡‰‹›“”•€™⁄ⁿ√\u2310-\u2321\u2500-\u25ff]+/gu;
/** A sign that stands between no letters of copy, or a capital inside a small word. */
const odd =
  /\p{L}[\u0080-\u009f¡-¦¨-¬®-¶¸-¿÷ƒ‚„†‡‰‹›“”•€™ⁿ√\u2500-\u25ff]\p{Ll}|\p{Ll}[^\0-\x7f\P{Lu}]\p{Ll}|\p{Ll}[^\0-\x7f\P{Lu}](?!\p{Lu})|[a-z]\p{Script=Greek}|^[¤¦¨±²³¶½¾]\p{Ll}/u;
const letters = /^\p{Script=Latin}+$/u;
/** Letters that a name must have to be a proof. */
const leastLetters = 4;

/**
 * Names of Europe written with a page of DOS and read with one of Windows, or the other way: `M„ller`, `ZdenØk`,
 * `J³rgen`. A name on a list must come out; Turkish is onebyte.ts's.
 */
export function findOem(text: string, beyond: string, tables: Tables, names: () => Names): Repair[] {
  if (!mayHoldOdd(beyond) || !odd.test(beyond)) return [];
  const words = [...text.matchAll(word)].flatMap(({ 0: whole, index }) => cutAtSpaces(whole, index));
  let best: { known: number; found: Turned[]; pages: readonly [CodePage, CodePage] } | undefined;
  for (const pages of pairPages(tables)) {
    const { known, found } = weigh(words, pages, names());
    const more = known > (best?.known ?? 0) || (known === best?.known && found.length > best.found.length);
    if (known > 0 && more) best = { known, found, pages };
  }
  if (!best) return [];
  const [from, to] = best.pages;
  return best.found.map((one) => toPageRepair(one, from, to));
}

interface Word {
  text: string;
  start: number;
}

/** A run with a no-break space inside may be one word or several. */
function cutAtSpaces(whole: string, index: number): Word[] {
  const words = [{ text: whole, start: index }];
  if (!whole.includes('\u00a0')) return words;
  for (const { 0: part, index: at } of whole.matchAll(/[^\u00a0]+/g)) words.push({ text: part, start: index + at });
  return words;
}

function pairPages({ pages }: Tables): (readonly [CodePage, CodePage])[] {
  const take = (ids: readonly string[]) => ids.flatMap((id) => pages.find((page) => page.id === id) ?? []);
  return take(dos).flatMap((one) => take(windows).flatMap((other) => [[one, other] as const, [other, one] as const]));
}

/** The words that two pages explain, and how many of them are names on a list that look odd as they stand. */
function weigh(
  words: readonly Word[],
  [from, to]: readonly [CodePage, CodePage],
  names: Names,
): { known: number; found: Turned[] } {
  const found: Turned[] = [];
  let known = 0;
  for (const { text, start } of words) {
    if (!/[^\0-\x7f]/.test(text) || found.some((one) => one.end > start)) continue;
    const reading = turnPage(text, from, to);
    if (reading === undefined || reading === text || !letters.test(reading) || /\p{Ll}\p{Lu}/u.test(reading)) continue;
    const low = reading.toLowerCase();
    const named = names.match(reading).some((match) => match.low === low);
    if (!named && !odd.test(text)) continue;
    if (named && odd.test(text) && reading.length >= leastLetters) known++;
    found.push({ start, end: start + text.length, reading });
  }
  return { known, found };
}
