import type { Span } from '../article/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import { isCapitalised, isInside, TokenKind } from '../language/index.ts';
import { isListedName } from '../lexicon/index.ts';
import { editDistance, foldWord } from '../text/index.ts';
import { defineRule, isEnglish, perWord } from './rule.ts';

const split = (list: string): readonly string[] => list.split(' ');
const days = split('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
// «May» is left out: too much is one letter away from it.
const months = split('January February March April June July August September October November December');
const names = [...days, ...days.map((day) => `${day}s`), ...months];

/** No name but a day’s or a month’s lies within a letter of a word so long; a shorter one must stand where a date does. */
const leastSure = 7;
/** The names of months so short are dates with a figure alone: «Marhc 5». */
const leastNamed = 6;

interface Slip extends Span {
  /** Without a possessive ending. */
  word: string;
  /** The days and months that it may stand for in this place; where there are none it is a name. */
  readings: readonly string[];
}

export default defineRule<Slip>({
  id: 'calendar-slip',
  category: 'spelling',
  severity: 'warning',
  scope: 'case',
  languages: ['en'],
  about:
    'Finds a day or a month that is misspelt by one letter. A short one is told from a name by what stands beside it: “on”, “last”, a figure, “morning”.',
  what: 'It is “{expected}”',
  why: 'A slip in the name of a day or month.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    { bad: 'They met on Saterday.', good: 'They met on Saturday.' },
    { bad: 'They met in Novmber.', good: 'They met in November.' },
    { bad: 'They met last Firday.', good: 'They met last Friday.' },
    { bad: 'They met on Agust 5 at the port.', good: 'They met on August 5 at the port.' },
    { bad: 'They met on 5 Marhc at the port.', good: 'They met on 5 March at the port.' },
    {
      good: 'They met Sundar Pichai, Anthony Munday and Augusta Holm, who won on 17 Octobre, a square in Paris. Munday won.',
    },
    { bad: 'He said Moday that he would come.', good: 'He said Monday that he would come.' },
    { good: 'Mondal said that Agust had won.', note: 'no date: it may be a name' },
  ],
  words(desk) {
    const isKnown = isEnglish(desk);
    const readings = readingsOf(desk);
    return (word, _folded, id) => isCapitalised(word) && !isKnown(id) && readings(id).length > 0;
  },
  collect({ parsed }, _options, desk, chosen) {
    const { tokens } = parsed;
    const readingsAt = readingsOf(desk);
    const slips: Slip[] = [];
    for (const i of chosen) {
      const start = tokens.start[i] ?? 0;
      if (tokens.kind[i] !== TokenKind.word || isInside(parsed.opaque, start)) continue;
      const id = tokens.word[i] ?? 0;
      const word = bareOf(desk.vocabulary.word(id));
      const end = start + word.length;
      if (isInAddress(parsed.text, start, end)) continue;
      const readings = readingsAt(id).filter((name) => isDated(parsed, start, end, name));
      slips.push({ start, end, word, readings });
    }
    return slips;
  },
  caseOf: ({ word }) => word,
  check(slips, _options, report, { lexicon, names }) {
    for (const { block, start, end, word, readings } of slips) {
      const [first] = readings;
      if (first === undefined) continue;
      const isSure = first.length >= leastSure;
      if (isListedName(foldWord(word), lexicon)) continue;
      // «Pressure on Sundar» once more, or beside Sundar Pichai: a name.
      if (!isSure && (slips.length > 1 || names().has(word.toLowerCase()))) continue;
      report({
        block,
        start,
        end,
        expected: readings.map((name) => (word === word.toUpperCase() ? name.toUpperCase() : name)),
        safe: isSure && readings.length === 1,
        group: word,
      });
    }
  },
});

const bareOf = (word: string) => word.replace(/['’][sS]?$/, '');

/** The days and months that a word is one slip away from: first those with its first letter. */
const readingsOf = perWord((written, _folded, { lexicon }): readonly string[] => {
  const word = bareOf(written);
  if (word.length < 4 || word.length > 11) return [];
  const form = word.charAt(0) + word.slice(1).toLowerCase();
  if (lexicon.nameWords.near_dates.has(foldWord(word))) return [];
  const startsAlike = (name: string) => name.charAt(0) === form.charAt(0);
  const small = form.toLowerCase();
  const near = names.filter(
    (name) =>
      Math.abs(name.length - form.length) < 2 &&
      (name.length >= leastSure || startsAlike(name)) &&
      mayBeSlip(small, name) &&
      editDistance(small, name.toLowerCase()) === 1,
  );
  return near.sort((a, b) => Number(startsAlike(b)) - Number(startsAlike(a)));
});

/** One slip leaves one end of a name: of most words their first and last letters tell that they are another. */
function mayBeSlip(small: string, name: string): boolean {
  const endsAlike = small.charCodeAt(small.length - 1) === name.charCodeAt(name.length - 1);
  if ((name.charCodeAt(0) | 32) === small.charCodeAt(0) && (endsAlike || name.charCodeAt(1) === small.charCodeAt(1)))
    return true;
  return endsAlike && small.charCodeAt(small.length - 2) === name.charCodeAt(name.length - 2);
}

/** «Novmber.pdf», «@Saterday» */
const isInAddress = (text: string, start: number, end: number): boolean =>
  /[@#/_.]/.test(text.charAt(start - 1)) || /^(?:[@/_]|\.\w)/.test(text.slice(end, end + 2));

/** «Moday», «Fridya»: no name but a day’s ends so, unless a vowel alone is another («Manday»). */
const dayEnd = /d(?:ay|ya)s?$|adys?$/;
const hasOtherVowel = (word: string, name: string): boolean =>
  word.length === name.length && withoutVowels(word) === withoutVowels(name) && sorted(word) !== sorted(name);
const withoutVowels = (word: string) => word.replace(/[aeiou]/g, '');
const sorted = (word: string) => [...word].sort().join('');
const dayBefore = /\b(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?: of)? $/;
const dayOrYear = /^ (?:(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?![\d:–-]|[.,]\d)|(?:19|20)\d\d\b)|^, (?:19|20)\d\d\b/;
const wordBefore = /(?<!\p{L})(?:on|last|next|this|every|each|since|until|by|late|early) $/iu;
const wordBeforeMonth = /(?<!\p{L})in $/iu;
const wordAfter = /^ (?:morning|afternoon|evening|night|noon)\b/;

/** Whether what stands beside a word makes a date of a name: the shorter the name, the more is asked for. */
function isDated({ text }: ParsedBlock, start: number, end: number, name: string): boolean {
  const word = text.slice(start, end);
  if (name.length >= leastSure || (dayEnd.test(word) && !hasOtherVowel(word, name))) return true;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (dayBefore.test(before) || dayOrYear.test(after)) return true;
  if (name.length < leastNamed) return false;
  // «on Sundar Pichai»
  const isLed = wordBefore.test(before) || (months.includes(name) && wordBeforeMonth.test(before));
  return wordAfter.test(after) || (isLed && !/^ \p{Lu}/u.test(after));
}
