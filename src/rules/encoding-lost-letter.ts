import { defineRule } from './rule.ts';

export default defineRule({
  id: 'encoding-lost-letter',
  category: 'encoding',
  severity: 'error',
  scope: 'block',
  what: '“{actual}” has lost a letter: {story}',
  why: '{evidence}',
  how: 'Restore “{expected}”',
  inQuotes: 'check',
  options: {},
  examples: [],
  check({ damages }, _options, report) {
    for (const damage of damages) {
      if (damage.kind !== 'encoding-lost-letter') continue;
      report({
        start: damage.clean.start,
        end: damage.clean.end,
        expected: damage.readings,
        safe: damage.certainty !== 'choices' && damage.readings.length > 0,
        data: { story: damage.story },
      });
    }
  },
});
