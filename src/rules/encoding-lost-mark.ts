import { describeDamage } from '../encoding/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-lost-mark',
  category: 'encoding',
  severity: 'error',
  scope: 'block',
  about:
    'Finds quotation marks, apostrophes, dashes and currency signs that became a question mark on the way, and puts them back.',
  what: '“{actual}” has lost a mark {story}',
  why: '{story}',
  how: 'Restore “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [
    { bad: 'The mayor?s office did not answer.', good: 'The mayor’s office did not answer.' },
    { bad: 'The talks of 2011?2013 failed.', good: 'The talks of 2011–2013 failed.' },
    { good: 'What next? Nobody in the office would say.' },
  ],
  needs: 'damage',
  check({ damages }, _options, report) {
    for (const damage of damages) if (damage.kind === 'encoding-lost-mark') report(describeDamage(damage));
  },
});
