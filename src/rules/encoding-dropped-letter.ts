import type { Placed, Span } from '../article/index.ts';
import { dressDropped, isDropped, isTurkicCue, skeletonOf } from '../encoding/index.ts';
import { isCapitalised, TokenKind } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { wordsOfPeople } from '../lexicon/index.ts';
import { foldWord } from '../text/index.ts';
import type { ArticleContext, DeskContext, Finding } from './rule.ts';
import { defineRule, isEnglish, perWord, someFact } from './rule.ts';

/** A word that may have lost letters, that has letters to lose, or that speaks of Turkey. */
interface Reading {
  /** Without what an apostrophe adds. */
  text: string;
  /** The number of this. */
  id: number;
  /** Whether it may have lost letters, whether it has any to lose, and whether it speaks of Turkey or Azerbaijan. */
  suspect: boolean;
  whole: boolean;
  cue: boolean;
  /** What is left when all are lost. */
  skeleton: string;
}

interface Use {
  start: number;
  /** One object for all uses of a word that are read alike. */
  reading: Reading;
  block?: number;
}

/** Letters that must be left: fewer are left of too many words. */
const leastLeft = 4;
/** The same where nothing but a list of names confirms the word. */
const leastListed = 5;

export default defineRule<Use, boolean>({
  id: 'encoding-dropped-letter',
  category: 'encoding',
  severity: 'error',
  scope: 'case',
  languages: ['en', 'tr'],
  about:
    'Finds names whose letters beyond ASCII were dropped altogether, with nothing left in their place. Another mention must have them, the team’s list, or, in a story of Turkey or Azerbaijan, the lists of names.',
  what: '“{actual}” has lost letters, and nothing was left in their place',
  why: 'As on line {line}.',
  how: 'Restore “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [
    {
      bad: 'Governor Selim Taydaşoğlu opened the bridge. Critics of Taydaolu stayed away.',
      good: 'Governor Selim Taydaşoğlu opened the bridge. Critics of Taydaşoğlu stayed away.',
    },
    {
      bad: 'The team from İskenderun won. It left skenderun by train.',
      good: 'The team from İskenderun won. It left İskenderun by train.',
    },
    {
      bad: 'Turkish police searched the house of Hasan Karahasanolu on Monday.',
      good: 'Turkish police searched the house of Hasan Karahasanoğlu on Monday.',
    },
    {
      bad: 'The road was opened by Korkutbaolu.',
      good: 'The road was opened by Korkutbaşoğlu.',
      team: [{ name: 'Orhan Korkutbaşoğlu' }],
    },
    { good: 'The pianist Ainhoa Erdoan won the prize in Bilbao.', note: 'A name of another language.' },
    { good: 'Mara Ibarra met María Ibarra.', note: 'Both are names.' },
    { good: 'Nazim Karimov spoke; Karimova, Karimovlar and Kərimovlar stayed.' },
  ],
  words(desk) {
    const read = readWord(desk);
    const isKnown = isEnglish(desk);
    return (word, _folded, id) => !(isSmallAscii.test(word) && isKnown(id)) && read(id) !== nothing;
  },
  collect({ parsed, damages }, _options, desk, found) {
    const { tokens } = parsed;
    const readingOf = readWord(desk);
    const isGuess = (at: number) =>
      damages.some(({ certainty, clean }) => certainty === 'choices' && clean.start <= at && at < clean.end);
    const uses: Use[] = [];
    let isTold = false;
    for (const i of found) {
      if (tokens.kind[i] !== TokenKind.word) continue;
      const may = readingOf(tokens.word[i] ?? 0);
      // In Turkish any small word is unknown to English.
      const suspect = may.suspect && (parsed.language === 'en' || isCapitalised(may.text));
      const start = tokens.start[i] ?? 0;
      const whole = may.whole && !isGuess(start);
      const cue = may.cue && (whole || !suspect);
      // Of words that but tell of a language one is enough.
      if (!suspect && !whole && (!cue || isTold)) continue;
      isTold ||= cue;
      const isAsMay = suspect === may.suspect && whole === may.whole && cue === may.cue;
      uses.push({ start, reading: isAsMay ? may : { ...may, suspect, whole, cue }, block: undefined });
    }
    return uses;
  },
  caseOf: ({ reading: { suspect, whole, skeleton } }) => (suspect || whole ? skeleton : ''),
  gist: (words) => someFact(words, ({ reading }) => reading.cue),
  check(uses, _options, report, article, isTurkic) {
    if (!uses.some(({ reading }) => reading.suspect)) return;
    const wholes = uses.filter(({ reading }) => reading.whole);
    if (wholes.length === 0 && !hasLists(article)) {
      if (!isTurkic) return;
      // Most words that nobody knows are on no list either.
      const listed = listedOf(article);
      if (uses.every(({ reading }) => listed(reading.id).length === 0)) return;
    }
    // Most uses are written alike.
    const answers = new Map<string, Partial<Finding> | undefined>();
    for (const { block, start, reading } of uses) {
      if (!reading.suspect) continue;
      const { text } = reading;
      if (!answers.has(text)) answers.set(text, restore(reading, wholes, isTurkic, article));
      const answer = answers.get(text);
      if (answer) report({ block, start, end: start + text.length, ...answer });
    }
  },
});

