import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeRule, rules } from '../../src/config/index.ts';

describe('pages of rules', () => {
  for (const rule of rules) {
    it(`says what ${rule.id} finds`, () => {
      const page = describeRule(rule);
      assert.match(rule.about ?? '', /^(?:Finds|Speaks) .+\.$/s);
      assert.ok(page.startsWith(`# ${rule.id}\n\n${rule.about}\n`));
      // Holes of message templates are for messages.
      assert.doesNotMatch(page.split('## Configuration')[0] ?? '', /\{\w+\}/);
      for (const option of Object.keys(rule.options)) assert.match(page, new RegExp(`^\\| \`${option}\` \\|`, 'm'));
    });
  }
});
