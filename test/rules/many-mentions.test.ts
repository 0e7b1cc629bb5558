import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Cast } from '../../src/people/index.ts';
import type { ArticleContext } from '../../src/rules/index.ts';
import { findOddJoins } from '../../src/rules/name-spellings/joins.ts';
import rankAbbreviation from '../../src/rules/rank-abbreviation.ts';
import { lexicon, read } from '../people/read.ts';

/** One person who is named in each of many paragraphs, now with a given name, now without. */
const name = (times: number) =>
  read(
    Array.from({ length: times }, (_, i) => `${i % 2 ? 'Gen. Orhan Taşçı-Kaya' : 'Gen. Taşçı-Kaya'} left.`).join(
      '\n\n',
    ),
  ).cast;

/** Milliseconds of this thread, whatever else the machine does: the least of some runs. */
function time(run: () => unknown): number {
  const runs = Array.from({ length: 3 }, () => {
    const before = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

/** To compare each mention with each takes seconds. */
const most = 200;

describe('a person who is named thousands of times', () => {
  const cast = name(20_000);
  for (const [what, weigh] of [
    [
      'has names parted as most are',
      ({ people }: Cast) =>
        findOddJoins(
          { lexicon } as ArticleContext,
          people.flatMap(({ mentions }) => mentions),
          () => 0,
        ),
    ],
    [
      'has ranks written in one form',
      ({ people, loose }: Cast) => {
        const article = {
          lexicon,
          style: 'keep-full',
          titles: () => people.reduce((all, { titles }) => all | titles, 0),
          circles: () => new Set([{ people, loose, words: undefined, shared: undefined }]),
          blocks: () => [],
        };
        return 'gist' in rankAbbreviation && rankAbbreviation.gist?.([], {}, article as never);
      },
    ],
  ] as const)
    it(`${what}: that is told in one walk`, () => {
      assert.equal(cast.people.length, 1);
      const taken = time(() => weigh(cast));
      assert.ok(taken < most, `${taken} ms`);
    });
});
