import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { createMender } from '../../src/encoding/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';
import { stories } from './stories.ts';

const mender = createMender(nodeAssets, createSpeller(nodeAssets).isKnown);
const damages = (source: string) =>
  mender.mend(readArticle(source, 'story.txt').blocks, { team: [], folder: [] }).flatMap((one) => one.damages);
const found = (source: string) => damages(source).map(({ actual, readings }) => `${actual} → ${readings.join(', ')}`);

describe('lost letters in prose of other languages', () => {
  it('reads what a mention or a common word confirms, and leaves the rest alone', () =>
    assert.deepEqual(
      found(
        'Burmistrz powiedzia?, ?e most b?dzie zamkni?ty, ale s?siedzi nie s? zadowoleni z decyzji.\n\nSąsiedzi nie przyszli na spotkanie, bo nie by?o miejsca.',
      ),
      [
        'powiedzia? → powiedział',
        '?e → że',
        'b?dzie → będzie',
        's?siedzi → sąsiedzi',
        's? → są',
        'by?o → było, byto',
      ].map((one) => one.replace(', byto', '')),
    ));

  it('never swallows a question’s own mark', () => {
    for (const source of [
      'Kto pójdzie na zebranie? Nie ja, bo jest za późno i nie mam się z kim spotkać.',
      'Czy to jest prawda? zapytał burmistrz, ale nikt z rady nie chciał mu na to odpowiedzieć.',
      'Cine a fost la piață? a întrebat el, dar nu a răspuns nimeni din cei care sunt aici.',
      'Zašto je to tako? To je pitanje koje se ne može izbjeći, a odgovor na njega nije lak.',
    ])
      assert.deepEqual(found(source), [], source);
    assert.deepEqual(found('Czy to jest mo?liwe? Nie, bo ju? jest za p?no i nikt si? na to nie zgodzi?.'), [
      'mo?liwe → możliwe',
      'ju? → już',
      'si? → się',
    ]);
  });

  it('reads the English of the same article as ever', () =>
    assert.deepEqual(
      found(
        'The mayor met Pawe? Nowak in Warsaw on Monday.\n\nBurmistrz powiedzia?, ?e most b?dzie zamkni?ty, ale nikt nie jest z tego zadowolony.',
      ),
      ['Pawe? → Paweł', 'powiedzia? → powiedział', '?e → że', 'b?dzie → będzie'],
    ));

  it('offers letters of the language alone, and calls none safe at the end of a word', () => {
    for (const [id, story] of Object.entries(stories))
      for (const hole of ['?', '\ufffd']) {
        const clean = readArticle(story, 'story.txt').blocks;
        const damaged = story.replace(/[^\0-\x7f„“”–’]/g, hole);
        mender.mend(readArticle(damaged, 'story.txt').blocks, { team: [], folder: [] }).forEach((one, i) => {
          for (const { start, end, readings, certainty } of one.damages) {
            assert.doesNotMatch(readings.join(), /[ğış]/u, `${id}: ${readings.join()}`);
            if (certainty !== 'choices') assert.equal(readings[0], clean[i]?.text.slice(start, end), id);
          }
        });
      }
  });

  it('knows U+FFFD for damage where nothing confirms a letter', () =>
    assert.deepEqual(
      found('A polgármester azt mondta, hogy az új híd j\ufffdv\ufffdre zs\ufffdros lesz, és a régit lebontják.'),
      ['j\ufffdv\ufffdre → jövőre', 'zs\ufffdros → '],
    ));
});
