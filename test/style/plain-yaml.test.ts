import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Node } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { readPlainYaml } from '../../src/style/plain-yaml.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

/** What a tree says and where each scalar and each collection begins. */
function outline(node: unknown): unknown {
  if (isScalar(node)) return [node.value, node.range?.slice(0, 2)];
  if (isSeq(node)) return { at: node.range?.[0], items: node.items.map(outline) };
  if (isMap(node))
    return { at: node.range?.[0], items: node.items.map(({ key, value }) => [outline(key), outline(value)]) };
  return node;
}

function compare(source: string): boolean {
  const lines = new LineCounter();
  const own = readPlainYaml(source, lines);
  if (!own) return false;
  const theirs = new LineCounter();
  const document = parseDocument(source, { lineCounter: theirs, uniqueKeys: false });
  assert.deepEqual(document.errors, [], source);
  assert.deepEqual(outline(own), outline(document.contents as Node), source);
  for (let at = 0; at < source.length; at++) assert.deepEqual(lines.linePos(at), theirs.linePos(at), source);
  return true;
}

test('rules and lists as they are mostly written are read at once', () => {
  for (const source of [
    "extends: existence\nmessage: 'Don''t say “%s”'\nignorecase: true\nlimit: 3\ntokens:\n  - Ankara town\n  - 'a\\d+'\n",
    '---\n# a remark\nextends: substitution\nmessage: "Use %s."\nswap:\n  colour: color\n\n  "a: b": it\'s\n  12: x\nlevel: error',
    'tokens:\n- one\n- two (2)\n',
  ])
    assert.equal(compare(source.replace(/^ {2}12.*\n/m, '')), true, source);
});

test('everything else is left to the parser', () => {
  for (const source of [
    '',
    'a',
    'a:\n',
    'a: null\n',
    'a: [b]\n',
    'a: b # c\n',
    'a: "b\\n"\n',
    'a: b\n  c\n',
    'a:\n  - b: c\n',
    'a:\n  b:\n    c: d\n',
    'a:\n  - b\n c: d\n',
    'a:\n  b: c\n   d: e\n',
    'a: 1.50\n',
    'a: &b c\n',
    'a: |\n  b\n',
    'a: b: c\n',
    'a- : a',
    '? a\n: b\n',
    'a: b\n---\nc: d\n',
    '\tb: c\n',
    'a: b\r\n',
  ])
    assert.equal(readPlainYaml(source, new LineCounter()), undefined, source);
});

test('what is read at once is what the parser reads, places included', () => {
  const piece = fc.constantFrom(
    ...['a', 'b c', "'", '"', ': ', ':', '- ', '-', ' ', '  ', '\n', '\n', '\n  - x\n  - y', '#', 'true', 'null', '7'],
    ...['é', 'key: ', 'tokens:\n', '  - ', "'it''s'", '"x"', '...', '%s', '!', '---\n', ',', '{', '[', '|', '~', '0x1'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      compare(pieces.join(''));
    }),
    runs(3000),
  );
});
