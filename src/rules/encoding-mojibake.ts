import { describeDamage } from '../encoding/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-mojibake',
  category: 'encoding',
  severity: 'error',
  scope: 'block',
  about:
    'Finds text that was read with the wrong code page (“DoÄŸan” for “Doğan”) and undoes it. The repair is proved by converting it back.',
  what: '“{actual}” is {story}',
  why: '{story}',
  how: 'Restore “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [
    { bad: 'DoÄŸan said so on Monday.', good: 'Doğan said so on Monday.' },
    { bad: 'Ayþe Doðan said so on Monday.', good: 'Ayşe Doğan said so on Monday.' },
    { good: 'Guðrún Þórsdóttir lives in São Paulo.' },
  ],
  needs: 'damage',
  check({ damages }, _options, report) {
    for (const damage of damages) if (damage.kind === 'encoding-mojibake') report(describeDamage(damage));
  },
});
