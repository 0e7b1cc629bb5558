import { describeDamage } from '../encoding/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-lost-letter',
  category: 'encoding',
  severity: 'error',
  scope: 'block',
  about:
    'Finds letters that were replaced by a question mark or “�” because a code page could not hold them, and offers what they were.',
  what: '“{actual}” has lost a letter {story}',
  why: '{story}',
  how: 'Restore “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [
    { bad: 'The minister met Selim Y?ld?r?m in Ankara.', good: 'The minister met Selim Yıldırım in Ankara.' },
    { good: 'Who is the new governor? Nobody knows.' },
    { good: 'See https://example.org/list?id=3 for the list.' },
  ],
  needs: 'damage',
  check({ damages }, _options, report) {
    for (const damage of damages) if (damage.kind === 'encoding-lost-letter') report(describeDamage(damage));
  },
});
