import type { Tokens } from './block.ts';
import { TokenKind } from './block.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words so common that a few of them tell the language; none stands in two lists of near relations. */
const common: Readonly<Record<string, string>> = {
  en: 'the of and to is was were are be been has have had it its he she they his her their with that this which who from by at as for not but would will said says after before more than about into over between first new i we you our what when there a an in on or if one two',
  tr: 've bir bu için ile olarak olan çok daha gibi kadar ise değil ancak sonra göre var yok olduğu olduğunu dedi etti ettiğini belirtti ediyor edildi tarafından arasında üzerine yeni türkiye türkiye’nin başkanı bakanı ifade söyledi şu onun bunun',
  az: 'və bir bu üçün ilə olan daha çox kimi qədər isə deyil deyildir amma sonra görə var yox olub olaraq olunub edib bildirib deyib verilib edilib onun bunun tərəfindən arasında azərbaycan azərbaycanın respublikasının nazirinin naziri prezidenti həmin ki o',
  de: 'der die das und ist nicht mit dem den ein eine einen für auf von zu im des sich auch wurde werden nach bei aus dass wie er sie es',
  fr: 'le les des et est une dans pour que qui sur avec pas par au aux du ce cette il elle ont été sont plus à la un',
  es: 'el los las y es una en para que por con no del al se su como más fue han ha lo este esta pero',
  it: 'il gli della di che è per una con non del nel alla sono stato ha anche più dal le dei',
  pl: 'i w na z się nie do jest że o jak po przez od dla został są oraz ale który',
  ro: 'și şi în că să pentru este sunt după până către fost nu mai din care prin sau lui cel',
  ru: 'и в не на что с по как его это из к от для за он она они был было',
  uk: 'і в не на що з та як його це із до від для за він вона вони був було є',
};

/** Those of the English ones that hardly another language has: «a», «in», «on», «be» and «for» prove nothing. */
const distinctive = new Set(
  'the of and is was were are been have it its they their with that this which who from by not but would says said after before more than about into over between first when there'.split(
    ' ',
  ),
);

const languages = Object.keys(common);

/** The verdict on prose that is surely not English, in a language whose common words are not at hand. */
export const otherLanguage = 'mis';

// Which languages a word is common in: bit i for languages[i].
const bits = new Map<string, number>();
for (const [i, language] of languages.entries())
  for (const word of (common[language] ?? '').split(' ')) bits.set(word, (bits.get(word) ?? 0) | (1 << i));

const az = languages.indexOf('az');
const tr = languages.indexOf('tr');
const azerbaijani = 1 << az;
const allLanguages = (1 << languages.length) - 1;
const schwa = 1 << 20;
const turkic = 1 << 21;
const cyrillic = 1 << 22;
const ukrainian = 1 << 23;
const foreign = 1 << 24;
const english = 1 << 25;
const strange = 1 << 26;

/** q and x, which Turkish has not, as small words of Azerbaijani have them and those of English and of programs have not. */
const strangeLetters = /\p{L}q(?!u)|^[qx][aeəıioöü]|x\p{L}*[çğıöşü]|[çğıöşü]\p{L}*x/u;

/** Distinctive words, and their share of all, from which a block is English without a look at its other words. */
const sureWords = 2;
const sureShare = 0.15;
/** So many different words unknown to English, and that share of all words in small letters, are another language. */
const leastUnknown = 4;
const unknownShare = 0.4;

/** Column of the vocabulary: common in which languages, and what its letters say. */
function readWord(word: string): number {
  const low = word.toLowerCase();
  let marks = bits.get(low.replace("'", '’')) ?? 0;
  if (distinctive.has(low)) marks |= english;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x11e) {
      if ((code === 0x71 || code === 0x78) && word === low && strangeLetters.test(word)) marks |= strange;
      continue;
    }
    // In small letters: names with ə stand in English too.
    if (code === 0x259 || code === 0x18f) marks |= word === low ? schwa | azerbaijani : schwa;
    else if (code === 0x131 || code === 0x130 || code === 0x15f || code === 0x15e || code < 0x120) marks |= turkic;
    else if (code > 0x3ff && code < 0x530)
      marks |= code === 0x456 || code === 0x457 || code === 0x454 ? cyrillic | ukrainian : cyrillic;
    else if ((code > 0x530 && code < 0x700) || (code > 0x10a0 && code < 0x1100) || (code > 0x2e80 && code < 0xd800))
      marks |= foreign;
  }
  return marks;
}

