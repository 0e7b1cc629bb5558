import type { Models, Names, ProseWords } from '../knowledge/index.ts';
import { unfold } from '../proved/index.ts';
import type { Story } from './story.ts';
import { readLost } from './story.ts';

/** A reading of a damaged word. */
export interface Ranked {
  text: string;
  /** In nats; only differences mean something. */
  score: number;
  /** True for a name on a list. */
  name: boolean;
}

/** Readings that are tried for letters that were folded. */
const unfolded = 6;
/** Letters that any conversion to ASCII takes. */
const all = ['ç', 'ğ', 'ı', 'ö', 'ş', 'ü'];
const mostFound = 3;
const cut = /^(\p{Lu}\p{Ll}{3,})[?\ufffd](\p{Ll}{2,5})$/u;
const suffix = /^(?:[dt][ae]n?|n[iuü]n|[iuü]n|y[aeiuü]|n[aeiuü]|l[aei]|[aeiuü])$/;

/**
 * Looks further for a word of Turkish prose whose readings the dictionary lacks: more may have been lost than the story
 * says, or other than letters.
 *
 * @param ranked what was read so far, best first
 * @returns words of the dictionary and names, best first; none where a reading is one already
 */
export function searchProse(
  word: string,
  ranked: readonly Ranked[],
  { isWord, usual }: ProseWords,
  names: Names,
  story: Story,
  models: Models,
  small: boolean,
): Ranked[] {
  const [first] = ranked;
  if (!first || !isWord || first.name || isWord(first.text)) return [];
  const isKnown = (one: string) => isWord(one) || names.has(one);
  const show = (texts: readonly string[]) => texts.map((text) => ({ text, score: first.score, name: false }));
  // «s?yledi»: ç, ö and ü were lost too.
  if (!(story.western && story.shown)) {
    const letters = { question: all, replacement: all };
    const found = readLost(word, { ...story, letters }, models, small).filter(({ text }) => isWord(text));
    if (found.length > 0) return show(found.slice(0, mostFound).map(({ text }) => text));
  }
  // «yapt?g?»: a converter folded ğ and ş, and lost ı.
  for (const { text } of ranked.slice(0, unfolded)) {
    const found = unfold(text, isKnown, usual);
    if (found.length > 0) return show(found);
  }
  // «Ankara?da»: the apostrophe of a name.
  const [, stem = '', ending = ''] = cut.exec(word) ?? [];
  return stem !== '' && suffix.test(ending) && isKnown(stem) ? show([`${stem}’${ending}`]) : [];
}
