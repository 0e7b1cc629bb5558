import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOneName } from '../../src/people/one-name.ts';
import { weighNames } from '../../src/people/resolve.ts';
import fc, { runs } from '../fuzz/fast-check.ts';
import { lexicon, read } from './read.ts';

const mention = fc.constantFrom(
  'Minister Holm left.',
  'Minister Ida Holm left.',
  'Turkish Defence Minister Ida Holm spoke.',
  'Ida Holm left.',
  'It was said that Ida Holm left.',
  'Captain Holm and Captain Ida Holm left.',
  'The harbour of Holm was calm.',
  'Sir Ida Holm left.',
  'Admiral Datuk Ida Holm left.',
  'Lieutenant-General Ida Maria Holm left.',
  'I. Holm left.',
  'Karl Holm left.',
);
const paragraph = fc.tuple(fc.boolean(), fc.array(mention, { minLength: 1, maxLength: 3 }));

describe('readOneName', () => {
  it('says of mentions that all have one name what weighing each says', () => {
    let short = 0;
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const source = paragraphs
          .map(([isHead, said]) => (isHead ? said.join(' ').replace(/\./g, '') : said.join(' ')))
          .join('\n\n');
        const placed = read(source).mentions.flatMap((list, block) => list.map((one) => ({ ...one, block })));
        const named = placed.filter(({ surname }) => surname === 'Holm');
        if (named.every(({ evidence }) => evidence === 'bare')) return;
        const person = readOneName(named, lexicon);
        if (!person) return;
        short++;
        assert.deepEqual({ people: [person], loose: [] }, weighNames(named, lexicon));
      }),
      runs(400),
    );
    assert.ok(short > 20, `only ${short} stories have one name`);
  });
});
