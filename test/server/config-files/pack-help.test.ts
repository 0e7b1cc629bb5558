import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import type { PackFileKind } from '../../../src/server/config-files/pack-help.ts';
import { completePack, explainPack } from '../../../src/server/config-files/pack-help.ts';
import { withClient } from '../client.ts';

/** Splits a text at its cursor «|». */
const cursor = (marked: string) => {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  return {
    text: marked.replace('|', ''),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
};
const labels = (marked: string, kind: PackFileKind = 'rules') => {
  const { text, position } = cursor(marked);
  return completePack(text, position, kind).map(({ label }) => label);
};

test('keys of the rule’s kind that it has not yet, in a file of one rule and of many', () => {
  for (const marked of [
    'extends: occurrence\nm|',
    'rules:\n  long:\n    extends: occurrence\n    m|\n  next:\n    swap: {}\n',
  ]) {
    const found = labels(marked);
    assert.ok(found.includes('max') && found.includes('message') && found.includes('inQuotes'), marked);
    assert.ok(!found.includes('swap') && !found.includes('extends'), marked);
  }
  assert.ok(labels('|').includes('swap'));
  assert.deepEqual(labels('rules:\n  |'), []);
});

test('values of keys that have only some', () => {
  assert.ok(labels('extends: sub|').includes('substitution'));
  assert.deepEqual(labels('level: |'), ['warning', 'error', 'suggestion', 'hint']);
  assert.ok(labels('rules:\n  long:\n    scope: |').includes('heading'));
  assert.ok(labels('in: [|').includes('headline'));
  assert.ok(labels('scope:\n  - |').includes('sentence'));
  for (const marked of ['action:\n  name: |', 'action: {name: |', 'rules:\n  one:\n    action: {name: re|'])
    assert.ok(labels(marked).includes('replace'), marked);
  assert.deepEqual(labels('name: |'), []);
  assert.deepEqual(labels('message: |'), []);
});

test('keys of what stands inside a rule, in blocks and on one line', () => {
  assert.deepEqual(labels('examples:\n  - |'), ['bad', 'good']);
  assert.deepEqual(labels('examples:\n  - bad: a quay\n    |'), ['good']);
  assert.deepEqual(labels('rules:\n  one:\n    examples:\n      - {bad: a quay, g|'), ['good']);
  assert.deepEqual(labels('examples:\n  - {bad: a|'), []);
  assert.deepEqual(labels('action: {|'), ['name', 'params']);
  assert.ok(labels('extends: sequence\ntokens:\n  - |').includes('skip'));
});

test('keys of pack.yaml that it has not yet', () => {
  assert.deepEqual(labels('name: House\n|', 'manifest'), ['title', 'version', 'owner', 'link', 'changelog']);
  assert.deepEqual(labels('changelog:\n  |', 'manifest'), []);
  assert.deepEqual(labels('name: |', 'manifest'), []);
});

test('what a key means', () => {
  const hover = (marked: string, kind: PackFileKind = 'rules') => {
    const { text, position } = cursor(marked);
    return JSON.stringify(explainPack(text, position, true, kind)?.contents);
  };
  assert.match(hover('ignore|case: true'), /Capitals make no difference/);
  assert.match(hover('rules:\n  long:\n    INQUOTES|: check'), /Direct speech/);
  assert.equal(hover('message: sw|ap'), undefined);
  assert.match(hover('examples:\n  - {bad: a quay, go|od: a pier}'), /first fix makes/);
  assert.match(hover('action:\n  par|ams: [x]'), /With what/);
  assert.equal(hover('examples:\n  - {bad: good qu|ay}'), undefined);
  assert.match(hover('own|er: desk', 'manifest'), /Who answers/);
  assert.equal(hover('name: own|er', 'manifest'), undefined);
});

test('in a pack that a configuration names, not in any YAML', () =>
  withClient(
    {
      '.copydesk.yaml': 'root: true\nstyles: [house]\n',
      'house/Old.yml': 'extends: existence\nmessage: m\ntokens: [aa]\n',
    },
    {},
    async (client) => {
      const position = { line: 0, character: 2 };
      for (const [name, known] of [
        ['house/New.yml', true],
        ['other.yml', false],
        ['house/pack.yaml', false],
      ] as const) {
        await client.open(name, 'le', 'yaml');
        const items = await client.request<CompletionItem[] | null>('textDocument/completion', name, { position });
        const isOffered = JSON.stringify(items ?? []).includes('"level"');
        assert.equal(isOffered, known, name);
      }
      await client.open('house/Old.yml', 'extends: existence\nmessage: m\ntokens: [aa]\n', 'yaml');
      const hover = await client.request<Hover | null>('textDocument/hover', 'house/Old.yml', { position });
      assert.match(JSON.stringify(hover), /What kind of rule/);
    },
  ));
