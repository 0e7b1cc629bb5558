import assert from 'node:assert/strict';
import { Session } from 'node:inspector/promises';
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

/** How often functions of the project are called in a run. */
async function countCalls(run: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  run();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  return result
    .filter(({ url }) => url.includes('/src/'))
    .flatMap(({ functions }) => functions)
    .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}

const times = 2_000;
/** To compare each mention with each takes hundreds. */
const callsForEach = 50;

describe('a person who is named thousands of times', () => {
  const cast = name(times);
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
    it(`${what}: that is told in one walk`, async () => {
      assert.equal(cast.people.length, 1);
      const calls = await countCalls(() => weigh(cast));
      assert.ok(calls > times && calls < callsForEach * times, `${calls} calls`);
    });
});
