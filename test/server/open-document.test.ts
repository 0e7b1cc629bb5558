import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDocument } from '../../src/server/open-document.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '👍', '\n', '\r', '\r\n'), maxLength: 20 });
const position = fc.record({ line: fc.integer({ min: -1, max: 12 }), character: fc.integer({ min: -1, max: 8 }) });
const change = fc.oneof(
  { weight: 5, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

test('an open document reads as the editor’s does after the same changes', () => {
  fc.assert(
    fc.property(text, fc.array(change, { maxLength: 5 }), position, position, (source, changes, a, b) => {
      const document = new OpenDocument('file:///a.txt', 'plaintext', 1, source);
      // A document that is made anew has no lines to keep up.
      let model = TextDocument.create('file:///a.txt', 'plaintext', 1, source);
      changes.forEach((one, i) => {
        const ends = 'range' in one ? [one.range.start, one.range.end] : [];
        const [start = 0, end = source.length] = ends.map((at) => model.offsetAt(at)).sort((a, b) => a - b);
        const before = ends.length > 0 ? model.getText() : '';
        const now = before.slice(0, start) + one.text + before.slice(end);
        document.change([one], i + 2);
        model = TextDocument.create('file:///a.txt', 'plaintext', i + 2, now);
      });
      assert.equal(document.getText(), model.getText());
      assert.equal(document.version, model.version);
      assert.equal(document.lineCount, model.lineCount);
      assert.equal(document.offsetAt(a), model.offsetAt(a));
      const [start, end] = model.offsetAt(a) < model.offsetAt(b) ? [a, b] : [b, a];
      assert.equal(document.getText({ start, end }), model.getText({ start, end }));
      for (let offset = -1; offset < 25; offset++)
        assert.deepEqual(document.positionAt(offset), model.positionAt(offset));
    }),
    runs(1000),
  );
});
