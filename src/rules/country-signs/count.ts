import type { ParsedBlock } from '../../language/index.ts';
import { isInside } from '../../language/index.ts';
import { splitLetters } from '../../lexicon/index.ts';
import type { ArticleContext, DeskContext } from '../rule.ts';
import { numberPerWord, perBlock } from '../rule.ts';

/** How many signs of a country's English besides its spelling the story has (bodies, titles, dates), each counted once. */
export function countSigns(article: ArticleContext, tag: 'en-GB' | 'en-US'): number {
  const seen = new Set<string>();
  const signsOf = readSigns[tag];
  for (const context of article.blocks()) for (const sign of signsOf(context, article)) seen.add(sign);
  return seen.size;
}

/** A month, in full or cut short. */
const month =
  /January|February|March|April|May|June|July|August|September|October|November|December|(?<short>(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?)/;
// How dates are written tells too: 3 May, May 3, Sept. 3. Literals: the build makes two patterns of each (scripts/latin/).
const dates = {
  'en-GB': /\b\d{1,2} (?<name>[A-Z][a-z]+)(?!\p{L})/gu,
  'en-US': /\b(?<name>[A-Z][a-z]+\.?) \d{1,2}(?!\d)/gu,
};

/** Whether a date of a country has a month: only Americans cut it short. */
function isDated({ groups: { name = '' } = {} }: RegExpExecArray, tag: 'en-GB' | 'en-US'): boolean {
  const found = month.exec(name);
  return found?.[0] === name && (tag === 'en-US' || found.groups?.short === undefined);
}

// Often one country alone is asked for.
const readSigns = {
  'en-GB': perBlock(({ parsed }, desk) => findSigns(parsed, 'en-GB', desk)),
  'en-US': perBlock(({ parsed }, desk) => findSigns(parsed, 'en-US', desk)),
};

/**
 * What a word may belong to: a sign of a country, as its longest word, a date, or the town of a dateline, which has
 * capitals. Most paragraphs have none, and so no sign.
 */
const Clue = { 'en-GB': 1, 'en-US': 2, date: 4, dateline: 8 } as const;

const cluesOf = numberPerWord((word, { lexicon }) => {
  const lower = word.toLowerCase();
  const parts = /^[a-z]+$/.test(lower) ? [lower] : splitLetters(lower);
  const has = (tag: 'en-GB' | 'en-US') => {
    const { keys } = lexicon.dialectSigns(tag);
    return parts.some((part) => keys.has(part)) ? Clue[tag] : 0;
  };
  const isTown = capitals.test(word);
  return has('en-GB') | has('en-US') | (month.test(word) ? Clue.date : 0) | (isTown ? Clue.dateline : 0);
});

const capitals = /^\p{Lu}{2}/u;

function readClues({ tokens: { count, word } }: ParsedBlock, desk: DeskContext): number {
  const ofWord = cluesOf(desk);
  let clues = 0;
  for (let i = 0; i < count; i++) clues |= ofWord[word[i] ?? 0] ?? 0;
  return clues;
}

function findSigns(parsed: ParsedBlock, tag: 'en-GB' | 'en-US', desk: DeskContext): readonly string[] {
  const clues = readClues(parsed, desk) & (Clue[tag] | Clue.date | Clue.dateline);
  if (clues === 0) return none;
  const { text, quotes, datelineEnd } = parsed;
  const { lexicon } = desk;
  const { dateline, words, titles } = lexicon.dialectSigns(tag);
  const found: string[] = [];
  if (clues & Clue.dateline) {
    const town = tag === 'en-US' ? /^\p{Lu}{3,}(?=, )/u.exec(text)?.[0] : undefined;
    if (dateline().test(text) || (town && lexicon.places.inState(text.slice(town.length)))) found.push('dateline');
  }
  if (clues & Clue[tag]) {
    for (const [sign] of matchOutside(quotes, words(), text)) found.push(sign.toLowerCase());
    if (matchOutside(quotes, titles(), text).length > 0) found.push('title');
  }
  // «NAIROBI, May 14 (Reuters)» is every agency's.
  const isDate = (match: RegExpExecArray) => match.index >= datelineEnd && isDated(match, tag);
  if (clues & Clue.date && matchOutside(quotes, dates[tag], text).some(isDate)) found.push('date');
  return found.length > 0 ? found : none;
}

/** What a pattern with the flag `g` matches outside quotations; `matchAll` would compile it again. */
function matchOutside(quotes: ParsedBlock['quotes'], pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    if (!isInside(quotes, match.index)) found.push(match);
  return found;
}

const none: readonly string[] = [];
