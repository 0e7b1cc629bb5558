import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countThreads } from '../../src/cli/run.ts';

const kb = 1024;
const mb = 1024 * kb;

test('a further thread comes with copy enough for it', () => {
  assert.equal(countThreads(511 * kb, 8), 1);
  assert.equal(countThreads(512 * kb, 8), 2);
  assert.equal(countThreads(mb, 8), 4);
});

test('the last core is left to V8 until there is much to read for each', () => {
  assert.equal(countThreads(2 * mb, 2), 1);
  assert.equal(countThreads(6 * mb, 2), 2);
  assert.equal(countThreads(6 * mb, 4), 3);
  assert.equal(countThreads(12 * mb, 4), 4);
  assert.equal(countThreads(12 * mb, 64), 48);
});

test('a machine of one core has one thread', () => {
  assert.equal(countThreads(mb, 1), 1);
  assert.equal(countThreads(100 * mb, 1), 1);
});
