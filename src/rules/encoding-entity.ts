import { describeDamage } from '../encoding/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-entity',
  category: 'encoding',
  severity: 'error',
  scope: 'block',
  about:
    'Finds character references of HTML (“&amp;”) left in the text. A reader would see the code instead of the character.',
  what: '“{actual}” is {story}',
  why: '{story}',
  how: 'Write “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [
    { bad: 'Research &amp; development in &#304;zmir', good: 'Research & development in İzmir' },
    { good: 'AT&T and R&D went up.' },
  ],
  needs: 'damage',
  check({ damages }, _options, report) {
    for (const damage of damages) if (damage.kind === 'encoding-entity') report(describeDamage(damage));
  },
});
