import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { createMender } from '../../src/encoding/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';
import { stories } from './stories.ts';

const mender = createMender(nodeAssets, createSpeller(nodeAssets).isKnown);
const english =
  'Mayor Orhan Demirdağ met Leyla Çakmakoğlu in Kırşehir.\n\nThen Demirdağ left for Şanlıurfa with Akşit.';

// Walks through all texts: what they prove, and what they lost, are gathered apart.
for (const [what, source, walks] of [
  ['English', english.replace(/[ğşıŞ]/g, '?'), 8],
  ['another language', stories.pl.replace(/[ąćęłńśźżŚŹŻŁ]/g, '?'), 8],
] as const)
  it(`stops after each few kilobytes of an article in ${what} that lost letters`, () => {
    const { blocks } = readArticle(Array(200).fill(source).join('\n\n'), 'story.txt');
    const seen = blocks.map(({ text }) => mender.inspect(text));
    const letters = blocks.reduce((sum, { text }) => sum + text.length, 0);
    const steps = mender.mendInSteps(blocks, { team: [], folder: [] }, seen);
    let stops = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) stops++;
    assert.ok(stops >= walks * Math.floor(letters / 6000), `${stops} stops in ${letters} letters`);
    assert.ok(step.value.some(({ damages }) => damages.length > 0));
  });

it('does not stop in a clean article', () => {
  const { blocks } = readArticle(Array(200).fill(english).join('\n\n'), 'story.txt');
  const steps = mender.mendInSteps(
    blocks,
    { team: [], folder: [] },
    blocks.map(() => undefined),
  );
  assert.equal(steps.next().done, true);
});
