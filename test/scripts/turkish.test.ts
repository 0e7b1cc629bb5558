import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflectNoun } from '../../scripts/spelling/turkish.ts';

describe('the endings of a Turkish noun', () => {
  const cases: [string, string[], string[]][] = [
    ['hükümet', ['hükümeti', 'hükümete', 'hükümetten', 'hükümetlerinin', 'hükümetsiz', 'hükümetiyle'], ['hükümeta']],
    ['mevkidaş', ['mevkidaşıyla', 'mevkidaşlarına', 'mevkidaştaki', 'mevkidaşım'], ['mevkidaşda', 'mevkidaşi']],
    ['pandemi', ['pandemiyi', 'pandemisinde', 'pandeminin', 'pandemiyle', 'pandemilerde'], ['pandemii', 'pandemiin']],
  ];
  for (const [noun, forms, wrong] of cases)
    it(`go by the vowels of ${noun}`, () => {
      const made = new Set(inflectNoun(noun));
      assert.deepEqual(
        [...forms, ...wrong].filter((form) => made.has(form)),
        forms,
      );
    });

  it('are not made for a noun that softens', () => assert.throws(() => inflectNoun('tutanak'), /tutanak/));
});
