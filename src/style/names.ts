import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { TokenKind, tokenText } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { findMentions, findTitles } from '../people/index.ts';
import type { NameSpan } from './scopes.ts';

/** The people, ranks, offices and places that a block names; places are those of the lexicon, and countries. */
export function findNames(parsed: ParsedBlock, lexicon: Lexicon, vocabulary: Vocabulary): readonly NameSpan[] {
  const names: NameSpan[] = [];
  for (const { name, rank, offices } of findMentions(parsed, lexicon, vocabulary)) {
    names.push({ kind: 'person', ...name });
    if (rank) names.push({ kind: 'rank', ...rank.span });
    for (const { span } of offices) names.push({ kind: 'office', ...span });
  }
  const titles = findTitles(parsed, lexicon, vocabulary);
  for (const { span } of titles.ranks) names.push({ kind: 'rank', ...span });
  for (const { span } of titles.offices) names.push({ kind: 'office', ...span });
  const { count, start, end, kind } = parsed.tokens;
  for (let i = 0; i < count; i++) {
    if (kind[i] !== TokenKind.word) continue;
    const word = tokenText(parsed, i);
    if (!/^\p{Lu}/u.test(word)) continue;
    const from = start[i] ?? 0;
    const place = lexicon.places
      .startingWith(word)
      .find(({ words }) => words.every((part, j) => i + j < count && tokenText(parsed, i + j) === part));
    if (place) names.push({ kind: 'place', start: from, end: end[i + place.words.length - 1] ?? from });
    else if (lexicon.countries.standsAlone(word)) names.push({ kind: 'place', start: from, end: end[i] ?? from });
  }
  return names;
}
