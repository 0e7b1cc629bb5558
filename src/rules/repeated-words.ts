import retextRepeatedWords from 'retext-repeated-words';
import { isInside, TokenKind } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { checkSentences, readyPlugin } from './retext.ts';
import { defineRule } from './rule.ts';

const check = readyPlugin(retextRepeatedWords);

/** Doubled for effect, or because two clauses meet. */
const meant = new Set(
  'no so bye ha ho hear knock never now win long many far much more tut there hush do did ever really too yes please boo chop night pom aye'.split(
    ' ',
  ),
);
/** Doubled where a clause that names a thing meets its verb: «What it is is a port.» */
const verbs = new Set(['is', 'was', 'are', 'were']);
const clause =
  /\b(?:what|who|where|how|why|when|that|which|all|whatever|whoever|thing|point|problem|question|fact|truth)\b/i;
/** «Theresa May may resign», «Bill bills them», «Mohammed Said said»: a name, then the word that it looks like. */
const isNameFirst = (pair: string, form: string, { isGivenName, isSurname }: Lexicon) =>
  /^\p{Lu}\S*\s+\p{Ll}/u.test(pair) && (form === 'may' || isGivenName(form) || isSurname(form));

/** Never doubled on purpose. */
const slips = new Set(['the', 'a', 'an', 'and', 'of', 'or', 'with', 'from', 'by', 'their', 'its', 'our', 'be', 'has']);

/** Whether two letters are one but for their case; letters beyond ASCII may fold to any. */
function isSameLetter(text: string, a: number, b: number): boolean {
  const one = text.charCodeAt(a);
  const other = text.charCodeAt(b);
  return (one | 32) === (other | 32) || one > 127 || other > 127;
}

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
    { bad: 'The road is is closed.', good: 'The road is closed.' },
    { bad: 'The road is very very long.', good: 'The road is very long.' },
    { good: 'Ada May may resign. The talks of May may fail. Will will come, and Karim Said said so.' },
    { good: 'Duran Duran played in Baden Baden. What it is is a port. “It is very very long,” he said.' },
  ],
  check(context, _options, report, { vocabulary, lexicon }) {
    const { count, start, end, kind, word } = context.parsed.tokens;
    const repeated: number[] = [];
    let before = 0;
    for (let i = 0; i < count; i++) {
      const length = (end[i] ?? 0) - (start[i] ?? 0);
      const isAlike = length === before && isSameLetter(context.parsed.text, start[i - 1] ?? 0, start[i] ?? 0);
      before = length;
      if (!isAlike || kind[i] !== TokenKind.word || kind[i - 1] !== TokenKind.word) continue;
      const form = vocabulary.folded(word[i] ?? 0);
      if (form === vocabulary.folded(word[i - 1] ?? 0) && form !== '' && !meant.has(form)) repeated.push(i);
    }
    if (repeated.length === 0) return;
    for (const finding of checkSentences(check, context, repeated)) {
      const [word = ''] = finding.expected ?? [];
      const form = word.toLowerCase();
      if (meant.has(form)) continue;
      const { text, quotes } = context.parsed;
      if (form === 'very' && (isInside(quotes, finding.start) || context.parsed.role === 'quote')) continue;
      if (isNameFirst(text.slice(finding.start, finding.end), form, lexicon)) continue;
      const before = text.slice(0, finding.start);
      if (verbs.has(form) && clause.test(before.slice(before.search(/[^.!?]*$/)))) continue;
      // The plugin keeps the second word; the first may open the sentence.
      const first = /^\S+/.exec(context.parsed.text.slice(finding.start, finding.end))?.[0] ?? word;
      report({ ...finding, expected: [first], safe: slips.has(form) });
    }
  },
});
