import { TokenKind } from '../language/index.ts';
import { defineRule, perWord, someFact } from './rule.ts';

/** What such a word is wherever it stands. */
interface Reading {
  /** Without what an apostrophe adds. */
  text: string;
  /** With a comma and in small letters: what words have in common that differ in nothing else. */
  key: string;
  hasComma: boolean;
  /** It has letters that Turkish, Azerbaijani or Gagauz have and Romanian has not. */
  isTurkic: boolean;
}

/** A word with an s or t that has a cedilla or a comma below. */
interface Marked extends Reading {
  start: number;
  end: number;
  /** Whether its paragraph is in Romanian, or in Turkish or Azerbaijani. */
  prose: 'romanian' | 'turkic' | undefined;
}

const commaOf: Readonly<Record<string, string>> = { ş: 'ș', Ş: 'Ș', ţ: 'ț', Ţ: 'Ț' };
const cedillaOf: Readonly<Record<string, string>> = { ș: 'ş', Ș: 'Ş' };
const withComma = (word: string) => word.replace(/[şŞţŢ]/g, (letter) => commaOf[letter] ?? letter);
const withCedilla = (word: string) => word.replace(/[șȘ]/g, (letter) => cedillaOf[letter] ?? letter);

/** Letters that Turkish, Azerbaijani or Gagauz have and Romanian has not. */
const turkicLetter = /[ğĞıİəƏçÇöÖüÜ]/;
/** A letter with which a word can hardly be but Romanian. */
const romanianLetter = /[ţŢăĂâÂîÎ]/;

export default defineRule<Marked, boolean>({
  id: 'encoding-comma-below',
  category: 'encoding',
  severity: 'warning',
  scope: 'case',
  about:
    'Finds ş and ţ with a cedilla where Romanian writes ș and ț with a comma below, as older code pages had no others: in Romanian prose, and in names of a story that has the comma elsewhere. In Turkish and Azerbaijani it is the other way round.',
  what: '“{actual}” has a cedilla where Romanian writes a comma below',
  why: 'Older code pages had but the cedilla; a search for the one form does not find the other.',
  how: 'Change to “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [
    {
      bad: 'Primarul a spus că podul şi portul vor fi deschise după sărbători, pentru toţi.',
      good: 'Primarul a spus că podul și portul vor fi deschise după sărbători, pentru toți.',
    },
    {
      bad: 'Mayor Ștefan Moraru left Galaţi for Brăneşti.',
      good: 'Mayor Ștefan Moraru left Galați for Brănești.',
    },
    { good: 'Mayor Ştefan Moraru left Galaţi for Brăneşti.', note: 'One form throughout a story in English.' },
    { good: 'Mayor Ștefan Moraru met Ayşe Başçı and Elşən Şirinov.' },
    { bad: 'Belediye bașkanı toplantıya katıldı.', good: 'Belediye başkanı toplantıya katıldı.' },
  ],
  words: () => (word) => /[şŞţŢșȘțȚ]/.test(word),
  collect({ parsed }, _options, desk, words) {
    const { tokens, language } = parsed;
    const prose = language === 'ro' ? 'romanian' : language === 'tr' || language === 'az' ? 'turkic' : undefined;
    const read = readMarked(desk);
    const found: Marked[] = [];
    for (const i of words) {
      if (tokens.kind[i] !== TokenKind.word) continue;
      const word = read(tokens.word[i] ?? 0);
      const { text, key, hasComma } = word;
      // A capital in Turkish prose may begin a Romanian name.
      const isTurkic = word.isTurkic || (prose === 'turkic' && /^\p{Ll}/u.test(text));
      // As Turkish has it.
      if (isTurkic && !hasComma) continue;
      const start = tokens.start[i] ?? 0;
      found.push({ start, end: start + text.length, text, key, hasComma, isTurkic, prose });
    }
    return found;
  },
  caseOf: ({ key }) => key,
  gist: (words) => someFact(words, ({ text, hasComma }) => hasComma && !turkicLetter.test(text)),
  check(words, _options, report, _article, hasCommas) {
    const isMixed = words.some(({ hasComma }) => hasComma);
    for (const { block, start, end, text, prose, isTurkic: turkic } of words) {
      const isRomanian = prose === 'romanian' || isMixed || (hasCommas && romanianLetter.test(text));
      const expected = turkic ? withCedilla(text) : isRomanian ? withComma(text) : text;
      if (expected === text) continue;
      report({
        block,
        start,
        end,
        expected: [expected],
        // «Ayşe» in Romanian copy may be a Turkish name.
        safe: turkic || isMixed || /^\p{Ll}/u.test(text) || romanianLetter.test(text),
        ...(turkic && { what: '“{actual}” has a comma below where Turkish and Azerbaijani write a cedilla' }),
        group: expected.toLowerCase(),
      });
    }
  },
});

const readMarked = perWord((word): Reading => {
  const text = word.replace(/['’].*$/, '');
  const key = withComma(text).toLowerCase();
  return { text, key, hasComma: /[șȘțȚ]/.test(text), isTurkic: turkicLetter.test(text) };
});
