import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillSaid, fillTemplate, SaidError, said, saidBy } from '../../src/text/index.ts';

test('a text is a template with numbered holes', () => {
  assert.deepEqual(said`No rule “${'x'}” in ${3} files`, { template: 'No rule “{0}” in {1} files', data: ['x', 3] });
  assert.equal(fillSaid(said`No rule “${'x'}” in ${3} files`), 'No rule “x” in 3 files');
  assert.equal(fillSaid(said`An override is {files: glob}`), 'An override is {files: glob}');
});

test('what is said within is put into the language, too; what is filled in is not', () => {
  const turkish = new Map([
    ['No key “{0}”: {1}', '“{0}” yok: {1}'],
    ['it has none', 'hiç yok'],
  ]);
  const text = said`No key “${'it has none'}”: ${said`it has none`}`;
  const read = fillSaid(text, (template, data) => fillTemplate(turkish.get(template) ?? template, data));
  assert.equal(read, '“it has none” yok: hiç yok');
});

test('an error keeps what it says; another’s message stands as it is', () => {
  const error = new SaidError(said`it is larger than ${2} MB`);
  assert.equal(error.message, 'it is larger than 2 MB');
  assert.deepEqual(saidBy(error), error.said);
  assert.equal(fillSaid(saidBy(new Error('EACCES {0}'))), 'EACCES {0}');
  assert.equal(fillSaid(saidBy('odd')), 'odd');
});
