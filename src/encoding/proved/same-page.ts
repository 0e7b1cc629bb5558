import type { Alphabet, CodePage, Names, Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { toPageRepair, turnPage, withCommas } from './turn-page.ts';

/** A page taken for another, as it was proved of words of a document. */
export interface MixUp {
  from: CodePage;
  to: CodePage;
  /** The characters that stood for others there. */
  turned: ReadonlySet<string>;
  /** Alphabets that have all letters that came out. */
  alphabets: readonly Alphabet[];
}

const word =
  /(?<![\p{L}\p{M}])[\p{L}\p{M}¡£¥ª¯±³¶¹º¼¾¿]*[^\0-\x7f\p{Script=Cyrillic}\p{Script=Greek}\s–—‘’“”…«»][\p{L}\p{M}¡£¥ª¯±³¶¹º¼¾¿]*/gu;
const letters = /^\p{Script=Latin}+$/u;
/** A sign where a letter stands. */
const sign = /\p{L}[¡£¥ª¯±³¶¹º¼¾¿]\p{L}|^[ª¯£¥¡]\p{Ll}/u;

/**
 * Gathers the pages that words of a document were proved to be misread by.
 *
 * @param texts each text with its repairs
 */
export function gatherMixUps(
  texts: readonly { text: string; repairs: readonly Repair[] }[],
  { pages, alphabets }: Tables,
): MixUp[] {
  const found = new Map<string, { from: CodePage; to: CodePage; turned: Set<string>; out: Set<string> }>();
  for (const { text, repairs } of texts)
    for (const { pages: ids, start, end, readings } of repairs) {
      const [from, to] = (ids ?? []).map((id) => pages.find((page) => page.id === id));
      if (!from || !to) continue;
      const key = `${from.id} ${to.id}`;
      const known = found.get(key) ?? { from, to, turned: new Set<string>(), out: new Set<string>() };
      found.set(key, known);
      const reading = readings[0] ?? '';
      for (const [i, char] of [...text.slice(start, end)].entries()) {
        const letter = [...reading][i] ?? char;
        if (letter === char) continue;
        known.turned.add(char);
        known.out.add(letter);
      }
    }
  return [...found.values()].map(({ out, ...mixUp }) => ({
    ...mixUp,
    alphabets: alphabets.filter((alphabet) => [...out].every((letter) => hasLetter(alphabet, letter))),
  }));
}

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
  for (const match of text.matchAll(word)) {
    const [one] = match;
    const start = match.index;
    const end = start + one.length;
    if ([...taken, ...repairs].some((repair) => repair.start < end && repair.end > start)) continue;
    if (names.has(one) || names.match(one).length > 0) continue;
    for (const { from, to, turned, alphabets } of mixUps) {
      const reading = readTurned(one, from, to, turned, alphabets);
      if (reading === undefined) continue;
      repairs.push(toPageRepair({ start, end, reading }, from, to));
      break;
    }
  }
  return repairs;
}

function readTurned(
  one: string,
  from: CodePage,
  to: CodePage,
  turned: ReadonlySet<string>,
  alphabets: readonly Alphabet[],
): string | undefined {
  const out = turnPage(one, from, to);
  if (out === undefined || out === one || !letters.test(out) || /\p{Ll}\p{Lu}/u.test(out)) return undefined;
  const reading = alphabets.some(({ id }) => id === 'ro') ? withCommas(out) : out;
  const changed = [...one].flatMap((char, i) =>
    char === reading.charAt(i) ? [] : [{ char, letter: reading.charAt(i) }],
  );
  const known = sign.test(one) || changed.every(({ char }) => turned.has(char));
  const fits = alphabets.some((alphabet) => changed.every(({ letter }) => hasLetter(alphabet, letter)));
  return known && fits ? reading : undefined;
}
