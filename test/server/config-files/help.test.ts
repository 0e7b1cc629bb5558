import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import { completeConfig, explainConfig } from '../../../src/server/config-files/help.ts';
import { applyAction, applyTextEdits, withClient } from '../client.ts';

/** Splits a text at its cursor «|». */
const cursor = (marked: string) => {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { text: marked.replace('|', ''), position };
};
const offered = (marked: string) => {
  const { text, position } = cursor(marked);
  return completeConfig(text, position);
};
const labels = (marked: string) => offered(marked).map(({ label }) => label);
const accept = (marked: string, label: string) => {
  const edit = offered(marked).find((item) => item.label === label)?.textEdit;
  return edit && 'range' in edit ? applyTextEdits(cursor(marked).text, [edit]) : undefined;
};
const severities = ['off', 'hint', 'info', 'warning', 'error', 'on'];

test('keys, styles and languages', () => {
  assert.deepEqual(labels('|'), labels('root: true\nsty|'));
  assert.ok(labels('|').includes('overrides') && labels('|').includes('lexicon'));
  assert.equal(accept('root: true\nsty|', 'style'), 'root: true\nstyle: ');
  assert.equal(accept('sty|: ap', 'style'), 'style: ap');
  assert.ok(labels('style: |').includes('reuters'));
  assert.equal(accept('style: gua|dian', 'guardian'), 'style: guardian');
  assert.ok(labels('language: e|').includes('en-GB'));
  assert.deepEqual(labels('root: |'), ['true', 'false']);
  assert.ok(labels('styles: [|').includes('copydesk:reuters'));
  assert.equal(accept('styles:\n  - copydesk:re|', 'copydesk:reuters'), 'styles:\n  - copydesk:reuters');
  assert.ok(labels('styles:\n- |').includes('copydesk:reuters'));
});

test('JSON: keys and values with their quotation marks, whole or half typed, on lines or on one', () => {
  const offer = (marked: string) => {
    const { text, position } = cursor(marked);
    return completeConfig(text, position, [], 'json');
  };
  const names = (marked: string) => offer(marked).map(({ label }) => label);
  const take = (marked: string, label: string) => {
    const edit = offer(marked).find((item) => item.label === label)?.textEdit;
    return edit && 'range' in edit ? applyTextEdits(cursor(marked).text, [edit]) : undefined;
  };
  assert.equal(take('{\n  "sty|"\n}', 'style'), '{\n  "style": \n}');
  assert.equal(take('{"sty|": "ap"}', 'style'), '{"style": "ap"}');
  assert.equal(take('{"root": true, |', 'style'), '{"root": true, "style": ');
  assert.equal(take('{"style": "gu|"}', 'guardian'), '{"style": "guardian"}');
  assert.equal(take('{"style": |}', 'guardian'), '{"style": "guardian"}');
  assert.equal(take('{"root": t|}', 'true'), '{"root": true}');
  assert.ok(names('{"styles": ["|').includes('copydesk:ap'));
  assert.ok(names('{"rules": {"rank|').includes('rank-consistency'));
  assert.ok(names('{"overrides": [{"files": "a", "rules": {\n"|').includes('rank-consistency'));
  assert.deepEqual(names('{"rules": {"spelling": "|'), severities);
  assert.deepEqual(names('{"rules": {"spelling": ["warning", {"|'), ['words']);
  assert.ok(!names('{"overrides": [{"|').includes('root') && names('{"overrides": [{"|').includes('files'));
  assert.deepEqual(names('{"lexicon": ["|'), []);
  const at = cursor('{"rules": {"rank-|comma": "off"}}');
  assert.match(JSON.stringify(explainConfig(at.text, at.position, true, [], 'json')), /rank-comma/);
});

test('rule ids, severities and options, in blocks, lists and on one line', () => {
  for (const place of [
    'rules:\n  rank|',
    'rules: {|',
    'rules: {spelling: off, ra|',
    'overrides:\n  - files: [a]\n    rules:\n      |',
  ])
    assert.ok(labels(place).includes('rank-consistency'), place);
  assert.equal(accept('rules:\n  rank-c|', 'rank-consistency'), 'rules:\n  rank-consistency: ');
  for (const place of [
    'rules:\n  spelling: |',
    'rules:\n  spelling: [|',
    'rules: {spelling: |',
    'rules:\n  spelling: war|',
  ])
    assert.deepEqual(labels(place), severities, place);
  assert.deepEqual(labels('rules:\n  spelling: [warning, {|'), ['words']);
  assert.ok(labels('rules:\n  spelling:\n    - |').includes('words'));
  assert.deepEqual(labels('overrides:\n  - |'), labels('overrides:\n  - files: [a]\n    |'));
  assert.ok(!labels('overrides:\n  - |').includes('root'));
  for (const place of [
    '# sty|',
    'lexicon: [|',
    'rules:\n  no-such-rule: |',
    'files: |',
    'rules:\n  spelling: [warning, {words: [|',
  ])
    assert.deepEqual(labels(place), [], place);
});

test('what a key, a rule and an option mean', () => {
  const explain = (marked: string) => {
    const { text, position } = cursor(marked);
    return JSON.stringify(explainConfig(text, position)?.contents ?? null);
  };
  assert.match(explain('lex|icon: [a.csv]'), /lists/);
  assert.match(explain('rules:\n  rank-|consistency: error'), /# rank-consistency/);
  assert.match(explain('rules: {rank-|consistency: error}'), /# rank-consistency/);
  assert.match(explain('rules:\n  spelling: [warning, {wor|ds: [a]}]'), /Further words/);
  assert.equal(explain('files: [roo|t]'), 'null');
  assert.equal(explainConfig('', { line: 9, character: 3 }), undefined);
});

test('in the editor: a typed rule completes, a misspelt one is underlined and mended, hover explains', () => {
  const text = 'root: true\nrules:\n  rank-consistancy: error\n  \n';
  return withClient({ '.copydesk.yaml': text }, {}, async (client) => {
    await client.open('.copydesk.yaml', text, 'yaml');
    const [problem] = await client.diagnostics('.copydesk.yaml');
    assert.deepEqual(problem?.range, { start: { line: 2, character: 2 }, end: { line: 2, character: 18 } });
    const [mend] = await client.actions('.copydesk.yaml', problem.range);
    assert.equal(applyAction(text, mend), text.replace('consistancy', 'consistency'));

    const { refreshes } = client;
    await client.change('.copydesk.yaml', 2, [{ text: applyAction(text, mend) }]);
    const items = await client.request<CompletionItem[]>('textDocument/completion', '.copydesk.yaml', {
      position: { line: 3, character: 2 },
    });
    assert.ok(items.some(({ label }) => label === 'name-consistency'));
    const hover = await client.request<Hover>('textDocument/hover', '.copydesk.yaml', {
      position: { line: 2, character: 6 },
    });
    assert.match(JSON.stringify(hover.contents), /# rank-consistency/);
    await client.until(() => client.refreshes > refreshes);
    assert.deepEqual(await client.diagnostics('.copydesk.yaml'), []);
  });
});
