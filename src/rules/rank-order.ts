import { writeRank } from '../people/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'rank-order',
  category: 'rank',
  severity: 'error',
  scope: 'block',
  languages: ['en'],
  about: 'Finds ranks with their words in the order of another language (“General Colonel”).',
  what: '“{actual}” is not an English rank',
  why: 'Its words stand in the order of another language; in English the rank is {rank}.',
  how: 'Write “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'General-Colonel Elmar Quliyev signed the order.',
      good: 'Colonel General Elmar Quliyev signed the order.',
    },
    { bad: 'General Major Rauf Aslan left for Ganja.', good: 'Major General Rauf Aslan left for Ganja.' },
    { bad: 'General-Army Rauf Aslan left for Ganja.', good: 'Army General Rauf Aslan left for Ganja.' },
    { good: 'General Rauf Aslan met Colonel Sevda Mammadli.' },
  ],
  needs: 'rank',
  check(context, _options, report, { lexicon }) {
    for (const { rank } of context.mentions()) {
      if (!rank?.wrong) continue;
      const right = writeRank(lexicon, rank.id, 'full');
      report({ ...rank.span, expected: [right], safe: true, data: { rank: right } });
    }
  },
});
