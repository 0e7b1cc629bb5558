import { copyText } from '../../text/index.ts';
import { findChunks } from '../chunks.ts';
import type { IsWord, KnownName, Models, Names, Reading } from '../knowledge/index.ts';
import {
  breaksHarmony,
  dressLike,
  fillHoles,
  isCapitals,
  judge,
  lowerTurkic,
  upperTurkic,
} from '../knowledge/index.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { LostWord } from './lost.ts';

/** What happened to a document's letters, and whose names they are. */
export interface Story extends Conversion {
  elsewhere: Elsewhere;
}

/** What happened to a document's letters. */
export interface Conversion {
  /** In words for the message. */
  text: string;
  language: 'tr' | 'az';
  /** Small letters that a `?` may stand for, and a U+FFFD. */
  letters: { question: readonly string[]; replacement: readonly string[] };
  /** True when g, i, s may stand for ğ, ı, ş («best fit»). */
  fold: boolean;
  /** True when only letters beyond Windows-1252 were lost. */
  western: boolean;
  /** True when letters that are alive, or many words, show which were lost. */
  shown: boolean;
  /** True when the words don't say for sure whether they are Turkish or Azerbaijani. */
  doubtful: boolean;
}

/** Log odds by which names are Turkish before anything is known of them. */
const turkishPrior = 1.5;
/** Log odds up to which the Turkish reading comes first where both are thought of: most damaged names are Turkish. */
const leaning = 2;
/** What a document's names may say of its language. */
const mostOdds = 12;
/** Log odds below which both languages are thought of. */
const doubtfulOdds = 3;
/** Nats that letters of ASCII only must explain better. */
const asciiGain = 7;
/** What a known name of so many letters is worth that only the loss of ç, ö or ü explains. */
const namedGain = 4;
const leastNamed = 6;

const supplement = ['ç', 'ö', 'ü'];

/** What Turkish loses in a conversion to Windows-1252. */
const turkish = { language: 'tr', letters: { question: ['ğ', 'ı', 'ş'], replacement: ['ğ', 'ı', 'ş'] } } as const;

/**
 * Infers from all damaged words and from the letters that are alive beside them what became of the others.
 *
 * @param beside texts of the blocks that hold damaged words
 * @param whole the whole text, for words that tell the language
 * @param prose what of it is Turkish or Azerbaijani prose
 * @param isWord what a Turkish dictionary says, where there is one
 * @param isEnglish what an English one says
 */
export function inferStory(
  words: readonly LostWord[],
  beside: string,
  whole: string,
  prose: string,
  models: Models,
  names: Names,
  isWord: IsWord | undefined,
  isEnglish: IsWord | undefined,
): Conversion {
  const told = isWord ? tellByDictionary(prose, models, isWord) : { odds: 0, words: new Set<string>() };
  // The small words of prose speak for themselves.
  const others = words.filter(({ text }) => !told.words.has(text) && (prose === '' || !/^\p{Ll}/u.test(text)));
  const named =
    tellLanguage(others, whole, models, names) +
    tellByCompany(beside, models, isEnglish) +
    tellByWords(prose, models) +
    told.odds;
  const odds = isWord && Math.abs(named) < doubtfulOdds ? named - weighTurkish(others, models, names, isWord) : named;
  const azerbaijani = words.some(({ text }) => isAzerbaijani(names.match(text)));
  const language = odds > (azerbaijani ? 0 : leaning) ? 'az' : 'tr';
  const rare = language === 'az' ? ['ğ', 'ı', 'ş', 'ə'] : ['ğ', 'ı', 'ş'];
  const inWords = words.map(({ text }) => text).join('');
  // Letters inside the damaged words themselves say most; a whole block may hold text of another origin.
  const lives = (letters: readonly string[], text: string) =>
    letters.some((letter) => text.includes(letter) || text.includes(upperTurkic(letter)));
  const question = inWords.includes('?');
  const plainLives = lives(supplement, inWords) || (lives(supplement, beside) && !isMostlyWhole(beside, inWords));
  const rareLives = lives(['ğ', 'ş', 'ə'], inWords) || /[ıİ]/.test(inWords);
  const all = [...supplement, ...rare];
  const tell = (text: string, one: readonly string[], other: readonly string[], fold = false): Conversion => ({
    text,
    language,
    letters: { question: one, replacement: other },
    fold,
    western: one === rare,
    shown: plainLives || rareLives,
    doubtful: Math.abs(odds) < doubtfulOdds,
  });
  // The first took the rarer letters, and the second, which left U+FFFD, those that were left.
  if (words.some(({ text }) => text.includes('?') && text.includes('\ufffd')))
    return tell('in two conversions', rare, supplement);
  const western = tell(
    'in a conversion to Windows-1252',
    rare,
    rareLives ? supplement : all,
    language === 'az' && !rareLives,
  );
  if (rareLives && plainLives) return tell('in a conversion', all, all);
  // Names on the list that have lost rarer letters say that the living ones are of another origin.
  const rarer = words.filter(({ text }) =>
    names.match(text).some((match) => match.frequent && losesRare(match.low, text)),
  );
  if (rareLives && rarer.length * 2 > words.length) return tell('in a conversion', all, all);
  if (rareLives) return tell('in a conversion', supplement, supplement);
  if (plainLives) return western;
  const ascii = question ? tell('in a conversion to ASCII', all, all) : tell('when it was read as UTF-8', all, all);
  if (!question) return ascii;
  let gain = isWord && language === 'tr' ? weighAscii(prose, western, ascii, models, isWord) : 0;
  for (const { text } of words) {
    if (text.includes('?'))
      gain += (readLost(text, ascii, models)[0]?.score ?? 0) - (readLost(text, western, models)[0]?.score ?? 0);
    const known = names.match(text).filter(({ frequent }) => frequent);
    if (text.length >= leastNamed && known.length > 0 && known.every(({ low }) => losesPlain(low, text)))
      gain += namedGain;
  }
  return gain > asciiGain ? { ...ascii, shown: gain > 2 * asciiGain } : western;
}

