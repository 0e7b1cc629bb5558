import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover } from 'vscode-languageserver';
import { runInSlices } from '../../src/server/slices.ts';
import { richClient, withClient } from './client.ts';

test('a step that takes long lets others in; what nobody wants any more is left', async () => {
  let clock = 0;
  let left = false;
  const work = (steps: number) =>
    (function* () {
      try {
        for (let i = 0; i < steps; i++) {
          clock += 15;
          yield;
        }
        left = false;
        return 'done';
      } finally {
        if (steps === Number.POSITIVE_INFINITY) left = true;
      }
    })();
  let turns = 0;
  const wanted = () => {
    turns++;
    return true;
  };
  assert.equal(await runInSlices(work(8), wanted, () => clock), 'done');
  assert.equal(turns, 4);
  assert.equal(
    await runInSlices(
      work(Number.POSITIVE_INFINITY),
      () => false,
      () => clock,
    ),
    undefined,
  );
  assert.equal(left, true);
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
