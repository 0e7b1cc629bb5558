import { describeDamage } from '../encoding/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-lost-mark',
  category: 'encoding',
  severity: 'error',
  scope: 'block',
  about: 'Finds an apostrophe that was replaced by a question mark on the way, and puts it back.',
  what: '“{actual}” is a lost mark: {story}',
  why: '{story}',
  how: 'Put “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [{ bad: 'The mayor?s office did not answer.', good: 'The mayor’s office did not answer.' }],
  check({ damages }, _options, report) {
    for (const damage of damages) if (damage.kind === 'encoding-lost-mark') report(describeDamage(damage));
  },
});