/**
 * Where more rare letters live than were lost, the rest was mended before: what lives there tells nothing of the
 * conversion. Mac Roman has an ı of its own.
 */
function isMostlyWhole(beside: string, inWords: string): boolean {
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(beside, /[ğşəĞŞƏ]/g) > count(inWords, /[?\ufffd]/g);
}

/** What a word of prose is worth that only one of the two conversions makes a word of the dictionary. */
const onlyWorth = 3;

/** In Turkish prose: whether the loss of ç, ö and ü too makes more of its words. */
function weighAscii(prose: string, western: Conversion, ascii: Conversion, models: Models, isWord: IsWord): number {
  const words = new Set(
    prose.match(/(?<!\p{L})[\p{Ll}?\ufffd]{4,}(?!\p{L})/gu)?.filter((word) => /\p{Ll}.*[?\ufffd]\p{Ll}/u.test(word)),
  );
  const reads = (word: string, story: Conversion) =>
    readLost(word, story, models, true).some(({ text }) => isWord(text));
  let gain = 0;
  for (const word of [...words].slice(0, askedWords)) {
    const [one, other] = [reads(word, western), reads(word, ascii)];
    if (one !== other) gain += other ? onlyWorth : -onlyWorth;
    else if (one) gain -= 1;
  }
  return gain;
}

/** True when a hole of a word took ç, ö or ü of a name. */
export function losesPlain(low: string, text: string): boolean {
  return [...low].some((letter, i) => /[çöü]/.test(letter) && /[?\ufffd]/.test(text.charAt(i)));
}

/** The story where a mention shows that ç, ö and ü were lost with the rarer letters. */
export function tellAscii(story: Conversion): Conversion {
  const all = [...new Set([...supplement, ...story.letters.question])];
  return {
    ...story,
    text: 'in a conversion to ASCII',
    letters: { ...story.letters, question: all },
    western: false,
    shown: true,
  };
}

/** True when a hole of a word took ğ, ı, ş or ə of a name. */
function losesRare(low: string, text: string): boolean {
  return [...low].some((letter, i) => /[ğışə]/.test(letter) && /[?\ufffd]/.test(text.charAt(i)));
}

/** The story of UTF-8 whose bytes beyond ASCII were lost one by one: any letter may be gone. */
export function tellBytes(story: Conversion): Conversion {
  const rare = story.language === 'az' ? ['ğ', 'ı', 'ş', 'ə'] : ['ğ', 'ı', 'ş'];
  const all = [...supplement, ...rare];
  return {
    ...story,
    text: 'byte by byte',
    letters: { question: all, replacement: all },
    fold: false,
    western: false,
  };
}

