import { isCapitalised, TokenKind, tokenText } from '../language/index.ts';
import { isSlip } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import type { ArticleContext } from './rule.ts';
import { defineRule } from './rule.ts';

interface Word {
  block: number;
  start: number;
  end: number;
  text: string;
}

/** Two capitalised words in a row, seen from one of them. */
interface Pair {
  word: Omit<Word, 'block'>;
  /** The other word and its side. */
  neighbour: string;
}

export default defineRule<Pair>({
  id: 'name-slip',
  category: 'name',
  severity: 'warning',
  scope: 'article',
  languages: ['en'],
  about: 'Finds a name that no dictionary knows and that stands one letter apart elsewhere in the story.',
  what: '“{actual} {neighbour}” here, “{other} {neighbour}” on line {line}: one name, a slip apart',
  why: 'No dictionary knows the word, and the same name stands elsewhere in the story with one letter other.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'Friendly Harvest begins\n\nThe exercise Firendly Harvest began on Monday.',
      good: 'Friendly Harvest begins\n\nThe exercise Friendly Harvest began on Monday.',
    },
    { good: 'The Northern Harvest and the Southern Harvest began. The Eastern Front met the Western Front.' },
    { good: 'Marina Kovach met Martina Kovach.' },
  ],
  words: () => isCapitalised,
  collect({ parsed }, _options, _desk, capitals) {
    const { tokens, text } = parsed;
    const pairs: Pair[] = [];
    const read = (i: number) => ({
      start: tokens.start[i] ?? 0,
      end: tokens.end[i] ?? 0,
      text: tokenText(parsed, i),
    });
    for (let k = 0; k + 1 < capitals.length; k++) {
      const i = capitals[k] ?? 0;
      if (capitals[k + 1] !== i + 1) continue;
      if (tokens.kind[i] !== TokenKind.word || tokens.kind[i + 1] !== TokenKind.word) continue;
      const [left, right] = [read(i), read(i + 1)];
      if (text.slice(left.end, right.start) !== ' ') continue;
      if (left.text.length > 5) pairs.push({ word: left, neighbour: `> ${right.text.replace(/['’]s$/, '')}` });
      if (right.text.length > 5) pairs.push({ word: right, neighbour: `< ${left.text}` });
    }
    return pairs;
  },
  check(facts, _options, report, article) {
    const byNeighbour = new Map<string, Word[]>();
    facts.forEach((pairs, block) => {
      for (const { word, neighbour } of pairs) {
        const words = byNeighbour.get(neighbour);
        if (words) words.push({ ...word, block });
        else byNeighbour.set(neighbour, [{ ...word, block }]);
      }
    });
    const reported = new Set<string>();
    for (const [neighbour, words] of byNeighbour) {
      if (words.every(({ text }) => text === words[0]?.text)) continue;
      for (const odd of words) {
        const place = `${odd.block}:${odd.start}`;
        if (reported.has(place) || isNamed(article, odd) || isKnown(article, odd.text)) continue;
        const model = words.find(
          ({ text }) => isSlip(odd.text.toLowerCase(), text.toLowerCase()) && isKnown(article, text),
        );
        if (!model) continue;
        reported.add(place);
        report({
          ...odd,
          expected: [model.text],
          data: { other: model.text, neighbour: neighbour.slice(2) },
          ...(neighbour.startsWith('<') && {
            what: '“{neighbour} {actual}” here, “{neighbour} {other}” on line {line}: one name, a slip apart',
          }),
          related: [{ block: model.block, span: model, message: '“{other}” here' }],
        });
      }
    }
  },
});

const isKnown = ({ lexicon, speller }: ArticleContext, word: string) => {
  const bare = word.replace(/['’]s?$/, '');
  const folded = foldWord(bare);
  return (speller?.isKnown(bare, 'en') ?? true) || lexicon.isGivenName(folded) || lexicon.isSurname(folded);
};

/** People have their own rule. */
const isNamed = (article: ArticleContext, { block, start }: Word) =>
  article.blocks[block]
    ?.mentions()
    .some(({ name, evidence }) => evidence !== 'bare' && name.start <= start && start < name.end) ?? false;
