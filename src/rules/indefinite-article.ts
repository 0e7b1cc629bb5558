import retextIndefiniteArticle from 'retext-indefinite-article';
import { TokenKind } from '../language/index.ts';
import { readyPlugin, toFinding } from './retext.ts';
import { defineRule } from './rule.ts';

const check = readyPlugin(retextIndefiniteArticle);

// A vowel, a silent h, a figure that may begin with one when read out; and what may follow «an».
const maybeVowel = /^[aeiouh8]|^1[18]/i;
const surelyVowel = /^(?:[ai]|e[^uw]|o[^n]|8)/i;

export default defineRule({
  id: 'indefinite-article',
  category: 'grammar',
  severity: 'warning',
  scope: 'block',
  languages: ['en'],
  about:
    'Finds “a” before a vowel sound and “an” before a consonant sound. The article goes by the sound of the next word, not by its letter.',
  what: '“{actual}” before “{next}”: “{expected}” is said',
  why: 'The article goes by the sound of the next word, not by its letter.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    { bad: 'The envoy held a urgent meeting.', good: 'The envoy held an urgent meeting.' },
    { bad: 'They waited for a hour.', good: 'They waited for an hour.' },
    { bad: 'It was an useful visit.', good: 'It was a useful visit.' },
    { good: 'A European envoy and an MP met for an hour at a university with an 18-year-old and a UN official.' },
    { good: 'Group A is strong. An F-16 and a US jet took off on an X-ray day, an honour for a one-day visit.' },
    { good: 'An RAF officer, an SDF spokesman and a NATO general wrote a Ukrainian and a Uighur letter.' },
  ],
  words: () => (word) => /^an?$/i.test(word),
  check(context, _options, report, { vocabulary }, articles) {
    const { tokens } = context.parsed;
    const agreesAt = vocabulary.column(agreesWith);
    const isDoubtful = articles.some((i) => {
      if (i + 1 >= tokens.count || tokens.kind[i] !== TokenKind.word) return false;
      // «a» is bit 1 and «an» bit 2 of what agrees.
      const asked = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
      // A mark may stand between: a “unusual” step.
      const next = tokens.kind[i + 1] === TokenKind.punctuation ? i + 2 : i + 1;
      const agrees = next < tokens.count ? agreesAt(tokens.word[next] ?? 0) : 3;
      return (agrees & asked) === 0;
    });
    if (!isDoubtful) return;
    for (const message of check(context)) {
      const finding = toFinding(message, context);
      const next = context.parsed.text.slice(finding.end).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/u)?.[0] ?? '';
      report({ ...finding, safe: true, data: { next } });
    }
  },
});

/** Whether a word may follow «a» (1), «an» (2) or both (3), as far as a glance tells. */
function agreesWith(word: string): number {
  if (/^\p{Lu}/u.test(word)) return /^[AEIO]\p{Ll}/u.test(word) ? 2 : 3;
  return (
    (maybeVowel.test(word) && !isLongU.test(word) ? 0 : 1) |
    (surelyVowel.test(word) || (/^[uh]/i.test(word) && !isLongU.test(word)) ? 2 : 0)
  );
}

const isLongU = /^(?:uni(?!n|m)|use|usu|uti|eu|one|h(?!our|on|eir))/;