/** What names that are words of the Turkish dictionary say for Turkish; those that a list holds have spoken. */
function weighTurkish(words: readonly LostWord[], models: Models, names: Names, isWord: IsWord): number {
  const asked = words.filter(({ text }) => text.length > 2 && names.match(text).length === 0);
  return asked.filter(({ text }) => readLost(text, turkish, models).some((one) => isWord(one.text))).length * wordWorth;
}

const isOf = (matches: readonly KnownName[], id: string) => matches.some(({ language }) => language === id);

/** Whether a word is a name of Azerbaijan alone. */
function isAzerbaijani(matches: readonly KnownName[]): boolean {
  return isOf(matches, 'az') && !isOf(matches, 'tr');
}

function isTurkish(matches: readonly KnownName[]): boolean {
  return isOf(matches, 'tr') && !isOf(matches, 'az');
}

/** Log odds that the document's names are Azerbaijani rather than Turkish. */
function tellLanguage(words: readonly LostWord[], whole: string, models: Models, names: Names): number {
  if (/[əƏ]/.test(whole)) return 9;
  let odds = -turkishPrior;
  for (const { text } of words) {
    const matches = names.match(text);
    if (isAzerbaijani(matches)) odds += 2;
    else if (isTurkish(matches)) odds -= 3;
    // «Be?ikl?r»: no Turkish word, unless it is a name, has such vowels.
    else if (matches.length === 0 && breaksHarmony(readLost(text, turkish, models)[0]?.text ?? '')) odds += 3;
    if (text.length > 2)
      odds += Math.max(-4, Math.min(4, judge(lowerTurkic(text.replaceAll('\ufffd', '?')), models.language)));
  }
  odds = Math.max(-mostOdds, Math.min(mostOdds, odds));
  odds +=
    2 *
    Math.min(
      3,
      whole.match(
        /\b(?:Az[eə?\ufffd]rb\w*|Baku|Bak[ıi]|Karabakh|Nagorno\w*|Ganja|Nakhchivan|Sumgait|\w{3,}(?:ov|yev)a?)\b/g,
      )?.length ?? 0,
    );
  odds -= 2 * Math.min(3, whole.match(/\b(?:T[uü]rk\w*|Ankara|[Iİ]stanbul|[Iİ]zmir|Anatolia\w*)\b/g)?.length ?? 0);
  return odds;
}

/** A word with a hole, and a name that lost nothing directly before it or behind: `Recep K?r?m`. */
const holedWord = /[\p{L}?\ufffd]*[?\ufffd][\p{L}?\ufffd]*/gu;
const longestName = 24;
const before = /(?<!\p{L})\p{Lu}\p{Ll}{2,}(?= $)/u;
const behind = /(?<=^ )\p{Lu}\p{Ll}{2,}(?![\p{L}?\ufffd])/u;
/** Holes that speak for a name: near the beginning of a word with a capital, or not far from its end. */
const nearStart = /^(?:\p{Lu}?[?\ufffd]\p{L}|\p{Lu}\p{Ll}+[?\ufffd])/u;
const nearEnd = /[?\ufffd]\p{L}{0,12}$/u;
/** What the verdict says on average of names that lost nothing, the most that one may say, and its share. */
const companyBias = 1;
const mostCompany = 2;
const companyShare = 0.5;

/** What names beside the damaged ones say for Azerbaijani: Turkish has Recep and Mehmet, Azerbaijani Vaqif. */
function tellByCompany(beside: string, models: Models, isEnglish: IsWord | undefined): number {
  const names = new Set<string>();
  for (const chunk of findChunks(beside, /[?\ufffd]/g))
    for (const { 0: word, index } of chunk.text.matchAll(holedWord)) {
      const start = chunk.start + index;
      const end = start + word.length;
      const [left, right] = [
        beside.charCodeAt(start - 1) === 32 && nearStart.test(word)
          ? before.exec(beside.slice(Math.max(0, start - longestName), start))
          : undefined,
        beside.charCodeAt(end) === 32 && nearEnd.test(word)
          ? behind.exec(beside.slice(end, end + longestName))
          : undefined,
      ];
      if (left) names.add(left[0]);
      if (right) names.add(right[0]);
    }
  let odds = 0;
  for (const name of names) {
    if (isEnglish?.(name.toLowerCase())) continue;
    const one = judge(lowerTurkic(name), models.language) + companyBias;
    odds += companyShare * Math.max(-mostCompany, Math.min(mostCompany, one));
  }
  return Math.max(-mostCompany, Math.min(mostCompany, odds));
}

