import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const paragraphs = 1_000;
const edits = 100;
/** Bytes of an old version of the article: a letter beyond Latin-1 makes each take two. */
const perVersion = 200_000;
const rounds = 6;
const wordsTyped = 9_000;
/** Bytes that the desk knows of a word, at least. */
const perWord = 100;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

for (const path of ['long.txt', 'long.md'])
  test(`who goes through ${path}, a letter a paragraph, leaves no old versions of it in memory`, () => {
    const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
    const texts = Array.from(
      { length: paragraphs },
      (_, i) => `The council of Doğubeyköy weighed plan ${i} for the new ports, roads and schools of the town.`,
    );
    const session = desk.open({ path, source: texts.join('\n\n') });
    session.check();
    const before = heap();
    for (let i = 0; i < edits; i++) {
      texts[i * 7] += '.';
      session.update(texts.join('\n\n'));
      session.check();
    }
    const grown = heap() - before;
    assert.ok(session.article.source.length * 2 > perVersion * 0.8);
    assert.ok(grown < (edits * perVersion) / 4, `${Math.round(grown / 1e6)} MB more after ${edits} edits`);
  });

test('words that come and go leave no more in memory than a few thousand of them', () => {
  const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
  const story = 'The council of Doğubeyköy weighed the plan.';
  const session = desk.open({ path: 'long.txt', source: story });
  const type = (round: number) => {
    const words = Array.from({ length: wordsTyped }, (_, i) => `half${round}x${i.toString(36)}`);
    session.update(`${story}\n\n${words.join(' ')}`);
    session.check();
    session.update(story);
    return session.check();
  };
  type(0);
  const before = heap();
  for (let round = 1; round <= rounds; round++) type(round);
  const grown = heap() - before;
  assert.ok(grown < (rounds * wordsTyped * perWord) / 2, `${Math.round(grown / 1e6)} MB more`);
  assert.deepEqual(type(rounds + 1).messages, desk.open({ path: 'long.txt', source: story }).check().messages);
});
