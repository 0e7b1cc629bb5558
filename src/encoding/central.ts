import type { Names } from './names.ts';
import type { Repair } from './repair.ts';
import type { CodePage, Tables } from './tables.ts';
import type { Turned } from './turn-page.ts';
import { toPageRepair, turnPage, withCommas } from './turn-page.ts';

/** Pages of Central Europe, the Baltic and Malta, and what they are read as; and the way back, `Joăo` for João. */
const mixUps = [
  ['windows-1250', 'windows-1252'],
  ['iso-8859-2', 'windows-1252'],
  ['windows-1257', 'windows-1252'],
  ['iso-8859-3', 'windows-1252'],
  ['windows-1252', 'windows-1250'],
] as const;

/** Letters, and signs that stand for one. */
const inWord = /[\p{L}\p{M}\u009e\u009f¡£¥ª¯±³¶¹º¼¾¿¦¬®]/u;
const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const letters = /^\p{Script=Latin}+$/u;
/** Signs inside a word, or before a small letter: no language of Western Europe writes them there. */
const odd = /\p{L}[ª¯±³¶¹º¼¾£¥¿]\p{L}|^[ª¯£¥]\p{Ll}|\p{Ll}[ª³º¹]$/u;
/** Letters of Turkish that is misread, and of Iceland: misread.ts weighs those. */
const north = /[ðÐýÝ]/;

/** What all words of a text must come to; a name on a list, a sign and a letter that is odd in its place are worth so much. */
const enough = 3;
const nameWorth = 3;
const oddWorth = 2;

/** Languages of Windows-1252. */
const western = ['es', 'fr', 'de', 'pt', 'sv', 'ga'];

interface Candidate extends Turned {
  language: string | undefined;
}

/**
 * Names of Central Europe whose one-byte page was taken for Windows-1252: `Bãlãºoiu` for Bălășoiu, `Ernõ` for Ernő. The
 * words of a text must agree on the page; a list of names or signs inside the words are the proof.
 */
export function findCentral(text: string, tables: Tables, names: () => Names): Repair[] {
  const words = findWords(text, tables);
  if (words.length === 0) return [];
  let best: { score: number; found: Candidate[]; from: CodePage; to: CodePage } | undefined;
  for (const [from, to] of findPages(tables)) {
    const { score, found } = weighPage(words, from, to, names());
    if (score >= enough && score > (best?.score ?? 0)) best = { score, found, from, to };
  }
  if (!best) return [];
  const { from, to, found } = best;
  const romanian = found.some(({ language }) => language === 'ro');
  return found.map((one) =>
    toPageRepair({ ...one, reading: romanian ? withCommas(one.reading) : one.reading }, from, to),
  );
}

interface Word {
  text: string;
  start: number;
}

/** Words with a character that is another letter in one of the pages. */
function findWords(text: string, tables: Tables): Word[] {
  let turned = turnedByTables.get(tables);
  if (!turned) {
    turned = findTurned(tables);
    turnedByTables.set(tables, turned);
  }
  const words: Word[] = [];
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80 || !turned.has(text.charAt(i))) continue;
    let start = i;
    while (start > end && inWord.test(text.charAt(start - 1))) start--;
    end = i + 1;
    while (end < text.length && inWord.test(text.charAt(end))) end++;
    const one = text.slice(start, end);
    if (/\p{L}/u.test(one) && !otherScript.test(one)) words.push({ text: one, start });
    i = end;
  }
  return words;
}

const turnedByTables = new WeakMap<Tables, ReadonlySet<string>>();

function findTurned(tables: Tables): ReadonlySet<string> {
  const turned = new Set<string>();
  for (const [from, to] of findPages(tables))
    for (const [char, byte] of to.bytes) {
      const there = from.upper.charAt(byte - 128);
      if (there !== char && letters.test(there)) turned.add(char);
    }
  return turned;
}

function findPages({ pages }: Tables): (readonly [CodePage, CodePage])[] {
  return mixUps.flatMap(([one, other]) => {
    const from = pages.find(({ id }) => id === one);
    const to = pages.find(({ id }) => id === other);
    return from && to ? [[from, to] as const] : [];
  });
}

function weighPage(
  words: readonly Word[],
  from: CodePage,
  to: CodePage,
  names: Names,
): { score: number; found: Candidate[] } {
  const found: Candidate[] = [];
  let score = 0;
  for (const { text: one, start } of words) {
    const reading = turn(one, from, to);
    if (reading === one) continue;
    if (names.has(one) || names.match(one).length > 0) {
      score -= nameWorth;
      continue;
    }
    if (reading === undefined) {
      score -= 1;
      continue;
    }
    const west = from.id === 'windows-1252';
    const known = [...names.match(reading), ...names.match(withCommas(reading))].find(
      ({ language }) => western.includes(language) === west,
    );
    const strange = !west && odd.test(one);
    if (known) score += nameWorth;
    if (strange) score += oddWorth;
    if (!known && !strange) {
      if (north.test(one)) continue;
      score -= 1;
    }
    found.push({ start, end: start + one.length, reading, language: known?.language });
  }
  return { score, found: found.some(({ language }) => language) ? found : [] };
}

/** A word's bytes read with the page that it was written with; undefined where no word results. */
function turn(one: string, from: CodePage, to: CodePage): string | undefined {
  const out = turnPage(one, from, to);
  return out !== undefined && letters.test(out) && !/\p{Ll}\p{Lu}/u.test(out) ? out : undefined;
}
