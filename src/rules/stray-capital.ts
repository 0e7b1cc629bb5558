import { isInside, TokenKind } from '../language/index.ts';
import { defineRule } from './rule.ts';

// Small words that take a capital only at the head of a sentence or in a title.
const small = new Set(
  'Under With From Into Over After Before During While When Where Which That This These Those And But Or Of In On At To For By As If Because Through Between Against About'.split(
    ' ',
  ),
);
const linking = /^(?:Of|For|In)$/;
const heads =
  /^(?:Chief|Head|Minister|Ministry|Commander|Chairman|President|Secretary|Speaker|Deputy|Director|Ambassador|Department|General|Ministers|Member)$/;
const lower = /^\p{Ll}+$/u;

export default defineRule({
  id: 'stray-capital',
  category: 'capitalization',
  severity: 'warning',
  scope: 'block',
  languages: ['en'],
  about:
    'Finds a capital in the middle of a sentence on a word that takes none: a full stop is missing before it, or the capital is a slip.',
  what: '“{actual}” takes no capital inside a sentence',
  why: 'Either a full stop is missing before it, or the capital is a slip.',
  how: 'Write “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'He met the Minister Of Defence of Georgia on Friday.',
      good: 'He met the Minister of Defence of Georgia on Friday.',
    },
    {
      bad: 'The army follows the model Under the instruction of the president.',
      good: 'The army follows the model under the instruction of the president.',
    },
    { good: 'A short tormented span Of the painters of that city he was the best.', note: 'A crosshead run in.' },
    { good: 'She watched Under the Skin on Friday.', note: 'A title of a work.' },
    { good: 'He called it “Of mice and men” on Friday.' },
    { good: 'The road to In Salah is closed.', note: 'A place.' },
  ],
  words: () => (word) => small.has(word),
  check({ parsed }, _options, report, { vocabulary }, capitals) {
    const { tokens, text, quotes, role } = parsed;
    if (role === 'headline' || role === 'subhead' || role === 'slug') return;
    const word = (i: number) => (tokens.kind[i] === TokenKind.word ? vocabulary.word(tokens.word[i] ?? 0) : '');
    const isRunning = () => parsed.sentences.some(({ start, end }) => /[.!?]["”’']?\s*$/.test(text.slice(start, end)));
    // «The Chief Of the General Staff», «Minister Of Defence of Georgia».
    const isInTitle = (i: number) => {
      if (!linking.test(word(i)) || !heads.test(word(i - 1))) return false;
      const [before, after] = [tokens.end[i - 1] ?? 0, tokens.start[i + 1] ?? 0];
      return text.slice(before, after) === ` ${word(i)} ` && !isInside(quotes, before) && isRunning();
    };
    for (let k = 0; k < capitals.length; k++) {
      const i = capitals[k] ?? 0;
      // Most open a sentence.
      if (tokens.kind[i - 1] !== TokenKind.word) continue;
      const written = word(i);
      if (isInTitle(i)) {
        report({ start: tokens.start[i] ?? 0, end: tokens.end[i] ?? 0, expected: [written.toLowerCase()] });
        continue;
      }
      if (i + 2 >= tokens.count || !written || !word(i - 2)) continue;
      const around = [word(i - 1), word(i + 1), word(i + 2)];
      if (!around.every((other) => lower.test(other))) continue;
      const start = tokens.start[i - 2] ?? 0;
      const end = tokens.end[i + 2] ?? 0;
      // Only spaces between the five words: no stop, comma, bracket or line break.
      if (!/^[\p{Ll}\p{Lu}]+(?: [\p{Ll}\p{Lu}]+){4}$/u.test(text.slice(start, end)) || isInside(quotes, start))
        continue;
      // «Two spots open This was»: a short line before it is a crosshead that ran into the paragraph.
      const head = parsed.sentences.find((sentence) => sentence.start <= start && start < sentence.end)?.start ?? 0;
      if ((text.slice(head, tokens.start[i]).match(/\S+/g)?.length ?? 0) < 5) continue;
      report({ start: tokens.start[i] ?? 0, end: tokens.end[i] ?? 0, expected: [written.toLowerCase()] });
    }
  },
});
