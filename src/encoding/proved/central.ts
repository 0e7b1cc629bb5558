import { copyText } from '../../text/index.ts';
import type { CodePage, KnownName, Names, Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
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

/** Two pages taken for one another. */
type MixUp = readonly [written: CodePage, read: CodePage];

/** What a word says of a mix-up. */
interface Verdict {
  score: number;
  /** The word as it was meant, where it may be turned. */
  turned: { reading: string; language: string | undefined } | undefined;
}

/** What is known of mix-ups under some tables. */
interface Knowledge {
  mixUps: readonly MixUp[];
  /** Characters that are another letter in one of the pages. */
  turned: ReadonlySet<string>;
  /** Words met before, with a verdict for each mix-up. */
  verdicts: Map<string, readonly Verdict[]>;
}

/** Words whose verdicts are kept: a name stands in many paragraphs. */
const memory = 2000;

/**
 * Names of Central Europe whose one-byte page was taken for Windows-1252: `Bãlãºoiu` for Bălășoiu, `Ernõ` for Ernő. The
 * words of a text must agree on the page; a list of names or signs inside the words are the proof.
 */
export function findCentral(text: string, beyond: string, tables: Tables, names: () => Names): Repair[] {
  const known = knowledgeOf(tables);
  if (!holdsAny(beyond, known.turned)) return [];
  const words = findWords(text, known.turned);
  if (words.length === 0) return [];
  const verdicts = words.map((one) => judge(one.text, known, names));
  let best: { score: number; mixUp: number } | undefined;
  for (let mixUp = 0; mixUp < known.mixUps.length; mixUp++) {
    let score = 0;
    for (const one of verdicts) score += one[mixUp]?.score ?? 0;
    if (score >= enough && score > (best?.score ?? 0)) best = { score, mixUp };
  }
  const pages = best && known.mixUps[best.mixUp];
  if (!best || !pages) return [];
  const found: Candidate[] = [];
  for (const [i, { text: one, start }] of words.entries()) {
    const turned = verdicts[i]?.[best.mixUp]?.turned;
    if (turned) found.push({ start, end: start + one.length, ...turned });
  }
  const [from, to] = pages;
  if (!found.some(({ language }) => language)) return [];
  const romanian = found.some(({ language }) => language === 'ro');
  return found.map((one) =>
    toPageRepair({ ...one, reading: romanian ? withCommas(one.reading) : one.reading }, from, to),
  );
}

/** Whether a word speaks for such a mix-up. */
export function mayBeCentral(word: string, tables: Tables, names: () => Names): boolean {
  const known = knowledgeOf(tables);
  return findWords(word, known.turned).some(({ text }) => known.mixUps.some((mixUp) => speaksFor(text, mixUp, names)));
}

/** Whether a word is worth something in `weigh`; what costs most is asked last. */
function speaksFor(one: string, [from, to]: MixUp, names: () => Names): boolean {
  const reading = turn(one, from, to);
  if (reading === undefined || reading === one || names().has(one)) return false;
  const isStrange = from.id !== 'windows-1252' && odd.test(one);
  return (isStrange || findKnown(reading, from, names()) !== undefined) && names().match(one).length === 0;
}

/** A name of one of the languages of a page. */
function findKnown(reading: string, from: CodePage, names: Names): KnownName | undefined {
  const west = from.id === 'windows-1252';
  return [...names.match(reading), ...names.match(withCommas(reading))].find(
    ({ language }) => western.includes(language) === west,
  );
}

interface Word {
  text: string;
  start: number;
}

function holdsAny(beyond: string, turned: ReadonlySet<string>): boolean {
  for (let i = 0; i < beyond.length; i++) if (beyond.charCodeAt(i) >= 0x80 && turned.has(beyond.charAt(i))) return true;
  return false;
}

/** Words with a character that is another letter in one of the pages. */
function findWords(text: string, turned: ReadonlySet<string>): Word[] {
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

const knowledgeByTables = new WeakMap<Tables, Knowledge>();

function knowledgeOf(tables: Tables): Knowledge {
  let knowledge = knowledgeByTables.get(tables);
  if (!knowledge) {
    const pages = findPages(tables);
    knowledge = { mixUps: pages, turned: findTurned(pages), verdicts: new Map() };
    knowledgeByTables.set(tables, knowledge);
  }
  return knowledge;
}

function findTurned(pages: readonly MixUp[]): ReadonlySet<string> {
  const turned = new Set<string>();
  for (const [from, to] of pages)
    for (const [char, byte] of to.bytes) {
      const there = from.upper.charAt(byte - 128);
      if (there !== char && letters.test(there)) turned.add(char);
    }
  return turned;
}

function findPages({ pages }: Tables): MixUp[] {
  return mixUps.flatMap(([one, other]) => {
    const from = pages.find(({ id }) => id === one);
    const to = pages.find(({ id }) => id === other);
    return from && to ? [[from, to] as const] : [];
  });
}

function judge(one: string, { mixUps: pages, verdicts }: Knowledge, names: () => Names): readonly Verdict[] {
  const known = verdicts.get(one);
  if (known) return known;
  if (verdicts.size >= memory) verdicts.clear();
  const list = pages.map((mixUp) => weigh(one, mixUp, names()));
  verdicts.set(copyText(one), list);
  return list;
}

/** What a word says of two pages, whatever stands beside it. */
function weigh(one: string, [from, to]: MixUp, names: Names): Verdict {
  const reading = turn(one, from, to);
  if (reading === one) return { score: 0, turned: undefined };
  if (names.has(one) || names.match(one).length > 0) return { score: -nameWorth, turned: undefined };
  if (reading === undefined) return { score: -1, turned: undefined };
  const known = findKnown(reading, from, names);
  const strange = from.id !== 'windows-1252' && odd.test(one);
  if (!known && !strange && north.test(one)) return { score: 0, turned: undefined };
  const score = (known ? nameWorth : 0) + (strange ? oddWorth : 0);
  return { score: score || -1, turned: { reading, language: known?.language } };
}

/** A word's bytes read with the page that it was written with; undefined where no word results. */
function turn(one: string, from: CodePage, to: CodePage): string | undefined {
  const out = turnPage(one, from, to);
  return out !== undefined && letters.test(out) && !/\p{Ll}\p{Lu}/u.test(out) ? out : undefined;
}
