import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover } from 'vscode-languageserver';
import { createSlices, letOthersIn } from '../../src/server/slices.ts';
import { richClient, withClient } from './client.ts';

/** Work of so many steps of 15 milliseconds each, which tells of its steps. */
function* work(steps: number, clock: { now: number }, onStep: () => void): Generator<undefined, string, undefined> {
  for (let i = 0; i < steps; i++) {
    clock.now += 15;
    onStep();
    yield;
  }
  return 'done';
}

test('a step that takes long lets others in; what nobody wants any more is left', async () => {
  const clock = { now: 0 };
  const run = createSlices(() => clock.now);
  let turns = 0;
  let steps = 0;
  const count = () => steps++;
  const wanted = () => {
    turns++;
    return true;
  };
  assert.equal(await run(work(8, clock, count), wanted), 'done');
  assert.deepEqual({ turns, steps }, { turns: 4, steps: 8 });
  let left = false;
  const endless = (function* () {
    try {
      yield* work(Number.POSITIVE_INFINITY, clock, count);
    } finally {
      left = true;
    }
  })();
  assert.equal(await run(endless, () => false), undefined);
  assert.equal(left, true);
});

test('of several works the last goes first', async () => {
  const clock = { now: 0 };
  const run = createSlices(() => clock.now);
  const order: string[] = [];
  const begin = (name: string, steps: number) => {
    const step = () => {
      if (order.at(-1) !== name) order.push(name);
    };
    return run(work(steps, clock, step), () => name !== 'left');
  };
  const all = [begin('first', 12), begin('second', 12)];
  await letOthersIn();
  all.push(begin('left', 12), begin('third', 12));
  assert.deepEqual(await Promise.all(all), ['done', 'done', undefined, 'done']);
  // Each begins with a slice, as nobody else can be asked before that.
  assert.deepEqual(order, ['first', 'second', 'left', 'third', 'second', 'first']);
});

const paragraph = 'Army General Cem Yıldırım visited the base on Monday and thanked the officers for their help.\n\n';
const short = `By Nora Lind\n\n${paragraph}Yıldırım left at noon, the ministry said on Monday evening.\n`;

// It asks once, and hears of the whole.
const { diagnostics: _, ...workspace } = richClient.workspace ?? {};

test('while a long document is checked, others are answered, and a newer text takes its place', () =>
  withClient({}, { capabilities: { ...richClient, workspace } }, async (client) => {
    // So long that what is asked meanwhile comes long before its check is done.
    const long = `By Nora Lind\n\n${Array.from({ length: 8000 }, (_, i) => `On trip ${1000 + i} ${paragraph}`).join('')}General Yıldırım left at noon on Monday.\n`;
    await client.open('short.txt', short);
    await client.diagnostics('short.txt');
    await client.open('long.txt', long);
    const order: string[] = [];
    const older = client.diagnostics('long.txt').then((found) => {
      order.push('long');
      return found;
    });
    const position = { line: 2, character: 15 };
    await client.request('textDocument/hover', 'short.txt', { position });
    order.push('hover');
    // Of the long one its paragraph is read alone: who stands there is known, the number of mentions is not.
    const hover = await client.request<Hover>('textDocument/hover', 'long.txt', {
      position: { ...position, line: 1202 },
    });
    assert.match(JSON.stringify(hover.contents), /Cem Yıldırım/);
    assert.doesNotMatch(JSON.stringify(hover.contents), /Mention/);
    assert.equal(hover.range?.start.line, 1202);
    order.push('hover');
    // The end is mended before the older check reaches it.
    await client.change('long.txt', 2, [{ text: long.replace('General Yıldırım left', 'Army General Yıldırım left') }]);
    const newer = await client.diagnostics('long.txt');
    assert.deepEqual(newer, []);
    assert.deepEqual(await older, [], 'who asked for the older text hears of the newer');
    assert.deepEqual(order, ['hover', 'hover', 'long']);
  }));
