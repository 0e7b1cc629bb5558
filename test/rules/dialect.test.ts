import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });

/** The spellings that are found in a story. */
const found = (...sentences: string[]): string[] => {
  const source = sentences.join(' ');
  const { messages } = desk.open({ path: 'a.txt', source: `Talks in the capital\n\n${source}\n` }).check();
  return messages
    .filter(({ ruleId }) => ruleId === 'dialect')
    .map(({ place: { start, end } }) => source.slice(start.column - 1, end.column - 1));
};

describe('which English a story is in', () => {
  // Two signs outweigh a spelling, one does not.
  const british = 'Scotland Yard slept.';
  const american = 'The Statehouse slept.';
  for (const [sign, other, spelling] of [
    ['LONDON (AP) — The envoys left.', british, 'harbor'],
    ['CAPE TOWN — The envoys left.', british, 'harbor'],
    ['They left Whitehall.', british, 'harbor'],
    ['They left on 3 June.', british, 'harbor'],
    ['They left on 3 May.', british, 'harbor'],
    ['They saw Mr Holm.', british, 'harbor'],
    ['WASHINGTON (AP) — The envoys left.', american, 'harbour'],
    ['MACON, Ga. (AP) — The envoys left.', american, 'harbour'],
    ['They left the Pentagon.', american, 'harbour'],
    ['They left on June 3.', american, 'harbour'],
    ['They left on May 3.', american, 'harbour'],
    ['They left on Sept. 3.', american, 'harbour'],
    ['They left on Sept 3.', american, 'harbour'],
  ] as const)
    it(`is told by «${sign}»`, () => {
      const last = `The ${spelling} was calm.`;
      assert.deepEqual(found(sign, last), []);
      assert.deepEqual(found(sign, other, last), [spelling]);
      // And by the signs of the other country.
      const against = other === british ? american : british;
      assert.deepEqual(found(sign, other, against, last), []);
    });

  for (const [what, other, spelling] of [
    ['They met 3 Mayors.', british, 'harbor'],
    ['They left on 3 Mayıs.', british, 'harbor'],
    ['They left on 3 Sept.', british, 'harbor'],
    ['They left on 123 May.', british, 'harbor'],
    ['They met Mayor 3.', american, 'harbour'],
    ['They left in May. 3 left later.', american, 'harbour'],
    ['They left in May 300.', american, 'harbour'],
  ] as const)
    it(`is not told by «${what}», which is no date of a country`, () => {
      assert.deepEqual(found(what, other, `The ${spelling} was calm.`), []);
    });

  it('is told by them where no spelling speaks', () => {
    assert.deepEqual(found(british, 'They met Labour in Whitehall, and the Labor Party.'), ['Labor']);
    assert.deepEqual(found(american, 'They met Labour in the Pentagon, and the Labor Party.'), []);
    assert.deepEqual(found(british, 'They met in Whitehall, and a program began at the Harbor Hotel.'), []);
  });
});

describe('-ize in British copy', () => {
  const { rules, ...settings } = defaultSettings(nodeAssets);
  const british = createDesk({ ...settings, rules, language: 'en-GB', key: 'en-GB' }, { assets: nodeAssets });
  const tell = (sentences: string, used = british) =>
    used
      .open({ path: 'a.txt', source: `Talks in the capital\n\n${sentences}\n` })
      .check()
      .messages.map(({ actual, ruleId, expected, safe, reason }) => ({ actual, ruleId, expected, safe, reason }));

  it('is right where the story has it, in names too', () => {
    assert.deepEqual(
      tell(
        'The World Health Organization wants to organize a programme at the centre. It was criticized, depoliticized and stylized; its organizers apologized. The ORGANIZATION left.',
      ),
      [],
    );
    assert.deepEqual(tell('The World Health Organization wants to organise a programme at the centre.'), []);
  });

  it('is told of beside -ise, and never put right unasked', () => {
    const mixed = 'They organise talks at the centre and apologise. It was criticized.';
    const message = {
      actual: 'criticized',
      ruleId: 'dialect',
      expected: ['criticised'],
      safe: false,
      reason: '“criticized” has -ize; the story has -ise: “organise” (line 3)',
    };
    assert.deepEqual(tell(mixed), [message]);
    assert.deepEqual(tell(mixed, desk), [message]);
    // Oxford style with one slip.
    assert.deepEqual(tell('They organize talks at the centre and apologize. It was criticised.'), []);
  });

  it('is never taken for a misspelling’s excuse', () => {
    assert.deepEqual(
      tell('They organzie talks, analyze it at the centre and supervize them.').map(({ actual, ruleId }) => [
        actual,
        ruleId,
      ]),
      [
        ['organzie', 'spelling'],
        ['analyze', 'dialect'],
        ['supervize', 'spelling'],
      ],
    );
  });
});