/** What a word was before it lost letters, and what tells; undefined where nothing does. */
function restore(
  { text, id }: Reading,
  wholes: readonly Placed<Use>[],
  isTurkic: boolean,
  article: ArticleContext,
): Partial<Finding> | undefined {
  const models = wholes.filter(({ reading }) => isDropped(text, reading.text));
  const [model] = models;
  const read = (names: readonly string[]) => [...new Set(names.map((name) => dressDropped(text, name)))];
  if (model) {
    // «Bakanı» beside «Başkanı».
    if (isCommon(text, article)) return undefined;
    const expected = read(models.map(({ reading }) => reading.text)).slice(0, 3);
    return {
      expected,
      safe: expected.length === 1,
      related: [{ block: model.block, span: spanOf(model), message: 'Undamaged here' }],
      group: groupOf(expected[0]),
    };
  }
  const team = hasLists(article) ? readTeam(text, article) : [];
  const listed = team.length > 0 ? team : isTurkic ? listedOf(article)(id) : [];
  if (listed.length === 0) return undefined;
  const expected = read(listed);
  const [name = ''] = expected;
  if (name === '' || isCommon(text, article)) return undefined;
  const why = team.length > 0 ? 'As in the team’s list: “{detail}”.' : '“{reading}” is a known name.';
  return { expected, why, data: { reading: name, detail: name }, group: groupOf(name) };
}

const spanOf = ({ start, reading }: Use): Span => ({ start, end: start + reading.text.length });

/** With the mentions that lost letters to a question mark. */
const groupOf = (reading = '') => `encoding-lost-letter:${reading.toLowerCase()}`;

const bare = (word: string) => word.replace(/['’].*$/, '');

/** Letters that Turkish and Azerbaijani alone have, or an English word for what is there, also in the capitals of a dateline. */
const isCue = (word: string): boolean =>
  /[ğıəĞİƏ]/.test(word) ||
  isTurkicCue(word) ||
  (/^\p{Lu}+$/u.test(word) && isTurkicCue(word.charAt(0) + word.slice(1).toLowerCase()));

/** Whether a word has letters beyond ASCII, and enough others. */
const isWhole = (word: string): boolean => /[^\0-\x7f’]/.test(word) && skeletonOf(bare(word)).length >= leastLeft;

/** What a word is here; `nothing` for nearly all. */
const readWord = perWord((word, folded, desk, id): Reading => {
  // A word in the letters of English is whole or suspect, not both; nearly all of them are known.
  if (plainWord.test(word)) {
    const suspect = isSuspect(word, folded, id, desk);
    const cue = word.charCodeAt(0) < 91 && isCue(word);
    return suspect || cue ? { text: word, id, suspect, whole: false, cue, skeleton: word.toLowerCase() } : nothing;
  }
  const text = bare(word);
  const own = desk.vocabulary.intern(text);
  const suspect = isSuspect(text, foldWord(text), own, desk);
  if (!suspect && !isWhole(word) && !isCue(word)) return nothing;
  return { text, id: own, suspect, whole: isWhole(text), cue: isCue(text), skeleton: skeletonOf(text) };
});

const nothing: Reading = { text: '', id: -1, suspect: false, whole: false, cue: false, skeleton: '' };
const plainWord = /^[A-Za-z]+$/;
const isSmallAscii = /^[a-z][\0-\x7f]*$/;

/** Whether no dictionary and no list of names has a word: only then it may be what is left of another. */
function isSuspect(text: string, folded: string, id: number, desk: DeskContext): boolean {
  const { lexicon } = desk;
  if (text.length < leastLeft || isEnglish(desk)(id)) return false;
  if (!/^\p{L}\p{Ll}+$|^\p{Lu}+$/u.test(text) || !/^[a-zç-ü]/i.test(text)) return false;
  return !lexicon.isGivenName(folded) && !lexicon.isSurname(folded) && !wordsOfPeople(lexicon.people).has(folded);
}

/** A word of Turkish, or one that English has in small letters alone: «Antiaircraft». */
const isCommon = (word: string, { speller }: DeskContext): boolean => {
  const small = word.toLowerCase();
  return (speller?.isKnown(word, 'tr') || (small !== word && speller?.isKnown(small, 'en'))) ?? false;
};

const hasLists = ({ lexicon: { people, terms } }: DeskContext): boolean => people.length + terms.length > 0;

/** Names on the desk's lists that a word may be. */
const listedOf = perWord((word, _folded, { readDropped }): readonly string[] =>
  word.length < leastListed ? none : (readDropped?.(word) ?? none),
);

const none: readonly string[] = [];

const indexes = new WeakMap<Lexicon, ReadonlyMap<string, readonly string[]>>();

/** Words of the team's list that a word may be. */
function readTeam(word: string, { lexicon }: DeskContext): readonly string[] {
  const known = indexes.get(lexicon) ?? indexTeam(lexicon);
  indexes.set(lexicon, known);
  return (known.get(skeletonOf(word)) ?? []).filter((whole) => isDropped(word, whole));
}

function indexTeam({ people, terms }: Lexicon): Map<string, string[]> {
  const index = new Map<string, string[]>();
  const forms = [...people.flatMap(({ name, aliases }) => [name, ...aliases]), ...terms.map((term) => term.preferred)];
  for (const word of new Set(forms.flatMap((form) => form.split(/[\s-]+/)))) {
    if (!isWhole(word)) continue;
    const skeleton = skeletonOf(word);
    index.set(skeleton, [...(index.get(skeleton) ?? []), word]);
  }
  return index;
}
