import retextRepeatedWords from 'retext-repeated-words';
import { TokenKind } from '../language/index.ts';
import { readyPlugin, toFinding } from './retext.ts';
import { defineRule } from './rule.ts';

const check = readyPlugin(retextRepeatedWords);

/** Doubled for effect, or because two clauses meet. */
const meant = new Set(
  'very no so bye ha ho hear knock never now win long many far much more tut there hush is was do did ever really too yes please boo chop night pom aye'.split(
    ' ',
  ),
);
/** Never doubled on purpose. */
const slips = new Set(['the', 'a', 'an', 'and', 'of', 'or', 'with', 'from', 'by', 'their', 'its', 'our', 'be', 'has']);

export default defineRule({
  id: 'repeated-words',
  category: 'repetition',
  severity: 'warning',
  scope: 'block',
  languages: ['en'],
  about: 'Finds a word that stands twice in a row. A word is often left behind when a sentence is rewritten.',
  what: '“{expected}” stands twice',
  why: 'A word is often left behind when a sentence is rewritten.',
  how: 'Keep one “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'The delegation visited the the Alley of Martyrs.',
      good: 'The delegation visited the Alley of Martyrs.',
    },
    { bad: 'The the bridge was closed.', good: 'The bridge was closed.' },
    { bad: 'Talks will resume resume on Monday.', good: 'Talks will resume on Monday.' },
    { good: 'He had had enough of that. Very, very few agreed that that road was safe.' },
    { good: 'Duran Duran played in Baden Baden. The road is very very long.' },
  ],
  check(context, _options, report, { vocabulary }) {
    const { tokens } = context.parsed;
    let last = -1;
    let isRepeated = false;
    for (let i = 0; i < tokens.count && !isRepeated; i++) {
      const id = tokens.word[i] ?? 0;
      const word = tokens.kind[i] === TokenKind.word ? vocabulary.foldedId(id) : -1;
      if (word === last && word >= 0) {
        const form = vocabulary.folded(id);
        isRepeated = form !== '' && !meant.has(form);
      }
      last = word;
    }
    if (!isRepeated) return;
    for (const message of check(context)) {
      const [word = ''] = message.expected ?? [];
      const form = word.toLowerCase();
      if (meant.has(form)) continue;
      const finding = toFinding(message, context);
      // The plugin keeps the second word; the first may open the sentence.
      const first = /^\S+/.exec(context.parsed.text.slice(finding.start, finding.end))?.[0] ?? word;
      report({ ...finding, expected: [first], safe: slips.has(form) });
    }
  },
});
