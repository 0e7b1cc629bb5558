import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Settings } from '../../src/config/index.ts';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { createLexicon } from '../../src/lexicon/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { findChange, Rope } from '../../src/text/index.ts';
import { applyEdit } from '../fuzz/copy.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

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
  // One thing in two forms, wherever the other stands.
  'Chief-of-Staff NAME met the Chief of Staff in Khankendi, once Stepanakert.',
  'Lt. Gen. NAME spoke; Lieutenant-General NAME did not.',
  'The guard of honor of the defence minister saluted captain NAME.',
  'Central Command met. The head of Central command and archbishop NAME spoke.',
  'The exercise Friendly Harvest began. The Firendly Harvest ended in the Navy ministry.',
  'The delegation reviewed the reconstruction of roads and schools in the border region on Friday.',
  'The Turkish Defence Minister NAME met the Azerbaijani Defence Minister NAME.',
  '“We stand firm in Kiev, said NAME.',
  'The parlament of Kvartengia said so, and NAME was promoted to colonel general.',
  'In the United nations NAME saw an unusal colour.',
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
const typed = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
  insert: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('e', 'x', ' ', '.', 'K', '’s', '\n\n', '?', '“') },
    { weight: 1, arbitrary: sentence },
  ),
});
const place = fc.nat(11);
/** What is done to a story: something typed or deleted, a paragraph moved, some of them deleted or doubled, a step taken back. */
const change = fc.oneof(
  { weight: 6, arbitrary: typed.map((one) => ({ kind: 'typed' as const, ...one })) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('move', 'delete', 'double', 'undo'),
      from: place,
      count: fc.nat(3),
      to: place,
    }),
  },
);

function apply(history: readonly string[], one: typeof change extends fc.Arbitrary<infer T> ? T : never): string {
  const text = history.at(-1) ?? '';
  if ('at' in one) return applyEdit(text, one);
  if (one.kind === 'undo') return history.at(-2) ?? text;
  const paragraphs = text.split('\n\n');
  const moved =
    one.kind === 'double' ? paragraphs.slice(one.from, one.from + 1) : paragraphs.splice(one.from, one.count);
  if (one.kind !== 'delete') paragraphs.splice(one.to, 0, ...moved);
  return paragraphs.join('\n\n');
}

const base = defaultSettings(nodeAssets);
/** Everything that reads the whole article is on. */
const strict = new Map(
  [...base.rules].map(([id, setting]) => [
    id,
    /^(?:name|rank|office)-/.test(id) && setting.severity === 'off'
      ? { ...setting, severity: 'info' as const }
      : setting,
  ]),
);
const team: Settings = {
  ...base,
  rules: strict,
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
    ['with all rules of names and any one style', { ...base, rules: strict, style: 'any-consistent' }],
  ] as const) {
    it(`says what a fresh one says, ${name}`, () => {
      const desk = createDesk(settings, { assets: nodeAssets });
      fc.assert(
        fc.property(story, fc.array(change, { minLength: 1, maxLength: 8 }), (source, changes) => {
          let rope = new Rope(source);
          const session = desk.open({ path: 'a.txt', source: rope });
          session.check();
          const history = [source];
          for (const one of changes) {
            const text = apply(history, one);
            const { start, beforeEnd, afterEnd } = findChange(history.at(-1) ?? '', text);
            history.push(text);
            rope = rope.replace(start, beforeEnd, text.slice(start, afterEnd));
            // What is typed comes as an edit, more than that as a text.
            session.update(one.kind === 'typed' ? rope : text);
            const now = session.check();
            const fresh = desk.open({ path: 'a.txt', source: text }).check();
            assert.deepEqual(now.messages, fresh.messages);
            assert.deepEqual(now.cast, fresh.cast);
            assert.deepEqual(now.failures, fresh.failures);
          }
        }),
        runs(40),
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

  it('brings in who is named in a line that is read as English now', () => {
    const desk = createDesk(base, { assets: nodeAssets });
    const source = 'Toplantıya Bakan Güler ve komutanlar katıldı.\nGeneral Demirkan left early.\n';
    const session = desk.open({ path: 'a.txt', source });
    assert.deepEqual(session.check().cast.people, []);
    const text = `‘It is over,’ Col. Sevda Aslan said of the talks at noon. ${source}`;
    session.update(text);
    assert.deepEqual(
      session.check().cast.people.map(({ name }) => name),
      ['Sevda Aslan', 'Demirkan'],
    );
  });

  for (const [what, path, before, after] of [
    ['line ends that become two letters', 'a.html', '<p>The port\nis is open.</p>', '<p>The port\r\nis is open.</p>'],
    [
      'longer markup in the block that a message speaks of',
      'a.html',
      '<p>Gen. Mark Hill spoke.</p><p>The <i>talks</i> with Colonel Ann Roe and Captain Bo Lee began.</p>',
      '<p>Gen. Mark Hill spoke.</p><p>The <em>talks</em> with Colonel Ann Roe and Captain Bo Lee began.</p>',
    ],
    [
      'a line more that moves no letter',
      'a.txt',
      'Gulls came. \n\nThe port is is open.',
      'Gulls came.\n\n\nThe port is is open.',
    ],
    ['markup before the first letter', 'a.md', 'The port is is open.', '<b>The port is is open.'],
  ] as const)
    it(`moves places after ${what}`, () => {
      const desk = createDesk(base, { assets: nodeAssets });
      const session = desk.open({ path, source: before });
      assert.equal(session.check().messages.length, 1);
      session.update(after);
      assert.deepEqual(session.check().messages, desk.open({ path, source: after }).check().messages);
    });
});
