import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LoadedConfig } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets, nodePlugins } from '../../src/node/index.ts';
import { listProblems, loadTree } from './tree.ts';

const avoid = (word: string) => `extends: existence\nmessage: "Avoid “%s”"\nlevel: warning\ntokens: [${word}]\n`;

function check({ settings }: LoadedConfig, source: string, path = '/desk/news/a.txt'): string[] {
  const more = settings.plugins ? { rules: settings.plugins } : {};
  const report = createDesk(settings, { assets: nodeAssets, ...more })
    .open({ path, source })
    .check();
  assert.deepEqual(report.failures, []);
  return report.messages.map(({ ruleId, severity, actual }) => `${ruleId} ${severity} ${actual}`);
}

const story = 'Ferry line opens\n\nThe mayor said the city would leverage the quay. He would utilise the boats.\n';

test('a folder of rules, a folder of such folders and one file are packs', async () => {
  const tree = { '/desk/house/Plain.yml': avoid('leverage'), '/desk/vendor/write-good/Weak.yml': avoid('utilise') };
  for (const [styles, found] of [
    ['house', ['house.Plain warning leverage']],
    ['./vendor/', ['write-good.Weak warning utilise']],
    ['[house, vendor]', ['house.Plain warning leverage', 'write-good.Weak warning utilise']],
    ['vendor/write-good/Weak.yml', ['Weak.Weak warning utilise']],
  ] as const) {
    const loaded = await loadTree({ ...tree, '/desk/.copydesk.yaml': `styles: ${styles}\n` });
    assert.deepEqual(listProblems(loaded), [], styles);
    const said = check(loaded, story);
    assert.equal(said.length, found.length, said.join('\n'));
    if (!styles.endsWith('yml')) assert.deepEqual(said, found);
  }
});

test('a pack, whatever its name, and each of its rules has a severity', async () => {
  const tree = { '/desk/write-good/Plain.yml': avoid('leverage'), '/desk/write-good/Weak.yml': avoid('utilise') };
  const said = async (rules: string) => {
    const loaded = await loadTree({ ...tree, '/desk/.copydesk.yaml': `styles: write-good\nrules: ${rules}\n` });
    assert.deepEqual(listProblems(loaded), []);
    return check(loaded, story);
  };
  assert.deepEqual(await said('{write-good: off}'), []);
  assert.deepEqual(await said('{write-good: off, write-good.Weak: error}'), ['write-good.Weak error utilise']);
  assert.deepEqual(await said('{write-good.Weak: off}'), ['write-good.Plain warning leverage']);
});

test('rules that nobody has are told, in overrides for other articles too', async () => {
  const loaded = await loadTree({
    '/desk/.copydesk.yaml': `styles: house
rules:
  house.Plane: off
  retext-nothing: off
overrides:
  - files: opinion/**
    rules: {dialekt: off}
`,
    '/desk/house/Plain.yml': avoid('leverage'),
  });
  const said = listProblems(loaded);
  assert.equal(said.length, 3, said.join('\n'));
  assert.ok(said.includes('/desk/.copydesk.yaml:3:3: error: No rule “house.Plane”: did you mean “house.Plain”?'));
  assert.ok(said.some((line) => line.startsWith('/desk/.copydesk.yaml:4:3: error: No rule “retext-nothing”')));
  assert.ok(said.includes('/desk/.copydesk.yaml:7:13: error: No rule “dialekt”: did you mean “dialect”?'));
});

test('a broken rule of a pack is told at its line, the others run', async () => {
  const loaded = await loadTree({
    '/desk/.copydesk.yaml': 'styles: [house, gone]\n',
    '/desk/house/Plain.yml': avoid('leverage'),
    '/desk/house/Broken.yml': 'extends: existence\nmessage: "x\n',
    '/desk/house/Strange.yml': 'extends: nothing-like-this\nmessage: x\n',
  });
  const said = listProblems(loaded);
  assert.ok(
    said.some((line) => line.startsWith('/desk/house/Broken.yml:')),
    said.join('\n'),
  );
  assert.ok(
    said.some((line) => line.startsWith('/desk/house/Strange.yml:')),
    said.join('\n'),
  );
  assert.ok(said.includes('/desk/.copydesk.yaml:1:17: error: No style pack in “/desk/gone”'), said.join('\n'));
  assert.deepEqual(check(loaded, story), ['house.Plain warning leverage']);
});

test('a .vale.ini is read where there is no configuration of ours nearer', async () => {
  const tree = {
    '/desk/.vale.ini': `StylesPath = styles
MinAlertLevel = suggestion
Vocab = Desk

[*.txt]
BasedOnStyles = House
House.Weak = error

[opinion/*.txt]
House.Plain = NO
`,
    '/desk/styles/House/Plain.yml': avoid('leverage'),
    '/desk/styles/House/Weak.yml': avoid('utilise'),
    '/desk/styles/config/vocabularies/Desk/accept.txt': 'Copydesk\n',
  };
  const loaded = await loadTree(tree);
  assert.deepEqual(listProblems(loaded), []);
  assert.deepEqual(check(loaded, story), ['House.Plain warning leverage', 'House.Weak error utilise']);
  assert.deepEqual(check(await loadTree(tree, '/desk/opinion/a.txt'), story), ['House.Weak error utilise']);
  assert.ok(loaded.files.includes('/desk/.vale.ini') && loaded.files.includes('/desk/styles/House/Weak.yml'));
  const ours = await loadTree({ ...tree, '/desk/.copydesk.yaml': 'root: true\n' });
  assert.deepEqual(check(ours, story), []);
});