// How many words of the block in hand are common in each language.
const tally = new Uint32Array(languages.length);

/**
 * The language of a block, from its common words and, where these are few, from its letters; what looks English or like
 * nothing is looked up in the dictionary, unless its words say plainly that it is English.
 *
 * @param isEnglish whether an English dictionary has a word; one function for the vocabulary's life
 * @returns a BCP 47 primary subtag, `und` when the block is too short or says nothing, `otherLanguage`
 */
export function detectLanguage(tokens: Tokens, vocabulary: Vocabulary, isEnglish: (word: string) => boolean): string {
  const marksOf = vocabulary.numbers(readWord);
  const { count, kind, word } = tokens;
  const scores = tally.fill(0);
  let words = 0;
  let withSchwa = 0;
  let withTurkic = 0;
  let inCyrillic = 0;
  let inUkrainian = 0;
  let inOther = 0;
  let inEnglish = 0;
  let withStrange = 0;
  for (let i = 0; i < count; i++) {
    if (kind[i] !== TokenKind.word) continue;
    words++;
    const marks = marksOf[word[i] ?? 0] ?? 0;
    if (marks === 0) continue;
    for (let rest = marks & allLanguages; rest !== 0; rest &= rest - 1) {
      const l = 31 - Math.clz32(rest & -rest);
      scores[l] = (scores[l] ?? 0) + 1;
    }
    if (marks & schwa) withSchwa++;
    if (marks & turkic) withTurkic++;
    if (marks & cyrillic) inCyrillic++;
    if (marks & ukrainian) inUkrainian++;
    if (marks & foreign) inOther++;
    if (marks & english) inEnglish++;
    if (marks & strange) withStrange++;
  }
  if (words === 0) return 'und';
  if (inCyrillic > words / 2) return inUkrainian > 0 ? 'uk' : 'ru';
  if (inOther > words / 2) return otherLanguage;
  if (withTurkic + withSchwa > 0) scores[az] = (scores[az] ?? 0) + withStrange;
  let best = 0;
  let second = 0;
  let winner = 0;
  for (let l = 0; l < scores.length; l++) {
    const score = scores[l] ?? 0;
    if (score > best) {
      second = best;
      best = score;
      winner = l;
    } else if (score > second) second = score;
  }
  if ((scores[0] ?? 0) / words < 0.12) {
    if (withSchwa >= 2 && withSchwa / words > 0.2) return 'az';
    if (withTurkic >= 2 && withTurkic / words > 0.25)
      return withSchwa > 0 || (scores[az] ?? 0) > (scores[tr] ?? 0) ? 'az' : 'tr';
  }
  const isTold = best > second && best / words >= 0.08 && (best > 1 || words <= 3);
  const verdict = (isTold && languages[winner]) || 'und';
  if (verdict !== 'und' && verdict !== 'en') return verdict;
  if (inEnglish >= sureWords && inEnglish >= sureShare * words) return verdict;
  if (isForeign(tokens, vocabulary, isEnglish, inEnglish)) return otherLanguage;
  return inEnglish > 0 ? verdict : 'und';
}

/** Whether the words in small letters, which are no names, are mostly unknown to English. */
function isForeign(
  tokens: Tokens,
  vocabulary: Vocabulary,
  isEnglish: (word: string) => boolean,
  inEnglish: number,
): boolean {
  if (tokens.count < leastUnknown) return false;
  const isSmallAt = vocabulary.column(isSmall);
  const isKnownAt = vocabulary.column(isEnglish);
  const different: number[] = [];
  let small = 0;
  let unknown = 0;
  for (let i = 0; i < tokens.count; i++) {
    const id = tokens.word[i] ?? 0;
    if (tokens.kind[i] !== TokenKind.word || !isSmallAt(id)) continue;
    small++;
    if (isKnownAt(id)) continue;
    unknown++;
    // «Dum, dum, dum», «Sheikh X ibn Y»: one word says it once.
    if (different.length < leastUnknown && !different.includes(id)) different.push(id);
  }
  return different.length >= leastUnknown && unknown > inEnglish && unknown >= unknownShare * small;
}

/** A word without capitals that is long enough to tell languages apart, or is not in Latin letters. */
function isSmall(word: string): boolean {
  return !/\p{Lu}/u.test(word) && (word.length > 2 || /[^\0-\x7f]/.test(word));
}
