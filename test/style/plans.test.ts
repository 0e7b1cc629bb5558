import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVocabulary, parseBlock } from '../../src/language/index.ts';
import type { Pack } from '../../src/style/index.ts';
import { compilePacks, loadPack, planPack } from '../../src/style/index.ts';
import { foldWord, shiftMap } from '../../src/text/index.ts';

const rule = (name: string, token: string) => ({
  path: `P/${name}.yml`,
  text: `extends: existence\nmessage: No “%s”\nnonword: true\ntokens:\n  - '${token}'\n`,
});
const text = 'The 12 zebras of Gəncə ran 40 km.';

function run(pack: Pack) {
  const matcher = compilePacks([pack]);
  const block = { role: 'paragraph', text, map: shiftMap(0), start: 0, end: text.length } as const;
  const parsed = parseBlock({ ...block, datelineEnd: 0, opaque: [] }, text, createVocabulary(foldWord));
  const { hits } = matcher.match(parsed, {}, 'md');
  return { problems: matcher.problems, hits: hits.map(({ start, message }) => ({ start, message })) };
}

test('a pack with plans, written down and read, says what it says without', () => {
  const { pack } = loadPack([
    rule('Beast', 'zebra(?:s|ed)?'),
    rule('Length', '\\d+ km'),
    { path: 'P/Spelt.yml', text: 'extends: spelling\nmessage: Is “%s” a word?\n' },
  ]);
  const bare = run(pack);
  const planned = JSON.parse(JSON.stringify(planPack(pack))) as Pack;
  assert.equal(Object.keys(planned.plans ?? {}).length, 2);
  assert.deepEqual(run(planned), bare);
  // The rule that spells has no dictionary here.
  assert.equal(bare.problems.length, 1);
  assert.deepEqual(
    bare.hits.map(({ message }) => message),
    ['No “zebras”', 'No “40 km”'],
  );
});
