import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { isTangled } from '../../src/article/tangle.ts';

const tangles = ['['.repeat(200_000), '**a*_'.repeat(1_000), `${'>'.repeat(5_000)} a`, '~a'.repeat(3_000)];

test('what no one wrote as Markdown is read as plain text, and what stands beside it is not', () => {
  for (const tangle of tangles) {
    const source = `# A *bridge*\n\n${tangle}\n\nThe **mayor** spoke.\n`;
    const { blocks } = readArticle(source, 'a.md');
    assert.deepEqual([blocks[0]?.text, blocks.at(-1)?.text], ['A bridge', 'The mayor spoke.']);
    const [block] = blocks.filter(({ text }) => text === tangle);
    assert.equal(block?.start, source.indexOf(tangle));
  }
});

test('long lists, tables and quotations are Markdown', () => {
  const item = '[a](b) and *c* and `d`';
  for (const line of [`- ${item}`, `1. ${item}`, `| ${item} | ${item} |`, `> - ${item}`])
    assert.equal(isTangled(`${line}\n`.repeat(1_000)), false, line);
  assert.equal(isTangled(`${'> '.repeat(4)}${item.repeat(50)}`), false);
});
