import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listRemains, readNames } from '../../src/encoding/knowledge/names.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { openMarks } from '../../src/text/index.ts';

const bytes = nodeAssets('encoding-names.bin') ?? new Uint8Array(0);
const marks = nodeAssets('encoding-names.bits') ?? new Uint8Array(0);

describe('names of which letters were lost without a trace', () => {
  const [marked, unmarked] = [readNames(bytes, marks), readNames(bytes)];
  const all = ['tr', 'az'].flatMap((language) => unmarked.of(language));
  const left = all.map((name) => {
    const rest = name.replace(/[^\0-\x7f]/g, '');
    return name.charAt(0) > '\u007f' ? rest : rest.charAt(0).toUpperCase() + rest.slice(1);
  });

  it('are found with the marks as without', () => {
    const words = [
      ...left.filter((_, i) => i % 5 === 0),
      'smayl',
      'brahim',
      'IBRAHIM',
      'Ərdoan',
      'Erdoan',
      'Smith',
      '',
    ];
    assert.ok(words.filter((word) => unmarked.dropped(word).length > 0).length > 500);
    for (const word of words) assert.deepEqual(marked.dropped(word), unmarked.dropped(word), word);
  });

  it('are none for nearly all other names: these unpack nothing', () => {
    const text = new TextDecoder().decode(nodeAssets('surnames.txt'));
    const others = text.split('\n').map((line) => line.split(' ')[0] ?? '');
    const remains = new Set(listRemains(bytes));
    const mayRemain = openMarks(marks);
    const plain = others.filter((word) => /^[a-z]+$/.test(word) && !remains.has(word));
    assert.ok(plain.length > 5_000);
    assert.ok(plain.filter(mayRemain).length < plain.length / 10);
  });
});
