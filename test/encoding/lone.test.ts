import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { createMender } from '../../src/encoding/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';

const mender = createMender(nodeAssets, createSpeller(nodeAssets).isKnown);
const mends = (source: string) => mender.mend(readArticle(source, 'story.txt').blocks, { team: [], folder: [] });
const text = (source: string) =>
  mends(source)
    .map((one) => one.text)
    .join('\n');
const damages = (source: string) => mends(source).flatMap((one) => one.damages);

/** Little stands around the damage: a headline, an item of a list, a cell. */
const mended: Record<string, readonly [string, string][]> = {
  'a line that is a name': [
    ['Rasim M?mm?dova', 'Rasim Məmmədova'],
    ['Vilma Jonaitait?', 'Vilma Jonaitaitė'],
    ['Lamiy? Quliyeva', 'Lamiyə Quliyeva'],
  ],
  'a name that only ASCII lost': [['Mayor Erg?l left.', 'Mayor Ergül left.']],
  'a list': [["('Bolu', 'Mara?', 'Bingöl', 'Bart?n')", "('Bolu', 'Maraş', 'Bingöl', 'Bartın')"]],
  tags: [['<li>Yeni binan?n giri?i</li> <li>Kap?-pencere</li>', '<li>Yeni binanın girişi</li> <li>Kapı-pencere</li>']],
  'words that English took': [
    ['They met in a caf? by the sea.', 'They met in a café by the sea.'],
    ['His r?sum? was na?ve, the fa?ade new.', 'His résumé was naïve, the façade new.'],
    ['Il parle du b?uf.', 'Il parle du bœuf.'],
  ],
  figures: [
    ['Copyright 2011?2013?2015 The Press', 'Copyright 2011–2013–2015 The Press'],
    ['The desk is open 9:00?17:30 all week.', 'The desk is open 9:00–17:30 all week.'],
    ['A plan of 40?50 pages went to the mayor.', 'A plan of 40–50 pages went to the mayor.'],
    ['Talks of NATO?Ukraine, a team of CNRS?INRIA.', 'Talks of NATO–Ukraine, a team of CNRS–INRIA.'],
    ['Le prix est de 14,50 ?, livraison comprise.', 'Le prix est de 14,50 €, livraison comprise.'],
  ],
};
for (const [kind, cases] of Object.entries(mended))
  describe(`mends ${kind}`, () => {
    for (const [bad, good] of cases) it(bad, () => assert.equal(text(bad), good));
  });

describe('leaves', () => {
  for (const good of [
    'Did they touch? Nobody saw it.',
    'How did NATO?However it may be.',
    'Is the fare 14,50 ?',
    'Who is Kara? Nobody knows.',
    'Karabakh?',
    'Was it 2011? 2013? Or later?',
  ])
    it(good, () =>
      assert.deepEqual(
        damages(good).filter(({ certainty }) => certainty !== 'choices'),
        [],
      ),
    );
});

it('is sure of no letter that ASCII may have taken for another', () => {
  const [damage] = damages('Officials thanked Mr G?rsever for it.');
  assert.equal(damage?.certainty, 'choices');
  assert.ok(damage?.readings.includes('Gürsever'));
});

it('guesses at a name of another language by the letters of its names', () => {
  const [damage] = damages('The Czech coach, Tomáš Hru?ka, met the Polish one.');
  assert.equal(damage?.readings[0], 'Hruška');
  const [other] = damages('The Polish minister Miko?ajewicz spoke in Warsaw.');
  assert.deepEqual([other?.readings[0], other?.certainty], ['Mikołajewicz', 'choices']);
});

it('still marks a name at whose end a letter is gone, once the names beside it are whole', () => {
  const [damage] = damages('Officials thanked İhsan Kavra? for the help of the İzmir port.');
  assert.equal(damage?.actual, 'Kavra?');
});
