import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc, { runs } from '../fuzz/fast-check.ts';
import { read } from './read.ts';

/** The first mention of a sentence set in a story, in short: rank, offices, name. */
function first(sentence: string) {
  const [mention] = read(`The talks opened at noon on Friday. ${sentence}`).mentions[0] ?? [];
  return (
    mention && {
      rank: mention.rank && `${mention.rank.id}/${mention.rank.form}`,
      offices: mention.offices.map(({ id, country, place }) => [id, country ?? '', place].join(' ')),
      name: mention.text,
      surname: mention.surname,
    }
  );
}

const cases: [string, ReturnType<typeof first>][] = [
  [
    'Then Army General Metin Yurt spoke.',
    { rank: 'army-general/full', offices: [], name: 'Metin Yurt', surname: 'Yurt' },
  ],
  [
    'Then the Chief of the General Staff of the Armed Forces Army General Metin Yurt spoke.',
    { rank: 'army-general/full', offices: ['chief-of-general-staff  before'], name: 'Metin Yurt', surname: 'Yurt' },
  ],
  [
    'Then Minister of Defense of the Republic of Azerbaijan, Colonel-General Elmar Quliyev spoke.',
    {
      rank: 'colonel-general/full',
      offices: ['minister:defence AZ before'],
      name: 'Elmar Quliyev',
      surname: 'Quliyev',
    },
  ],
  [
    'Then Maj.-Gen. Eyal Barak spoke.',
    { rank: 'major-general/abbreviated', offices: [], name: 'Eyal Barak', surname: 'Barak' },
  ],
  [
    'Then Lieutenant Gen. David Kapanadze spoke.',
    { rank: 'lieutenant-general/mixed', offices: [], name: 'David Kapanadze', surname: 'Kapanadze' },
  ],
  [
    'Then Colonel General N.Sadiqli spoke.',
    { rank: 'colonel-general/full', offices: [], name: 'N.Sadiqli', surname: 'Sadiqli' },
  ],
  [
    'Then Col. Gen. Z. Quliyev spoke.',
    { rank: 'colonel-general/abbreviated', offices: [], name: 'Z. Quliyev', surname: 'Quliyev' },
  ],
  [
    'Then Col. Ruth “Kit” Barak-Lowe spoke.',
    { rank: 'colonel/abbreviated', offices: [], name: 'Ruth “Kit” Barak-Lowe', surname: 'Barak-Lowe' },
  ],
  [
    'Then Colonel William H. "Big Bill" Lowe Sr. spoke.',
    { rank: 'colonel/full', offices: [], name: 'William H. "Big Bill" Lowe Sr', surname: 'Lowe' },
  ],
  ['Then Colonel Lowe “Wait for me” said.', { rank: 'colonel/full', offices: [], name: 'Lowe', surname: 'Lowe' }],
  [
    'Then Turkish President Recep Yurdakul’s aides spoke.',
    { rank: undefined, offices: ['president TR before'], name: 'Recep Yurdakul', surname: 'Yurdakul' },
  ],
  [
    'Then First Deputy Defence Minister Elmar Quliyev spoke.',
    { rank: undefined, offices: ['first-deputy-minister:defence  before'], name: 'Elmar Quliyev', surname: 'Quliyev' },
  ],
  [
    'Then Elmar Quliyev, the chief of the Turkish General Staff, spoke.',
    { rank: undefined, offices: ['chief-of-general-staff TR after'], name: 'Elmar Quliyev', surname: 'Quliyev' },
  ],
  [
    'Then Crown Prince Khalid bin Salman spoke.',
    { rank: undefined, offices: ['prince  before'], name: 'Khalid bin Salman', surname: 'Salman' },
  ],
  [
    'Then Chinese President Xu Jianguo spoke.',
    { rank: undefined, offices: ['president CN before'], name: 'Xu Jianguo', surname: 'Xu' },
  ],
  [
    'Then North Korean leader Kim Jong Min spoke.',
    { rank: undefined, offices: ['party-leader KP before'], name: 'Kim Jong Min', surname: 'Kim' },
  ],
  [
    'Then EU envoy Anna van der Berg spoke.',
    { rank: undefined, offices: ['envoy EU before'], name: 'Anna van der Berg', surname: 'Berg' },
  ],
  [
    'Then Egyptian President Hassan el-Masri spoke.',
    { rank: undefined, offices: ['president EG before'], name: 'Hassan el-Masri', surname: 'Masri' },
  ],
  [
    'Then Prosecutor General Kamran Quliyev spoke.',
    { rank: undefined, offices: ['prosecutor-general  before'], name: 'Kamran Quliyev', surname: 'Quliyev' },
  ],
  ['Then Adm. Sir John Hill spoke.', { rank: 'admiral/abbreviated', offices: [], name: 'John Hill', surname: 'Hill' }],
];
for (const [sentence, wanted] of cases) test(sentence, () => assert.deepEqual(first(sentence), wanted));

