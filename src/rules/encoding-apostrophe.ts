import { describeDamage } from '../encoding/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-apostrophe',
  category: 'encoding',
  severity: 'error',
  scope: 'block',
  about:
    'Finds a backtick, an acute accent or a double quote where an apostrophe belongs. Another program’s keyboard or font put it there.',
  what: '“{actual}” has {story}',
  why: '{story}',
  how: 'Write “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [{ bad: 'The Army`s answer came late.', good: 'The Army’s answer came late.' }],
  needs: 'damage',
  check({ damages }, _options, report) {
    for (const damage of damages) if (damage.kind === 'encoding-apostrophe') report(describeDamage(damage));
  },
});
