import type { ParsedBlock } from '../../language/index.ts';
import { isInside } from '../../language/index.ts';
import { splitLetters } from '../../lexicon/index.ts';
import type { ArticleContext, DeskContext } from '../rule.ts';
import { perBlock, perWord } from '../rule.ts';

/** How many signs of a country's English besides its spelling the story has (bodies, titles, dates), each counted once. */
export function countSigns(article: ArticleContext, tag: 'en-GB' | 'en-US'): number {
  const seen = new Set<string>();
  for (const context of article.blocks()) for (const sign of readSigns(context, article)[tag]) seen.add(sign);
  return seen.size;
}

// How dates are written tells too: 3 May, May 3, Sept. 3.
const months = 'January|February|March|April|June|July|August|September|October|November|December';
const dates = {
  'en-GB': new RegExp(`\\b\\d{1,2} (?:${months})(?!\\p{L})`, 'gu'),
  'en-US': new RegExp(`\\b(?:(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.?|${months}) \\d{1,2}(?!\\d)`, 'gu'),
};
const month = new RegExp(`Jan|Feb|Aug|Sept|Oct|Nov|Dec|${months}`);

const readSigns = perBlock(({ parsed }, desk) => {
  const clues = readClues(parsed, desk);
  return { 'en-GB': findSigns(parsed, 'en-GB', clues, desk), 'en-US': findSigns(parsed, 'en-US', clues, desk) };
});

/** What a word may belong to: a sign of a country, as its longest word, or a date. Most paragraphs have none, and so no sign. */
const Clue = { 'en-GB': 1, 'en-US': 2, date: 4 } as const;

const cluesOf = perWord((word, _folded, { lexicon }) => {
  const lower = word.toLowerCase();
  const parts = /^[a-z]+$/.test(lower) ? [lower] : splitLetters(lower);
  const has = (tag: 'en-GB' | 'en-US') => {
    const { keys } = lexicon.dialectSigns(tag);
    return parts.some((part) => keys.has(part)) ? Clue[tag] : 0;
  };
  return has('en-GB') | has('en-US') | (month.test(word) ? Clue.date : 0);
});

function readClues({ tokens }: ParsedBlock, desk: DeskContext): number {
  const of = cluesOf(desk);
  let clues = 0;
  for (let i = 0; i < tokens.count; i++) clues |= of(tokens.word[i] ?? 0);
  return clues;
}

function findSigns(
  { text, quotes, datelineEnd }: ParsedBlock,
  tag: 'en-GB' | 'en-US',
  clues: number,
  { lexicon }: DeskContext,
): readonly string[] {
  const { dateline, words, titles } = lexicon.dialectSigns(tag);
  const found: string[] = [];
  const town = tag === 'en-US' ? /^\p{Lu}{3,}(?=, )/u.exec(text)?.[0] : undefined;
  if (dateline.test(text) || (town && lexicon.places.inState(text.slice(town.length)))) found.push('dateline');
  if (clues & Clue[tag]) {
    for (const [sign] of matchOutside(quotes, words, text)) found.push(sign.toLowerCase());
    if (matchOutside(quotes, titles, text).length > 0) found.push('title');
  }
  // «NAIROBI, May 14 (Reuters)» is every agency's.
  if (clues & Clue.date && matchOutside(quotes, dates[tag], text).some(({ index }) => index >= datelineEnd))
    found.push('date');
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
