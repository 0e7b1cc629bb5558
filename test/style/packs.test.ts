import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadPack, shippedPackNames, testPack } from '../../src/style/index.ts';
import { fillSaid } from '../../src/text/index.ts';

const read = (name: string) =>
  loadPack(
    readdirSync(`styles/${name}`).map((file) => ({
      path: `styles/${name}/${file}`,
      text: readFileSync(`styles/${name}/${file}`, 'utf8'),
    })),
  );

test('every folder of styles/ is named', () => {
  assert.deepEqual(readdirSync('styles').sort(), [...shippedPackNames]);
});

for (const name of shippedPackNames) {
  test(`the pack ${name} loads, and its examples hold`, () => {
    const { pack, problems, unsupported } = read(name);
    assert.deepEqual(problems, []);
    assert.deepEqual(unsupported, []);
    const { passed, failures, untested } = testPack(pack);
    assert.deepEqual(failures, []);
    assert.deepEqual(untested, []);
    assert.ok(passed >= pack.rules.length);
  });

  test(`every rule of ${name} says why, and where that is from`, () => {
    for (const { id, why, source } of read(name).pack.rules) assert.ok(why && source, id);
  });
}

test('an example that fails says what came out', () => {
  const { pack } = loadPack([
    { path: 'mine/pack.yaml', text: 'name: mine' },
    {
      path: 'mine/rules.yaml',
      text: "rules:\n  a:\n    extends: substitution\n    message: m\n    swap: {cat: dog}\n    examples:\n      - {bad: 'a cat', good: 'a cow'}\n      - {bad: 'a horse'}\n      - {good: 'the cat'}",
    },
  ]);
  assert.deepEqual(
    testPack(pack).failures.map(({ rule, message }) => `${rule}: ${fillSaid(message)}`),
    [
      'mine.a: the first fix of “a cat” gives “a dog”, not “a cow”',
      'mine.a: “a horse” is not hit',
      'mine.a: “the cat” is hit: m',
    ],
  );
});
