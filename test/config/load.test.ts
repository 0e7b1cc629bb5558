import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listProblems, loadTree } from './tree.ts';

const rule = 'repeated-words';

test('the nearest configuration wins, and root ends the way up', async () => {
  const tree = {
    '/.copydesk.yaml': 'language: tr\n',
    '/desk/.copydesk.yaml': `style: ap\nrules: {${rule}: error, diacritics: off}\n`,
    '/desk/news/.copydesk.json': `{"rules": {"${rule}": "hint"}}`,
  };
  const { settings, files } = await loadTree(tree);
  assert.equal(settings.language, 'tr');
  assert.equal(settings.style, 'ap');
  assert.equal(settings.rules.get(rule)?.severity, 'hint');
  assert.equal(settings.rules.get('diacritics')?.severity, 'off');
  assert.deepEqual(files, ['/desk/news/.copydesk.json', '/desk/.copydesk.yaml', '/.copydesk.yaml']);
  const rooted = await loadTree({ ...tree, '/desk/.copydesk.yaml': 'root: true\n' });
  assert.equal(rooted.settings.language, 'auto');
});

test('what it extends comes before it: files beside, packages, packs that ship', async () => {
  const { settings, problems } = await loadTree({
    '/desk/.copydesk.yaml': 'extends: [copydesk:ap, ./base/one.yaml, "@press/house"]\nrules: {diacritics: error}\n',
    '/desk/base/one.yaml': `extends: two.yaml\nrules: {diacritics: off, ${rule}: info}\noverrides: [{files: "news/**", rules: {spelling: info}}]\n`,
    '/desk/base/two.yaml': `rules: {${rule}: error, sentence-spacing: off}\n`,
    '/desk/node_modules/@press/house/copydesk.yaml': 'rules: {indefinite-article: off}\n',
  });
  assert.deepEqual(problems, []);
  const severity = (id: string) => settings.rules.get(id)?.severity;
  assert.deepEqual([rule, 'diacritics', 'sentence-spacing', 'indefinite-article', 'spelling'].map(severity), [
    'info',
    'error',
    'off',
    'off',
    'info',
  ]);
  assert.equal(settings.style, 'ap');
});

test('a circle, a missing file, an unknown pack and a web address are told where they stand', async () => {
  const loaded = await loadTree({
    '/desk/.copydesk.yaml':
      'extends:\n  - ./a.yaml\n  - ./gone.yaml\n  - copydesk:guardain\n  - https://example.org/x.yaml\n  - no-such-package\nstyle: bbc\n',
    '/desk/a.yaml': 'extends: ./b.yaml\n',
    '/desk/b.yaml': 'extends:\n  - ./a.yaml\nlanguage: en-GB\n',
  });
  const said = listProblems(loaded);
  assert.equal(said.length, 5, said.join('\n'));
  assert.ok(said.includes('/desk/b.yaml:2:5: error: “./a.yaml” leads back to itself: a.yaml → b.yaml → a.yaml'));
  assert.ok(said.includes('/desk/.copydesk.yaml:3:5: error: No such file: /desk/gone.yaml'));
  assert.ok(
    said.some((line) => line.startsWith('/desk/.copydesk.yaml:4:5: ') && line.includes('did you mean “guardian”?')),
  );
  assert.ok(said.some((line) => line.startsWith('/desk/.copydesk.yaml:5:5: ')));
  assert.ok(said.some((line) => line.startsWith('/desk/.copydesk.yaml:6:5: ')));
  assert.equal(loaded.settings.language, 'en-GB');
  assert.equal(loaded.settings.style, 'bbc');
});

