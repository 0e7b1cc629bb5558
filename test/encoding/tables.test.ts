import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTables } from '../../src/encoding/knowledge/tables.ts';

describe('tables of damage', () => {
  const lines = ['homoglyphs\t{"\\u0430":"a"}', 'entities\tno JSON', 'oaths\t["sh?t"]'];
  const tables = readTables(() => new TextEncoder().encode(lines.join('\n')));

  it('are read when they are asked for, each for itself', () => {
    assert.equal(tables?.homoglyphs.get('а'), 'a');
    assert.deepEqual([...(tables?.oaths ?? [])], ['sh?t']);
    assert.throws(() => tables?.entities, SyntaxError);
  });

  it('are read once', () => assert.equal(tables?.oaths, tables?.oaths));

  it('are none where they were not built', () =>
    assert.equal(
      readTables(() => undefined),
      undefined,
    ));
});
