import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConfigLoader } from '../../src/config/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { listProblems, loadTree, treePort } from './tree.ts';

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

test('a tab, a list where a text stands, and broken front matter are each told once', async () => {
  assert.deepEqual(await problemsOf('root: true\nrules:\n\tdialect: error\n'), [
    '3:1: error: YAML: Tabs are not allowed as indentation',
  ]);
  assert.match((await problemsOf('style: [ap]\n')).join('\n'), /^1:8: error: “style” is one of keep-full, ap/);
  const loaded = await createConfigLoader({ files: treePort({}), assets: nodeAssets }).load(
    '/desk/a.md',
    '---\ntitle: "Open\ncopydesk: {style: ap}\n---\n\nText.\n',
  );
  assert.match(listProblems(loaded).join('\n'), /^\/desk\/a\.md:\d:\d+: error: YAML: Missing closing "quote/);
});

test('a .vale.ini with faults tells each, and runs what is left', async () => {
  const rule = 'extends: existence\nmessage: m\ntokens: [quay]\n';
  const loaded = await loadTree({
    '/desk/.vale.ini':
      '\uFEFFStylesPath = styles\r\nMinAlertLevel = loud\r\nNonsense = 1\r\nWhat\r\n[*]\r\nBasedOnStyles = House\r\nHouse.Quai = NO\r\nHouse.Odd = YES\r\nHouse.Quay = maybe\r\n',
    '/desk/styles/House/Quay.yml': rule,
    '/desk/styles/House/Odd.yml': 'extends: script\nmessage: m\nscript: x\n',
    '/desk/styles/House/Twice.yml': `${rule}message: n\n`,
  });
  assert.deepEqual(
    listProblems(loaded).map((line) => line.replace('/desk/', '')),
    [
      '.vale.ini:2:1: error: “MinAlertLevel” is suggestion, warning or error, not “loud”',
      '.vale.ini:3:1: warning: “Nonsense” is not a key of .vale.ini',
      '.vale.ini:4:1: error: “What” is neither a key with a value nor a section',
      '.vale.ini:9:1: error: “House.Quay” is YES, NO, suggestion, warning or error, not “maybe”',
      'styles/House/Twice.yml:4:1: warning: “message” stands twice: the first holds',
      '.vale.ini:6:17: warning: “House.Odd” does not run here: Tengo scripts are programs, and a pack is only data',
      '.vale.ini:7:1: warning: No rule “House.Quai”: did you mean “House.Quay”?',
    ],
  );
  const ids = loaded.settings.packs?.rules.map(({ id }) => id).filter((id) => id.startsWith('House'));
  // As in Vale, what is neither YES nor a level is NO.
  assert.deepEqual(ids, ['House.Twice']);
});
