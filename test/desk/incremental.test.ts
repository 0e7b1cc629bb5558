import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Settings } from '../../src/config/index.ts';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { createLexicon } from '../../src/lexicon/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { applyEdit } from '../fuzz/copy.ts';

// People who share a surname, a slip of it, a romanisation, a middle name, a row of the team's list.
const names = [
  'Orhan Demirkan',
  'O. Demirkan',
  'Demirkan',
  'Demirkn',
  'Demirkna',
  'Orhan Selim Demirkan',
  'Selim',
  'Leyla Demirkan',
  'Sergei Petrovskyi',
  'Petrovsky',
  'Nigar Aliyeva',
  'Aliyev',
  'Nigar Alieva',
  'Çakmakoğlu',
  'Cakmakoglu',
  'Ayşe Çakmakoğlu',
  'Demirk?n',
];
const frames = [
  'General NAME met the delegation.',
  'Colonel General NAME and Major NAME spoke in Kyiv, not in Kiev.',
  'Defence Minister NAME praised the colour of the harbor.',
  'NAME told reporters that defense minister NAME left.',
  'Analyst NAME, 54, said so. NAME added nothing.',
  'The goverment and the Chief of the General Staff NAME waited.',
  'The chief of General Staff praised the the general staff.',
];
const sentence = fc
  .tuple(fc.constantFrom(...frames), fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 2 }))
  .map(([frame, chosen]) => {
    let i = 0;
    return frame.replaceAll('NAME', () => chosen[i++] ?? '');
  });
const story = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 12 })
  .map((paragraphs) => paragraphs.map((list) => list.join(' ')).join('\n\n'));
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
  insert: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('e', 'x', ' ', '.', 'K', '’s', '\n\n', '?', '“') },
    { weight: 1, arbitrary: sentence },
  ),
});

const base = defaultSettings(nodeAssets);
const team: Settings = {
  ...base,
  style: 'ap',
  lexicon: createLexicon(nodeAssets, {
    people: [
      { name: 'Orhan Demirkan', aliases: ['Orhan Bey'], wrong: ['Demirkn'], source: { file: 'people.csv', line: 2 } },
      { name: 'Nigar Aliyeva', aliases: [], wrong: [], source: { file: 'people.csv', line: 3 } },
    ],
  }),
};

describe('a desk that follows edits', () => {
  for (const [name, settings] of [
    ['by default', base],
    ['with a team’s list and AP style', team],
  ] as const) {
    it(`says of people and titles what a fresh one says, ${name}`, () => {
      const desk = createDesk(settings, { assets: nodeAssets });
      fc.assert(
        fc.property(story, fc.array(change, { minLength: 1, maxLength: 8 }), (source, changes) => {
          const session = desk.open({ path: 'a.txt', source });
          session.check();
          let text = source;
          for (const one of changes) {
            text = applyEdit(text, one);
            session.update(text);
            const now = session.check();
            const fresh = desk.open({ path: 'a.txt', source: text }).check();
            assert.deepEqual(now.messages, fresh.messages);
            assert.deepEqual(now.cast, fresh.cast);
            assert.deepEqual(now.failures, fresh.failures);
          }
        }),
        { numRuns: 40 },
      );
    });
  }

  it('lets a surname of four letters meet its slip of five', () => {
    const desk = createDesk(base, { assets: nodeAssets });
    const session = desk.open({ path: 'a.txt', source: 'Harbour\nBy Leyla Test\n' });
    assert.equal(session.check().cast.people.length, 1);
    const text = 'By Leyla Testa\nBy Leyla Test\n';
    session.update(text);
    assert.deepEqual(session.check().cast, desk.open({ path: 'a.txt', source: text }).check().cast);
  });
});
