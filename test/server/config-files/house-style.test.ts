import assert from 'node:assert/strict';
import { test } from 'node:test';
import { switchStyle } from '../../../src/server/config-files/house-style.ts';
import { applyTextEdits } from '../client.ts';

const cases: [name: string, before: string, style: string, after: string][] = [
  [
    'the rank style and the pack',
    'root: true\nextends: copydesk:ap\nstyle: ap # ours\n',
    'guardian',
    'root: true\nextends: copydesk:guardian\nstyle: guardian # ours\n',
  ],
  [
    'a pack where none was',
    '# Ours\nroot: true\nlanguage: en-GB\n',
    'bbc',
    '# Ours\nroot: true\nextends: copydesk:bbc\nlanguage: en-GB\n',
  ],
  ['one in a list', 'extends: [./base.yaml, copydesk:ap]\n', 'reuters', 'extends: [./base.yaml, copydesk:reuters]\n'],
  ['one beside another', 'extends: ./base.yaml\n', 'ap', 'extends: [copydesk:ap, ./base.yaml]\n'],
  [
    'one at the head of a list of lines',
    'extends:\n  - ./base.yaml\n',
    'ap',
    'extends:\n  - copydesk:ap\n  - ./base.yaml\n',
  ],
  ['no pack any more', 'extends: copydesk:ap\nlanguage: en-US\n', 'keep-full', 'style: keep-full\nlanguage: en-US\n'],
  [
    'no pack any more, in a list',
    'extends: [./base.yaml, copydesk:ap]\nstyle: ap\n',
    'keep-full',
    'extends: [./base.yaml]\nstyle: keep-full\n',
  ],
  ['no pack any more, in a list of lines', 'extends:\n  - copydesk:ap\nstyle: ap\n', 'keep-full', 'style: keep-full\n'],
  ['an empty file', '', 'ap', 'extends: copydesk:ap\n'],
];
for (const [name, before, style, after] of cases)
  test(`switching the house style: ${name}`, () => {
    assert.equal(applyTextEdits(before, switchStyle(before, style)), after);
    assert.equal(applyTextEdits(after, switchStyle(after, style)), after, 'once more changes nothing');
  });
