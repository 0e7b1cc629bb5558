import type { Alphabet, CodePage, Names, Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { pageWord } from './prose-page.ts';
import type { Turned } from './turn-page.ts';
import { bare, toPageRepair, turnWord, withCommas } from './turn-page.ts';

/** A page taken for another, as it was proved of words of a document. */
export interface MixUp {
  from: CodePage;
  to: CodePage;
  /** The characters that stood for others there. */
  turned: ReadonlySet<string>;
  /** Alphabets that have all letters that came out. */
  alphabets: readonly Alphabet[];
  /** True where so much was proved that all of the document's prose was misread. */
  ofProse: boolean;
}

/** Words that were misread in one way from which the whole document was. */
const proseWords = 6;
const word =
  /(?<![\p{L}\p{M}])[\p{L}\p{M}¡£¥ª¯±³¶¹º¼¾¿]*[^\0-\x7f\p{Script=Cyrillic}\p{Script=Greek}\s–—‘’“”…«»][\p{L}\p{M}¡£¥ª¯±³¶¹º¼¾¿]*/gu;
/** A sign where a letter stands. */
const sign = /\p{L}[¡£¥ª¯±³¶¹º¼¾¿]\p{L}|^[ª¯£¥¡]\p{Ll}/u;

/**
 * Gathers the pages that words of a document were proved to be misread by, those of most words first.
 *
 * @param texts each text with its repairs
 */
export function gatherMixUps(
  texts: readonly { text: string; repairs: readonly Repair[] }[],
  { pages, alphabets }: Tables,
): MixUp[] {
  const found = new Map<
    string,
    { from: CodePage; to: CodePage; turned: Set<string>; out: Set<string>; words: Set<string> }
  >();
  for (const { text, repairs } of texts)
    for (const { pages: ids, start, end, readings } of repairs) {
      const [from, to] = (ids ?? []).map((id) => pages.find((page) => page.id === id));
      if (!from || !to) continue;
      const key = `${from.id} ${to.id}`;
      const known = found.get(key) ?? { from, to, turned: new Set(), out: new Set(), words: new Set() };
      found.set(key, known);
      const reading = readings[0] ?? '';
      known.words.add(reading);
      for (const [i, char] of [...text.slice(start, end)].entries()) {
        const letter = [...reading][i] ?? char;
        if (letter === char || bare(letter) === '') continue;
        known.turned.add(char);
        known.out.add(letter);
      }
    }
  const most = [...found.values()].sort((a, b) => b.words.size - a.words.size);
  return most.map(({ from, to, turned, out, words }) => ({
    from,
    to,
    turned,
    ofProse: words.size >= proseWords,
    alphabets: alphabets.filter((alphabet) => [...out].every((letter) => hasLetter(alphabet, letter))),
  }));
}

/** A mix-up with the pages that its own is taken for: they differ in few letters, which its words need not show. */
export function withSiblings(mixUp: MixUp, { pages }: Tables): MixUp[] {
  const others = pages.filter(({ id }) => western.includes(id) && id !== mixUp.to.id);
  return western.includes(mixUp.to.id) ? [mixUp, ...others.map((to) => ({ ...mixUp, to }))] : [mixUp];
}

const western = ['windows-1252', 'windows-1254', 'iso-8859-1'];

function hasLetter({ lower, upper }: Alphabet, letter: string): boolean {
  return lower.includes(letter) || upper.includes(letter);
}

/**
 * Words that the same mix-up explains although they prove nothing by themselves: `Mureºan` beside `ªtefan Bãlãnescu`.
 *
 * @param taken repairs of the text that stand
 */
export function findSamePage(text: string, mixUps: readonly MixUp[], names: Names, taken: readonly Repair[]): Repair[] {
  const repairs: Repair[] = [];
  const wide = mixUps.some(({ ofProse }) => ofProse);
  for (const match of text.matchAll(wide ? pageWord : word)) {
    const [one] = match;
    if (!/[^\0-\x7f]/.test(one)) continue;
    const start = match.index;
    const end = start + one.length;
    if ([...taken, ...repairs].some((repair) => repair.start < end && repair.end > start)) continue;
    if (names.has(one) || names.match(one).length > 0) continue;
    for (const { from, to, ...mixUp } of mixUps) {
      const turned = readTurned(one, start, from, to, mixUp);
      if (turned === undefined) continue;
      repairs.push(toPageRepair(turned, from, to));
      break;
    }
  }
  return repairs;
}

function readTurned(
  one: string,
  at: number,
  from: CodePage,
  to: CodePage,
  { turned, alphabets, ofProse }: Pick<MixUp, 'turned' | 'alphabets' | 'ofProse'>,
): Turned | undefined {
  const out = turnWord(one, at, from, to);
  const own = out && one.slice(out.start - at, out.end - at);
  if (!out || own === undefined || out.reading === own) return undefined;
  const reading = alphabets.some(({ id }) => id === 'ro') ? withCommas(out.reading) : out.reading;
  const changed = [...own].flatMap((char, i) =>
    char === reading.charAt(i) || bare(reading.charAt(i)) === '' ? [] : [{ char, letter: reading.charAt(i) }],
  );
  const known = ofProse || sign.test(own) || changed.every(({ char }) => turned.has(char));
  const fits = alphabets.some((alphabet) => changed.every(({ letter }) => hasLetter(alphabet, letter)));
  return known && fits ? { ...out, reading } : undefined;
}
