import type { Placed } from '../article/index.ts';
import { isCapitalised, TokenKind } from '../language/index.ts';
import { isSlip } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import type { ArticleContext } from './rule.ts';
import { defineRule, isEnglish, perWord } from './rule.ts';

/** Two capitalised words in a row, seen from one of them. */
interface Pair {
  start: number;
  end: number;
  text: string;
  /** A dictionary or a list of names has it. */
  known: boolean;
  /** The other word's number, doubled; one more where it stands on the left. */
  neighbour: number;
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
    const known = isKnown(desk);
    const bare = withoutPossessive(desk);
    const pairs: Pair[] = [];
    const add = (i: number, id: number, neighbour: number) => {
      const [start = 0, end = 0] = [tokens.start[i], tokens.end[i]];
      if (end - start > 5) pairs.push({ start, end, text: desk.vocabulary.word(id), known: known(id), neighbour });
    };
    for (let k = 0; k + 1 < capitals.length; k++) {
      const i = capitals[k] ?? 0;
      if (capitals[k + 1] !== i + 1) continue;
      if (tokens.kind[i] !== TokenKind.word || tokens.kind[i + 1] !== TokenKind.word) continue;
      const end = tokens.end[i] ?? 0;
      if (tokens.start[i + 1] !== end + 1 || text.charCodeAt(end) !== 32) continue;
      const [left = 0, right = 0] = [tokens.word[i], tokens.word[i + 1]];
      add(i, left, 2 * bare(right));
      add(i + 1, right, 2 * left + 1);
    }
    return pairs;
  },
  caseOf: ({ neighbour }) => neighbour,
  check(pairs, _options, report, article) {
    // Only a word that nobody knows can be a slip; in most stories there is none.
    if (pairs.every(({ known }) => known)) return;
    const firsts = new Map<string, Placed<Pair>>();
    for (const pair of pairs) if (pair.known && !firsts.has(pair.text)) firsts.set(pair.text, pair);
    const models = new Map<string, Placed<Pair> | undefined>();
    for (const { block, start, end, text, known, neighbour } of pairs) {
      if (known) continue;
      if (!models.has(text))
        models.set(
          text,
          [...firsts.values()].find((one) => isModel(one.text, text)),
        );
      const model = models.get(text);
      if (!model || isNamed(article, block, start)) continue;
      report({
        block,
        start,
        end,
        expected: [model.text],
        data: { other: model.text, neighbour: article.vocabulary.word(neighbour >> 1) },
        ...(neighbour % 2 === 1 && {
          what: '“{neighbour} {actual}” here, “{neighbour} {other}” on line {line}: one name, a slip apart',
        }),
        related: [{ block: model.block, span: model, message: '“{other}” here' }],
        // What a word says with one neighbour is not said again with the other.
        group: model.text,
      });
    }
  },
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
