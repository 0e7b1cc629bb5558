import { findTitles, writeRank } from '../people/index.ts';
import { defineRule } from './rule.ts';

const before = /\b(?:the|a|an|this|that|his|her|their|retired|former)\s+$/i;
const after = /^\s+\p{Ll}/u;

export default defineRule({
  id: 'rank-alone',
  category: 'rank',
  severity: 'warning',
  scope: 'block',
  languages: ['en'],
  about: 'Finds a shortened rank without a name (“the Lt Gen said”). A rank is shortened only before a name.',
  what: '“{actual}” is abbreviated without a name',
  why: 'A rank is abbreviated only before a name.',
  how: 'Write “{expected}”',
  inQuotes: 'ignore',
  options: {},
  examples: [
    { bad: 'The Lt. Col. left early.', good: 'The lieutenant colonel left early.' },
    { good: 'The lieutenant colonel left early.' },
    { good: 'The retired Lt. Gen. Mark Hill left early.' },
  ],
  needs: 'rank',
  check(context, _options, report, { lexicon, vocabulary }) {
    const { parsed } = context;
    for (const rank of findTitles(parsed, lexicon, vocabulary).ranks) {
      const { start, end } = rank.span;
      if (rank.form === 'full' || rank.plural || !parsed.text.slice(start, end).endsWith('.')) continue;
      if (!before.test(parsed.text.slice(Math.max(0, start - 12), start)) || !after.test(parsed.text.slice(end)))
        continue;
      report({ start, end, expected: [writeRank(lexicon, rank.id, 'full').toLowerCase()] });
    }
  },
});
