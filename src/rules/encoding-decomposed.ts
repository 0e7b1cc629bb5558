import { describeDamage } from '../encoding/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-decomposed',
  category: 'encoding',
  severity: 'error',
  scope: 'block',
  about:
    'Finds letters stored apart from their marks. They look right but cannot be found by searching, and some fonts draw them badly.',
  what: '“{actual}” holds {story}',
  why: '{story}',
  how: 'Write “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [
    { bad: 'Zo\u0308e came.', good: 'Zöe came.' },
    { bad: 'Gazi\u0307emi\u0307r is a district.', good: 'Gaziemir is a district.' },
  ],
  needs: 'damage',
  check({ damages }, _options, report) {
    for (const damage of damages) if (damage.kind === 'encoding-decomposed') report(describeDamage(damage));
  },
});
