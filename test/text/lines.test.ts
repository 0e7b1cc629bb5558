import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findChange, indexLines, pointAt, updateLines } from '../../src/text/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

describe('lines', () => {
  it('end in LF, CRLF or CR', () => {
    assert.deepEqual(indexLines('a\nb\r\nc\rd'), [0, 2, 5, 7]);
    assert.deepEqual(indexLines('a\r\nb\r\n'), [0, 3, 6]);
  });

  it('are one in an empty text', () => {
    assert.deepEqual(indexLines(''), [0]);
    assert.deepEqual(pointAt([0], 0), { line: 1, column: 1, offset: 0 });
  });

  it('hold their own line end', () => {
    const lines = indexLines('ab\r\ncd');
    assert.deepEqual(pointAt(lines, 2), { line: 1, column: 3, offset: 2 });
    assert.deepEqual(pointAt(lines, 3), { line: 1, column: 4, offset: 3 });
    assert.deepEqual(pointAt(lines, 4), { line: 2, column: 1, offset: 4 });
  });

  it('count columns in UTF-16 units', () => {
    assert.deepEqual(pointAt(indexLines('👍 ok'), 3), { line: 1, column: 4, offset: 3 });
  });

  it('follow a change as if they were found anew', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, text, (head, removed, added, tail) => {
        const [before, after] = [head + removed + tail, head + added + tail];
        assert.deepEqual(updateLines(indexLines(before), findChange(before, after), after), indexLines(after));
      }),
      runs(2000),
    );
  });
});
