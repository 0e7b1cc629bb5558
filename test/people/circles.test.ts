import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openCast, resolveCast } from '../../src/people/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';
import { lexicon, read } from './read.ts';

const sentence = fc.constantFrom(
  'General Orhan Demirkan met Colonel Leyla Demirkan in Ganja.',
  'Then Demirkan, O. Demirkan and Demirkn left.',
  'Minister Sergei Petrovskyi spoke; Petrovsky agreed, and Petrovskiy did not.',
  'Mayor Nigar Aliyeva thanked Aliyev and Nigar Alieva.',
  'Defence Minister Pedro Sánchez Ovelar listened. Reporters asked Sanchez.',
  'Captain Araz met Captain Arass.',
  'The name of General Demirk?n was damaged.',
  'It rained all day.',
);
const story = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
const mentionsOf = (paragraphs: readonly (readonly string[])[]) =>
  read(`Port opens in Ganja\n\n${paragraphs.map((one) => one.join(' ')).join('\n\n')}`).mentions;

describe('the cast of an article that is edited', () => {
  it('is the cast of the article as it stands, whatever stood there before', () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 4 }), (versions) => {
        const cast = openCast(lexicon);
        let blocks = 0;
        for (const version of versions) {
          const mentions = mentionsOf(version);
          blocks = Math.max(blocks, mentions.length);
          for (let block = 0; block < blocks; block++) cast.replace(block, mentions[block] ?? []);
          assert.deepEqual(cast.read().cast, resolveCast(mentions, lexicon));
        }
      }),
      runs(100),
    );
  });

  it('keeps the people whom the change does not speak of, as they were', () => {
    const cast = openCast(lexicon);
    const before = mentionsOf([['General Orhan Demirkan spoke.'], ['Mayor Nigar Aliyeva spoke.'], ['It rained.']]);
    for (const [block, list] of before.entries()) cast.replace(block, list);
    const [general, mayor] = cast.read().cast.people;
    const [, , changed = []] = mentionsOf([['It rained.'], ['So Mayor Nigar Aliyeva spoke.']]);
    cast.replace(2, changed);
    const [same, moved] = cast.read().cast.people;
    assert.equal(same, general);
    assert.notEqual(moved, mayor);
    assert.equal(moved?.name, 'Nigar Aliyeva');
  });
});
