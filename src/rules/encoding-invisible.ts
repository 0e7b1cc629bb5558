import { describeDamage } from '../encoding/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-invisible',
  category: 'encoding',
  severity: 'warning',
  scope: 'block',
  about:
    'Finds characters that nobody sees: zero-width spaces, soft hyphens, byte-order marks inside the text. They break searching and spelling.',
  what: '“{actual}” holds {story}',
  why: '{story}',
  how: 'Take it out: “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [
    { bad: 'The coun\u00adcil met.', good: 'The council met.' },
    { good: 'A family 👨\u200d👩\u200d👧 came.' },
  ],
  needs: 'damage',
  check({ damages }, _options, report) {
    for (const damage of damages) if (damage.kind === 'encoding-invisible') report(describeDamage(damage));
  },
});
