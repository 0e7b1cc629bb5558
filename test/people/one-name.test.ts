import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlacedMention } from '../../src/people/cast.ts';
import { readOneName } from '../../src/people/one-name.ts';
import { readOneSurname } from '../../src/people/one-surname.ts';
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
  'Minister I. Holm left.',
  'Ida Holm, Jon Berg and Karl Falk left.',
  'Captain Jon Berg and Ida Holm left.',
  'The Holm and Ida Holm left.',
  'Karl Holm left.',
  'Captain Karl Holm left.',
  'Minister Marsha Holm and Captain Marcia Holm left.',
  'It was said that Karla Holm left.',
);
const story = fc
  .array(fc.tuple(fc.boolean(), fc.array(mention, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 4 })
  .map((paragraphs) =>
    paragraphs.map(([isHead, said]) => (isHead ? said.join(' ').replace(/\./g, '') : said.join(' '))).join('\n\n'),
  );

/** The mentions of a Holm, where one of them brings somebody in. */
function readHolms(source: string): readonly PlacedMention[] {
  const placed = read(source).mentions.flatMap((list, block) => list.map((one) => ({ ...one, block })));
  const named = placed.filter(({ surname }) => surname === 'Holm');
  return named.every(({ evidence }) => evidence === 'bare') ? [] : named;
}

describe('readOneName', () => {
  it('says of mentions that all have one name what weighing each says', () => {
    let short = 0;
    fc.assert(
      fc.property(story, (source) => {
        const named = readHolms(source);
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

describe('readOneSurname', () => {
  it('says of mentions that all have one surname what weighing each says', () => {
    let short = 0;
    fc.assert(
      fc.property(story, (source) => {
        const named = readHolms(source);
        const cast = readOneSurname(named, lexicon);
        if (!cast) return;
        if (cast.people.length > 1) short++;
        assert.deepEqual(cast, weighNames(named, lexicon));
      }),
      runs(400),
    );
    assert.ok(short > 20, `only ${short} stories have two people of one surname`);
  });
});
