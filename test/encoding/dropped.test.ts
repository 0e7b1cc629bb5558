import assert from 'node:assert/strict';
import { it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { dressDropped, isDropped, skeletonOf } from '../../src/encoding/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import fc from '../fuzz/fast-check.ts';

const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
const check = (source: string) =>
  desk
    .open({ path: 'story.txt', source })
    .check()
    .messages.filter(({ ruleId }) => ruleId === 'encoding-dropped-letter')
    .map(({ actual, expected, safe }) => `${actual} → ${expected.join('/')}${safe ? ' safe' : ''}`);

it('knows what is left of a word', () => {
  assert.ok(isDropped('Taydaolu', 'Taydaşoğlu'));
  assert.ok(isDropped('Kldaçolu', 'Kıldaçoğlu'), 'a letter of Windows-1252 stays');
  assert.ok(isDropped('skenderun', 'İskenderun'));
  assert.ok(!isDropped('Taydaşolu', 'Taydaşoğluş'), 'a letter that is gone is gone throughout');
  assert.ok(!isDropped('Selim', 'Selimə'), 'an ending makes another word');
  assert.ok(!isDropped('Selin', 'Şelim'));
});

it('says of a word without all its letters beyond ASCII that they were dropped', () => {
  const letters = fc.constantFrom(...'abdeklmnoçğışöü');
  fc.assert(
    fc.property(fc.array(letters, { minLength: 3, maxLength: 12 }), (word) => {
      const whole = word.join('');
      const left = whole.replace(/[^a-z]/g, '');
      assert.equal(skeletonOf(whole), left);
      assert.equal(isDropped(left, whole), /[çğışöü]./.test(whole));
    }),
  );
});

it('gives the whole word the capitals of what was left', () => {
  assert.equal(dressDropped('TAYDAOLU', 'Taydaşoğlu'), 'TAYDAŞOĞLU');
  assert.equal(dressDropped('Taydaolu', 'TAYDAŞOĞLU'), 'Taydaşoğlu');
  assert.equal(dressDropped('skenderun', 'İskenderun'), 'İskenderun');
});

it('puts right what another mention shows, and offers what a list has in a story from there', () => {
  assert.deepEqual(check('Taydaolu wins\n\nThe mayor, Selim Taydaşoğlu, won. Taydaolu’s party sang.'), [
    'Taydaolu → Taydaşoğlu safe',
    'Taydaolu → Taydaşoğlu safe',
  ]);
  assert.deepEqual(check('ANKARA – The builder Hasan Karahasanolu left for stanbul.'), [
    'Karahasanolu → Karahasanoğlu',
    'stanbul → İstanbul',
  ]);
});

it('leaves names alone that are names, and words that no mention shows to be damaged', () => {
  assert.deepEqual(check('The pianist Ainhoa Erdoan won the prize in Bilbao. Erdoan lives in Irun.'), []);
  assert.deepEqual(check('Mara Ibarra met María Ibarra in Ankara. Michal Novak met Michaël Novak.'), []);
  assert.deepEqual(check('Türkiye Cumhurbaşkanı geldi, Başkanı dinledi. İçişleri Bakanı için çok az olan var.'), []);
  assert.deepEqual(check('Baku: Nigar Kerimli met Nigarə Kərimli, and Kerim met Kərim.'), []);
  assert.deepEqual(check('The Turkish minister met Mammadov, Aliyeva and Yildirim; Erdogan stayed in Istanbul.'), []);
});
