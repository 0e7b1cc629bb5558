import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listProblems, loadTree } from './tree.ts';

const file = '/desk/.copydesk.yaml';

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

async function problemsOf(text: string): Promise<string[]> {
  const found = listProblems(await loadTree({ [file]: text }));
  return found.map((line) => line.replace(`${file}:`, ''));
}

test('each mistake is told once, at its line and column, with what was meant', async () => {
  const text = `root: yes please
stile: ap
language: [en]
style: gardian
rules:
  rank-consistancy: error
  rank-consistency: eror
  repeated-words: [warning, {langage: en}]
  dialect: [warning, {variant: en-XX}]
  diacritics: [off, {}, 3]
lexicon: {a: b}
overrides:
  - rules: {}
  - opinion
  - {files: x, root: true}
`;
  const found = await problemsOf(text);
  assert.deepEqual(found.map((line) => line.split(': error: ')[0] ?? '').sort(byNumber), [
    '1:7',
    '2:1',
    '3:11',
    '4:8',
    '6:3',
    '7:21',
    '8:30',
    '9:32',
    '10:15',
    '11:10',
    '13:5',
    '14:5',
    '15:16',
  ]);
  const said = found.join('\n');
  for (const part of [
    'No key “stile”: did you mean “style”?',
    '“root” is true or false',
    '“language” is auto, or a language as in en-GB',
    'No style “gardian”: there are keep-full, ap',
    'did you mean “rank-consistency”?',
    'did you mean “error”?',
    '“repeated-words” has no option “langage”: it has none',
    '“variant” is ',
    '“diacritics” is a severity, or [severity, {options}]',
    '“lexicon” is a list of texts',
    'An override needs “files”',
    'An override is {files: glob, rules: …}',
    'No key “root”',
  ])
    assert.ok(said.includes(part), `${part} in\n${said}`);
});

test('a mistake leaves the rest of the file in force', async () => {
  const { settings } = await loadTree({
    [file]: 'stile: ap\nstyle: ap\nrules: {nope-nope: error, repeated-words: error}\n',
  });
  assert.equal(settings.style, 'ap');
  assert.equal(settings.rules.get('repeated-words')?.severity, 'error');
});

test('broken YAML is told at its place, and the defaults hold for what cannot be read', async () => {
  for (const [text, place] of [
    ['style: ap\nrules: {repeated-words: error\n', '3:1'],
    ['style: "ap\n', '2:1'],
    ['style: ap\n\tlanguage: en\n', '2:1'],
    ['style: ap\nstyle: bbc\n', '2:1'],
    ['a list\n', '1:1'],
    ['- a\n- b\n', '1:1'],
  ] as const) {
    const found = await problemsOf(text);
    assert.equal(found[0]?.split(': ')[0], place, `${JSON.stringify(text)}: ${found.join(' | ')}`);
  }
});

test('nothing, remarks alone, a byte order mark, CRLF and JSON are read', async () => {
  for (const text of [
    '',
    '# nothing yet\n',
    '---\n',
    '\uFEFFstyle: ap\r\nrules:\r\n  repeated-words: off\r\n',
    '{"style": "ap", "$schema": "x"}',
  ])
    assert.deepEqual(await problemsOf(text), [], JSON.stringify(text));
  const marked = await loadTree({ [file]: '\uFEFFstyle: ap\r\n' });
  assert.equal(marked.settings.style, 'ap');
  const wrong = await problemsOf('\uFEFFstile: ap\r\nroot: 1\r\n');
  assert.deepEqual(
    wrong.map((line) => line.split(': ')[0]),
    ['1:1', '2:7'],
  );
});

test('YAML’s own off and on are severities', async () => {
  const { settings, problems } = await loadTree({
    [file]: 'rules: {repeated-words: false, diacritics: off, spelling: on, sentence-spacing: true}\n',
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    ['repeated-words', 'diacritics', 'spelling', 'sentence-spacing'].map((id) => settings.rules.get(id)?.severity),
    ['off', 'off', 'warning', 'info'],
  );
});

test('a file that may not be read is one problem, and the rest goes on', async () => {
  const loaded = await loadTree({
    '/desk/.copydesk.yaml': 'style: ap\nlexicon: [people.csv, gone.csv]\n',
    '/desk/people.csv': new Error('permission denied'),
    '/desk/news/.copydesk.yaml': new Error('permission denied'),
  });
  assert.equal(loaded.settings.style, 'ap');
  const said = listProblems(loaded);
  assert.equal(said.filter((line) => line.includes('permission denied')).length, 2);
  assert.ok(said.includes('/desk/.copydesk.yaml:2:23: error: No such file: /desk/gone.csv'));
});