const nobody = [
  'General Electric bought a plant of General Motors.',
  'Major League Baseball began in Sergeant Bluff.',
  'The General Assembly met the Attorney General.',
  'The General Staff sent a report.',
  'Private Eye and Captain America were on sale.',
  'Gen Z buys less.',
  'He told us ministers had agreed.',
];
for (const sentence of nobody)
  test(`nobody: ${sentence}`, () =>
    assert.deepEqual(
      read(`The talks opened at noon on Friday. ${sentence}`)
        .mentions.flat()
        .filter(({ evidence }) => evidence !== 'bare'),
      [],
    ));

test('a plural rank is for all of the list', () => {
  const [mentions] = read(
    'The list names Lieutenant Generals Levent Yurt, Metin Kaya and Ahmet Demir on Friday.',
  ).mentions;
  assert.deepEqual(
    mentions?.map(({ text, rank }) => [text, rank?.plural]),
    [
      ['Levent Yurt', true],
      ['Metin Kaya', true],
      ['Ahmet Demir', true],
    ],
  );
});

test('a word that may belong to the body before makes the rank uncertain', () => {
  const uncertain = (sentence: string) => read(sentence).mentions[0]?.[0]?.rank?.uncertain;
  assert.equal(uncertain('He met commander of the Special Forces Division General Ali Yurt.'), false);
  assert.equal(uncertain('He met U.S. Army General Mark Hill on Friday.'), true);
  assert.equal(uncertain('He met Army General Mark Hill on Friday.'), false);
});

test('titles without a name stand apart', () => {
  const { titles } = read('The chiefs of the general staff met. A Lieutenant General since May left early.');
  assert.deepEqual(
    titles[0]?.offices.map(({ id, letterCase, plural }) => [id, letterCase, plural]),
    [['chief-of-general-staff', 'lower', true]],
  );
  assert.deepEqual(
    titles[0]?.ranks.map(({ id, letterCase }) => [id, letterCase]),
    [['lieutenant-general', 'title']],
  );
});

const words =
  'Gen. General Major Colonel-General Maj.-Gen. the Minister of Defence Chief General Staff and , – . “ ” President Ali Aslanov N.Hill von al-Masri Türkiye’s US Commander-in-Chief (ret.) 12 said О ? ’s\n'.split(
    ' ',
  );
test('spans lie in the block, in order, with the name inside', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
      const { blocks, mentions, cast } = read(parts.join(' '));
      mentions.forEach((list, i) => {
        let from = 0;
        for (const { span, name, text, surnameSpan, rank } of list) {
          const block = blocks[i]?.text ?? '';
          assert.ok(span.start >= from && span.end <= block.length && span.start < span.end);
          assert.ok(name.start >= span.start && name.end <= span.end);
          assert.ok(surnameSpan.start >= name.start && surnameSpan.end <= name.end);
          assert.equal(block.slice(name.start, name.end), text);
          if (rank && !rank.plural) assert.ok(rank.span.start >= span.start && rank.span.end <= name.start);
          from = name.start;
        }
      });
      const placed = cast.people.reduce((sum, person) => sum + person.mentions.length, 0) + cast.loose.length;
      assert.equal(placed, mentions.flat().length);
    }),
    runs(300),
  );
});