test('a retext plugin runs as a rule, with its severity and options; in an untrusted workspace not at all', async () => {
  const here = new URL('../../.copydesk.yaml', import.meta.url).pathname;
  const article = here.replace('.copydesk.yaml', 'a.txt');
  const source = 'Council sits\n\nThe chairman said he would leave. The policeman agreed with the chairman.\n';
  const load = (text: string, trusted = true) => loadTree({ [here]: text }, article, { plugins: nodePlugins, trusted });
  const said = async (text: string) => {
    const loaded = await load(text);
    assert.deepEqual(listProblems(loaded), []);
    return check(loaded, source, article);
  };
  const all = await said('root: true\nplugins: [retext-equality]\n');
  assert.ok(all.length > 1 && all.every((line) => line.startsWith('retext-equality warning ')), all.join('\n'));
  const fewer = await said(
    'root: true\nplugins: [retext-equality]\nrules: {retext-equality: [error, {ignore: [chairman]}]}\n',
  );
  assert.ok(fewer.length > 0 && fewer.length < all.length, fewer.join('\n'));
  assert.ok(fewer.every((line) => line.startsWith('retext-equality error ')));
  const keys = await Promise.all(
    ['', ', {ignore: [chairman]}', ', {ignore: [policeman]}'].map(
      async (options) =>
        (await load(`root: true\nplugins: retext-equality\nrules: {retext-equality: [error${options}]}\n`)).settings
          .key,
    ),
  );
  assert.equal(new Set(keys).size, 3);

  const untrusted = await load('root: true\nplugins: [retext-equality]\n', false);
  assert.deepEqual(check(untrusted, source, article), []);
  assert.match(listProblems(untrusted).join('\n'), /:2:11: warning: The plugin “retext-equality” is not loaded/);
  const missing = await load('root: true\nplugins: [retext-nowhere, yaml]\nrules: {repeated-words: error}\n');
  assert.equal(missing.settings.rules.get('repeated-words')?.severity, 'error');
  assert.deepEqual(
    listProblems(missing).map((line) =>
      /:(\d+:\d+): error: The plugin “([\w-]+)” cannot be loaded/.exec(line)?.slice(1),
    ),
    [
      ['2:11', 'retext-nowhere'],
      ['2:27', 'yaml'],
    ],
  );
});

test('a rule builds on one of a style that is not switched on, and a style keeps its subfolders', async () => {
  const tree = {
    '/desk/.vale.ini': 'StylesPath = styles\n[*]\nBasedOnStyles = House\nHouse.Lists.Quay = NO\n',
    '/desk/styles/House/Own.yml': 'extends: Std.Usage.Verbs\nlevel: error\ntokens+: [leverage]\ntokens-: [boats]\n',
    '/desk/styles/House/Lists/Quay.yml': avoid('quay'),
    '/desk/styles/House/Lists/Line.yml': avoid('line'),
    '/desk/styles/House/.github/workflow.yml': 'on: push\n',
    '/desk/styles/Std/Usage/Verbs.yml': 'extends: Std.Base\n',
    '/desk/styles/Std/Base.yml': 'extends: existence\nmessage: "Avoid “%s”"\ntokens: [utilise, boats]\n',
  };
  const loaded = await loadTree(tree);
  assert.deepEqual(listProblems(loaded), []);
  assert.deepEqual(check(loaded, story), [
    'House.Lists.Line warning line',
    'House.Own error leverage',
    'House.Own error utilise',
  ]);
  assert.ok(loaded.files.includes('/desk/styles/Std/Base.yml'));
});

test('a rule spells by Hunspell files of its own, from the pack or below config/dictionaries', async () => {
  const rule = (more: string) => `extends: spelling\nmessage: "‘%s’?"\n${more}\n`;
  const tree = (more: string) => ({
    '/desk/.vale.ini': 'StylesPath = styles\n[*]\nBasedOnStyles = House\n',
    '/desk/styles/House/Spelling.yml': rule(more),
    '/desk/styles/House/dict/desk.dic': '3\nferri/S\nopen\nkvay\n',
    '/desk/styles/House/dict/desk.aff': 'SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n',
    '/desk/styles/config/dictionaries/port.dic': '1\nopens\n',
    '/desk/styles/config/dictionaries/port.aff': 'SET UTF-8\n',
    '/desk/styles/config/ignore/words.txt': 'pier\n',
    '/secret.dic': '1\nship\n',
    '/secret.aff': '',
  });
  const spelt = async (more: string, text = 'Ferris ferri opens kvay ship pier') => {
    const loaded = await loadTree(tree(more));
    return [
      ...listProblems(loaded),
      ...check(loaded, text).flatMap((said) => (said.startsWith('House.') ? said.split(' ').slice(-1) : [])),
    ];
  };
  assert.deepEqual(await spelt('dic: dict/desk.dic\naff: dict/desk.aff'), ['opens', 'ship', 'pier']);
  assert.deepEqual(await spelt('dictionaries: [port]'), ['Ferris', 'ferri', 'kvay', 'ship', 'pier']);
  assert.deepEqual(await spelt('dictionaries: [port, desk]\ndicpath: dict'), [
    '/desk/styles/House/Spelling.yml:1:1: error: House.Spelling cannot run: there is no dict/port.dic with the pack, nor below config/dictionaries',
  ]);
  assert.deepEqual(await spelt('dictionaries: [port]\nappend: true'), ['ferri', 'kvay']);
  assert.deepEqual(await spelt('dictionaries: [port]\nignore: words.txt'), ['Ferris', 'ferri', 'kvay', 'ship']);
  const outside = await spelt('dic: /secret.dic');
  assert.match(outside.join('\n'), /no \/secret.dic with the pack/);
});
