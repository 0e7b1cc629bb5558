import type { OddSpelling, PlacedMention, WordUse } from '../../people/index.ts';
import { findOddSpellings, knownForms } from '../../people/index.ts';
import { foldWord } from '../../text/index.ts';
import type { ArticleContext } from '../rule.ts';

/**
 * Names of the same letters that are parted otherwise than most mentions of the person have them: «Takht Ravanchi» and
 * Takht-Ravanchi, «Al Busaidi» and Albusaidi, «Ri Chol Ho» and Ri Chol-ho.
 */
export function findOddJoins(
  { lexicon }: ArticleContext,
  mentions: readonly PlacedMention[],
  weigh: (spelling: string) => number,
): OddSpelling[] {
  if (mentions.every(({ text }) => !/[\s-]/.test(text))) return [];
  const read = knownForms(lexicon);
  const isArticle = (text: string) => lexicon.nameWords.articles.has(foldWord(/^\p{L}+/u.exec(text)?.[0] ?? ''));
  const byLetters = new Map<string, WordUse[]>();
  for (const mention of mentions)
    for (const use of partsOf(mention)) {
      const { plain } = read(use.text);
      const there = byLetters.get(plain);
      if (!there) byLetters.set(plain, [use]);
      // One use of each mention; its others would stand right before.
      else if (there.at(-1)?.mention !== mention) there.push(use);
    }
  const found: OddSpelling[] = [];
  // A surname may stand oftener than the whole name: what most mentions have decides for both.
  for (const uses of [...byLetters.values()].sort((a, b) => b.length - a.length)) {
    if (new Set(uses.map(({ text }) => text)).size < 2) continue;
    for (const odd of findOddSpellings(uses, undefined, weigh, read)) {
      // «Al-Marri» and «Al Marri» are the Arabic article’s matter, Güler and Guler the letters’.
      if (!/\s/.test(odd.text + odd.preferred) || squeeze(odd.text) !== squeeze(odd.preferred)) continue;
      if (isArticle(odd.text) && isArticle(odd.preferred)) continue;
      // «Dos Santos» at the head of a sentence.
      if (odd.text.toLowerCase() === odd.preferred.toLowerCase()) continue;
      const inside = found.some(
        ({ mention, start, end }) => mention === odd.mention && start < odd.end && odd.start < end,
      );
      const isOfOdd = found.some(({ mention }) => mention === odd.model?.mention);
      if (!inside && !isOfOdd) found.push(odd);
    }
  }
  return found;
}

/** The given names, the surname with what belongs to it, and the whole name of a mention. */
function partsOf(mention: PlacedMention): WordUse[] {
  const { name, text, given, surnameSpan } = mention;
  const uses: WordUse[] = [];
  const add = (start: number, end: number) => {
    const part = text.slice(start - name.start, end - name.start);
    if (start >= name.start && part && !uses.some((use) => use.start === start && use.end === end))
      uses.push({ mention, start, end, text: part });
  };
  if (given) {
    const at = text.indexOf(given);
    if (at >= 0) add(name.start + at, name.start + at + given.length);
    const last = at + given.search(/[^\s.]+$/);
    if (at >= 0 && name.start + last < surnameSpan.start) add(name.start + last, surnameSpan.end);
  }
  add(surnameSpan.start, surnameSpan.end);
  add(name.start, name.end);
  return uses;
}

const squeeze = (name: string) => name.toLowerCase().replace(/[\s-]/g, '');