test('overrides hold for their articles, and files decide what is one', async () => {
  const tree = {
    '/desk/.copydesk.yaml': `files: ["**/*.txt", "!drafts/**"]
rules: {dialect: [warning, {variant: en-GB}]}
overrides:
  - files: ["opinion/**", "!opinion/letters/**"]
    language: en-US
    rules: {dialect: [error, {variant: en-US}], ${rule}: off}
`,
  };
  const at = async (path: string) => {
    const { settings, isArticle } = await loadTree(tree, path);
    const dialect = settings.rules.get('dialect');
    return [settings.language, dialect?.severity, dialect?.options.variant, isArticle];
  };
  assert.deepEqual(await at('/desk/opinion/a.txt'), ['en-US', 'error', 'en-US', true]);
  assert.deepEqual(await at('/desk/opinion/letters/a.txt'), ['auto', 'warning', 'en-GB', true]);
  assert.deepEqual(await at('/desk/drafts/a.txt'), ['auto', 'warning', 'en-GB', false]);
  assert.deepEqual(await at('/desk/news/a.md'), ['auto', 'warning', 'en-GB', false]);
});

test('a configuration that was named stands alone; one that is missing is told', async () => {
  const tree = { '/desk/.copydesk.yaml': 'style: ap\n', '/other/desk.yaml': 'style: bbc\n' };
  const named = await loadTree(tree, '/desk/a.txt', { configFile: '/other/desk.yaml' });
  assert.equal(named.settings.style, 'bbc');
  const missing = await loadTree(tree, '/desk/a.txt', { configFile: '/other/gone.yaml' });
  assert.deepEqual(listProblems(missing), ['/other/gone.yaml:1:1: error: No such file']);
});

test('every value is explained with the place that set it', async () => {
  const { explain } = await loadTree({
    '/desk/.copydesk.yaml': 'extends: ./base.yaml\nrules: {dialect: [error, {variant: en-GB}]}\n',
    '/desk/base.yaml': 'style: ap\n',
  });
  const origins = new Map(explain().map(({ key, value, place }) => [key, [value, place?.file, place?.line]]));
  assert.deepEqual(origins.get('style'), ['ap', '/desk/base.yaml', 1]);
  assert.deepEqual(origins.get('rules.dialect'), ['error', '/desk/.copydesk.yaml', 2]);
  assert.deepEqual(origins.get('rules.dialect.variant'), ['en-GB', '/desk/.copydesk.yaml', 2]);
  assert.deepEqual(origins.get('language'), ['auto', undefined, undefined]);
});

test('the key changes whenever anything does, and only then', async () => {
  const base = {
    '/desk/.copydesk.yaml': 'lexicon: [people.csv]\nstyles: [house]\n',
    '/desk/people.csv': 'name,rank\nNora Lind,\n',
    '/desk/house/Plain.yml': 'extends: existence\nmessage: "Avoid “%s”"\ntokens: [leverage]\n',
  };
  const key = async (tree: Record<string, string>, path?: string) => (await loadTree(tree, path)).settings.key;
  const first = await key(base);
  assert.equal(await key(base, '/desk/opinion/b.txt'), first);
  const changes: Record<string, string>[] = [
    { '/desk/people.csv': 'name,rank\nNora Lund,\n' },
    { '/desk/house/Plain.yml': 'extends: existence\nmessage: "Avoid “%s”"\ntokens: [utilise]\n' },
    { '/desk/.copydesk.yaml': `${base['/desk/.copydesk.yaml']}style: ap\n` },
    { '/desk/.copydesk.yaml': `${base['/desk/.copydesk.yaml']}language: en-GB\n` },
    { '/desk/.copydesk.yaml': `${base['/desk/.copydesk.yaml']}rules: {${rule}: error}\n` },
    { '/desk/.copydesk.yaml': `${base['/desk/.copydesk.yaml']}rules: {dialect: [warning, {variant: en-US}]}\n` },
    { '/desk/.copydesk.yaml': `${base['/desk/.copydesk.yaml']}rules: {house.Plain: off}\n` },
    { '/desk/.copydesk.yaml': 'lexicon: [people.csv]\n' },
  ];
  const keys = await Promise.all(changes.map((change) => key({ ...base, ...change })));
  assert.equal(new Set([first, ...keys]).size, changes.length + 1);
});
