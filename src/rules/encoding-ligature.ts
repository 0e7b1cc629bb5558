import { describeDamage } from '../encoding/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-ligature',
  category: 'encoding',
  severity: 'error',
  scope: 'block',
  about:
    'Finds letters joined into one character (“ﬁ”), as text copied from a PDF has them. Searching does not find such words.',
  what: '“{actual}” holds {story}',
  why: '{story}',
  how: 'Write “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [{ bad: 'the ﬁrst day', good: 'the first day' }],
  needs: 'damage',
  check({ damages }, _options, report) {
    for (const damage of damages) if (damage.kind === 'encoding-ligature') report(describeDamage(damage));
  },
});
