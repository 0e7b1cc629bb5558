import { describeDamage } from '../encoding/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-homoglyph',
  category: 'encoding',
  severity: 'error',
  scope: 'block',
  about:
    'Finds Cyrillic or Greek letters inside a Latin word, and İ or ı of Turkish in an English one. They look alike, but search engines and screen readers take them for other letters.',
  what: '“{actual}” holds {story}',
  why: '{story}',
  how: 'Write “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [
    { bad: 'A Сamry was parked there.', good: 'A Camry was parked there.' },
    { bad: 'The mınıster came home.', good: 'The minister came home.' },
    { good: 'Київ is the name of the city in Ukrainian.' },
  ],
  needs: 'damage',
  check({ damages }, _options, report) {
    for (const damage of damages) if (damage.kind === 'encoding-homoglyph') report(describeDamage(damage));
  },
});
