import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findRemoval } from '../../../src/server/config-files/removal.ts';

/** Takes out what begins at «|». */
function remove(marked: string, path = '.copydesk.yaml'): string {
  const text = marked.replace('|', '');
  const document = TextDocument.create('', '', 0, text);
  const range = findRemoval(path, text, document.positionAt(marked.indexOf('|')));
  return range ? text.slice(0, document.offsetAt(range.start)) + text.slice(document.offsetAt(range.end)) : text;
}

test('a key with its value, an item with its comma, a line of a list', () => {
  for (const [marked, left] of [
    ['root: true\n|stile: ap\nlanguage: tr\n', 'root: true\nlanguage: tr\n'],
    ['rules:\n  |dialekt:\n    - error\n    - {a: b}\n  spelling: off\n', 'rules:\n  spelling: off\n'],
    ['rules: {|dialekt: error, spelling: off}\n', 'rules: {spelling: off}\n'],
    ['rules: {spelling: off, |dialekt: error}\n', 'rules: {spelling: off}\n'],
    ['lexicon: [a.csv, |b.csv]\n', 'lexicon: [a.csv]\n'],
    ['lexicon: [|a.csv, b.csv]\n', 'lexicon: [b.csv]\n'],
    ['lexicon:\n  - a.csv\n  - |b.csv\nroot: true\n', 'lexicon:\n  - a.csv\nroot: true\n'],
    ['lexicon: |b.csv\nroot: true\n', 'root: true\n'],
    ['{"root": true, |"stile": "ap"}', '{"root": true}'],
    ['root: true\n|stile: ap', 'root: true\n'],
    ['root: tr|ue\n', 'root: true\n'],
  ] as const)
    assert.equal(remove(marked), left, marked);
  assert.equal(remove('name\nNora\n|Nora\n', 'people.csv'), 'name\nNora\n');
});
