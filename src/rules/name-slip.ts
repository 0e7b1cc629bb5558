import type { Placed } from '../article/index.ts';
import type { Tokens } from '../language/index.ts';
import { isCapitalised, TokenKind } from '../language/index.ts';
import { isSlip } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import type { ArticleContext } from './rule.ts';
import { defineRule, isEnglish, perWord } from './rule.ts';

/** Two capitalised words in a row, seen from one of them. */
interface Pair {
  start: number;
  end: number;
  /** Its number. */
  word: number;
  /** The other word's number, doubled; one more where it stands on the left. */
  neighbour: number;
  block?: number;
}

export default defineRule<Pair>({
  id: 'name-slip',
  category: 'name',
  severity: 'warning',
  scope: 'case',
  languages: ['en'],
  about: 'Finds a name that no dictionary knows and that stands one letter apart elsewhere in the story.',
  what: '“{actual} {neighbour}” here, “{other} {neighbour}” on line {line}: one name, a slip apart',
  why: 'No dictionary knows the word, and elsewhere in the story the name has one letter other.',
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
  collect({ parsed }, _options, desk, capitals) {
    const { tokens, text } = parsed;
    const { kind, start, end, word } = tokens;
    const bare = withoutPossessive(desk);
    const pairs: Pair[] = [];
    for (let k = 0; k + 1 < capitals.length; k++) {
      const i = capitals[k] ?? 0;
      if (capitals[k + 1] !== i + 1) continue;
      if (kind[i] !== TokenKind.word || kind[i + 1] !== TokenKind.word) continue;
      const gap = end[i] ?? 0;
      if (start[i + 1] !== gap + 1 || text.charCodeAt(gap) !== 32) continue;
      if (isLong(tokens, i)) pairs.push(pairAt(tokens, i, 2 * bare(word[i + 1] ?? 0)));
      if (isLong(tokens, i + 1)) pairs.push(pairAt(tokens, i + 1, 2 * (word[i] ?? 0) + 1));
    }
    return pairs;
  },
  caseOf: ({ neighbour }) => neighbour,
  least: 2,
  check(pairs, _options, report, article) {
    const first = pairs[0]?.word;
    // Most words have one neighbour.
    if (pairs.every(({ word }) => word === first)) return;
    // Only a word that nobody knows can be a slip; in most stories there is none.
    const known = isKnown(article);
    const unknown = pairs.filter(({ word }) => !known(word));
    if (unknown.length === 0) return;
    const { vocabulary } = article;
    const firsts = new Map<number, Placed<Pair>>();
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i];
      if (pair && known(pair.word) && !firsts.has(pair.word)) firsts.set(pair.word, pair);
    }
    const models = new Map<number, Placed<Pair> | undefined>();
    for (const { block, start, end, word, neighbour } of unknown) {
      if (!models.has(word)) {
        const slip = vocabulary.word(word);
        models.set(
          word,
          [...firsts.values()].find((one) => isModel(vocabulary.word(one.word), slip)),
        );
      }
      const model = models.get(word);
      if (!model || isNamed(article, block, start)) continue;
      const right = vocabulary.word(model.word);
      report({
        block,
        start,
        end,
        expected: [right],
        data: { other: right, neighbour: vocabulary.word(neighbour >> 1) },
        ...(neighbour % 2 === 1 && {
          what: '“{neighbour} {actual}” here, “{neighbour} {other}” on line {line}: one name, a slip apart',
        }),
        related: [{ block: model.block, span: model, message: '“{other}” here' }],
        // What a word says with one neighbour is not said again with the other.
        group: right,
      });
    }
  },
});

const isLong = ({ start, end }: Tokens, i: number): boolean => (end[i] ?? 0) - (start[i] ?? 0) > 5;

const pairAt = ({ start, end, word }: Tokens, i: number, neighbour: number): Pair => ({
  start: start[i] ?? 0,
  end: end[i] ?? 0,
  word: word[i] ?? 0,
  neighbour,
  block: undefined,
});

/** Whether a word is what a slip may stand for; «Shirt» and «Shirts» are two words. */
const isModel = (text: string, slip: string): boolean =>
  isSlip(slip.toLowerCase(), text.toLowerCase()) &&
  slip.replaceAll('-', '') !== text.replaceAll('-', '') &&
  `${text}s` !== slip &&
  `${slip}s` !== text;

const isKnown = perWord((word, _folded, desk, id) => {
  const { lexicon, vocabulary } = desk;
  const bare = word.replace(/['’]s?$/, '');
  if (isEnglish(desk)(bare === word ? id : vocabulary.intern(bare))) return true;
  const folded = foldWord(bare);
  return lexicon.isGivenName(folded) || lexicon.isSurname(folded);
});

const withoutPossessive = perWord((word, _folded, { vocabulary }, id) =>
  word.endsWith('’s') || word.endsWith("'s") ? vocabulary.intern(word.slice(0, -2)) : id,
);

/** People have their own rule. */
const isNamed = ({ at }: ArticleContext, block: number, start: number) =>
  at(block)
    ?.mentions()
    .some(({ name, evidence }) => evidence !== 'bare' && name.start <= start && start < name.end) ?? false;
