import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
const check = (source: string) =>
  desk
    .open({ path: 'a.txt', source: `Harbour reopens\n\n${source}\n` })
    .check()
    .messages.filter(({ category }) => category === 'spelling');
const found = (source: string) => check(source).map(({ actual, expected }) => `${actual} ${expected.join(' or ')}`);

describe('calendar-slip', () => {
  it('finds a long name anywhere, with its endings, once', () => {
    assert.deepEqual(
      found('Saterday’s match was put off to Novmber, said Ruby Efbruary. Thursdsy, OCTOBR and Wendesdays came.'),
      [
        'Saterday Saturday',
        'Novmber November',
        'Efbruary February',
        'Thursdsy Thursday',
        'OCTOBR OCTOBER',
        'Wendesdays Wednesdays',
      ],
    );
    assert.deepEqual(found('The port opens on Wensday in Febury.'), ['Wensday Wednesday', 'Febury February']);
  });

  it('finds a letter left out, added, replaced or swapped at any place', () => {
    for (const name of ['Wednesday', 'Saturday', 'Thursday'])
      for (let i = 0; i < name.length; i++) {
        const [before, letter, after] = [name.slice(0, i), name.charAt(i), name.slice(i + 1)];
        const slips = [
          before + after,
          `${before}${letter}x${after}`,
          `${before}x${after}`,
          before + after.charAt(0) + letter + after.slice(1),
        ].map((slip) => slip.charAt(0).toUpperCase() + slip.slice(1).toLowerCase());
        for (const slip of slips.filter((one) => one !== name))
          assert.ok(check(`They met on ${slip}.`)[0]?.expected.includes(name), slip);
      }
  });

  it('puts right unasked what has one reading and is long', () => {
    const safe = (source: string) => check(source).map(({ safe }) => safe);
    assert.deepEqual(safe('It opens in Septmber.'), [true]);
    assert.deepEqual(safe('It opens on Tursday.'), [false]);
    assert.deepEqual(safe('It opens on Firday.'), [false]);
    assert.deepEqual(safe('“It opens in Septmber,” he said.'), [false]);
  });

  it('finds a short name where a date stands', () => {
    for (const date of [
      '5 Agust',
      'Agust 5',
      'Agust 5, 2024',
      'Agust 2024',
      'in Agust',
      'by Agust',
      'the 5th of Agust',
    ])
      assert.deepEqual(found(`The port opens ${date}.`), ['Agust August'], date);
    for (const date of ['5 Apirl', 'Apirl 5', 'Apirl 2024', 'Apirl, 2024'])
      assert.deepEqual(found(`The port opens ${date}.`), ['Apirl April'], date);
    for (const date of ['on Mondey', 'last Mondey', 'Mondey morning'])
      assert.deepEqual(found(`The port opens ${date}.`), ['Mondey Monday'], date);
    assert.deepEqual(found('He said Moday that it would open Fridya.'), ['Moday Monday', 'Fridya Friday']);
  });

  it('leaves names, and the months of other languages', () => {
    for (const name of [
      'There was pressure on Sundan Pichai. More pressure on Sundan came.',
      'There was pressure on Mondol, the banker. He spent it on Mondol.',
      'There was pressure on Munday, and on Sundar and Mondal. Munday Athletic beat Manday 3-0.',
      'Agust won, said Mondal.',
      'Marchi 6–4 and Apirl 3:2, he said.',
      'Apirl won on May 5.',
      'They met in the Rue du 4 Septembre on 17 Octobre, in Aprile 2019 and in Januar 2020.',
      'Marsh met Augusta, Juno, Mays, Augustin, Marc and Mardi in Avril.',
      'See Novmber.example/Saterday.',
    ])
      assert.deepEqual(found(name), [], name);
  });
});