/** Words of prose that the dictionary is asked for, and what a Turkish word and one that can't be Turkish are worth. */
const askedWords = 30;
const wordWorth = 2;
const noWordWorth = 1;
const noLongWordWorth = 2.5;
const longWord = 5;
const mostByDictionary = 8;

/** In prose: whether its words with holes are Turkish ones. */
function tellByDictionary(prose: string, models: Models, isWord: IsWord): { odds: number; words: Set<string> } {
  const words = new Set(
    prose
      .match(/(?<![\p{L}?\ufffd])\p{Ll}?[?\ufffd]?\p{Ll}[\p{Ll}?\ufffd]*(?![\p{L}])/gu)
      ?.filter((word) => word.length > 2 && /[?\ufffd]./.test(word))
      .slice(0, askedWords),
  );
  let odds = 0;
  for (const word of words)
    odds += readsAsWord(word, models, isWord) ? -wordWorth : word.length < longWord ? noWordWorth : noLongWordWorth;
  return { odds: Math.max(-mostByDictionary, Math.min(mostByDictionary, odds)), words };
}

/** Whether a word with holes, or with its last one a question mark, is one of the Turkish dictionary. */
export function readsAsWord(word: string, models: Models, isWord: IsWord): boolean {
  const forms = /[?\ufffd]$/.test(word) ? [word, word.replace(/[?\ufffd]$/, '')] : [word];
  return forms.some((form) => readLost(form, turkish, models, true).some(({ text }) => isWord(text)));
}

/** Small words of prose that are asked for their language, and what they may say. */
const smallWord = /(?<![\p{L}\p{N}?\ufffd])[\p{Ll}?\ufffd]*\p{Ll}[\p{Ll}?\ufffd]*(?![\p{L}\p{N}])/gu;
const judgedWords = 80;
const wordOdds = 2;
const proseOdds = 16;

/** In prose: log odds that its small words are Azerbaijani rather than Turkish. */
function tellByWords(prose: string, { proseLanguage }: Models): number {
  const words = [...new Set(prose.match(smallWord))].slice(0, judgedWords);
  let odds = 0;
  for (const word of words)
    odds += Math.max(-wordOdds, Math.min(wordOdds, judge(word.replaceAll('\ufffd', '?'), proseLanguage)));
  return Math.max(-proseOdds, Math.min(proseOdds, odds));
}

/**
 * All readings of a damaged word in a story, best first, in the word's own case.
 *
 * @param small true when a word's first letter may well be small: in Turkish prose, not among English names
 */
export function readLost(
  word: string,
  { language, letters }: Pick<Conversion, 'language' | 'letters'>,
  models: Models,
  small = false,
): readonly Reading[] {
  const known = readingsOf(models);
  const key = `${word} ${language}${small ? ' small ' : ' '}${letters.question.join('')} ${letters.replacement.join('')}`;
  const before = known.get(key);
  if (before) return before;
  // Readings may hold parts of the word, and these the whole text.
  const readings = listReadings(copyText(word), { language, letters }, models, small);
  if (known.size >= memory) known.clear();
  known.set(key, readings);
  return readings;
}

/** Words whose readings are kept: an article is read anew as it is typed in. */
const memory = 2000;

const readingsByModels = new WeakMap<Models, Map<string, readonly Reading[]>>();

function readingsOf(models: Models): Map<string, readonly Reading[]> {
  let readings = readingsByModels.get(models);
  if (!readings) {
    readings = new Map();
    readingsByModels.set(models, readings);
  }
  return readings;
}

function listReadings(
  word: string,
  story: Pick<Conversion, 'language' | 'letters'>,
  models: Models,
  small: boolean,
): Reading[] {
  const capitals = isCapitals(word);
  const places = [...word].map((char, i) => {
    const letters = char === '?' ? story.letters.question : char === '\ufffd' ? story.letters.replacement : undefined;
    if (!letters) return [lowerTurkic(char)];
    // İ is lost in capitals, ı in small letters; no word begins with ğ.
    if (i === 0) {
      const first = letters
        .filter((letter) => letter !== 'ğ')
        .map((letter) => (letter === 'ı' && !small ? 'i' : letter));
      return small && first.includes('ı') ? [...first, 'i'] : first;
    }
    return capitals ? letters.map((letter) => (letter === 'ı' ? 'i' : letter)) : letters;
  });
  return fillHoles(places, models[story.language]).map(({ text, score }) => ({
    text: dressLike(word, text, small),
    score,
  }));
}
