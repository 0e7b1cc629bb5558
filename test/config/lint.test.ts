import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LintPorts } from '../../src/config/index.ts';
import { createConfigLoader } from '../../src/config/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { fillSaid } from '../../src/text/index.ts';
import type { Tree } from './tree.ts';
import { loadTree, treePort } from './tree.ts';

async function lint(tree: Tree, ports: LintPorts = {}): Promise<string[]> {
  const found = await createConfigLoader({ files: treePort(tree), assets: nodeAssets }).lint('/desk/news/a.txt', ports);
  return found.map(
    ({ file, line, column, message }) => `${file.replace('/desk/', '')}:${line}:${column}: ${fillSaid(message)}`,
  );
}

const pack = (rules: string) => ({
  '/desk/.copydesk.yaml': 'root: true\nstyles: [house]\n',
  '/desk/house/pack.yaml': 'name: House\n',
  '/desk/house/words.yaml': `rules:\n${rules}`,
});

test('rules and rows that can never fire', async () => {
  const found = await lint(
    pack(`  empty: {extends: existence, message: m}
  same:
    extends: substitution
    message: m
    swap:
      film: film
      quay: dock
      quay: pier
  scope: {extends: existence, message: m, tokens: [quay], scope: headin}
  spared: {extends: existence, message: m, tokens: [quay], exceptions: [quay]}
  partly: {extends: existence, message: m, tokens: [quay, jetty], exceptions: [jetty]}
  old: {extends: existence, message: m, tokens: [quay], until: "2020-01-31"}
  good: {extends: existence, message: m, tokens: [quay], scope: heading.h1 & ~list & ~office, until: "2030-01-31"}
`),
    { today: '2026-01-01' },
  );
  assert.deepEqual(found, [
    'house/words.yaml:2:10: House.empty can never fire: it has no tokens',
    'house/words.yaml:7:7: “film” can never fire: it is replaced by itself',
    'house/words.yaml:9:7: “quay” stands twice in House.same: “dock” holds, “pier” never does',
    'house/words.yaml:10:66: House.scope never reads the scope “headin”: did you mean “heading”?',
    'house/words.yaml:11:72: House.spared can never fire: all its tokens are exceptions',
    'house/words.yaml:12:59: “jetty” can never fire: it is an exception too',
    'house/words.yaml:13:64: House.old fires no more: its last day was 2020-01-31',
  ]);
});

test('packs, and packs and lists, that contradict each other', async () => {
  const rules = (swap: string) => `rules: {word: {extends: substitution, message: m, swap: {${swap}}}}\n`;
  const found = await lint({
    '/desk/.copydesk.yaml': 'root: true\nstyles: [house, press]\nlexicon: [terms.csv]\n',
    '/desk/house/pack.yaml': 'name: House\n',
    '/desk/house/words.yaml': rules('lorry: truck, internet: Internet, quay: pier'),
    '/desk/press/pack.yaml': 'name: Press\n',
    '/desk/press/words.yaml': rules('truck: lorry, Internet: internet, pier: jetty'),
    '/desk/terms.csv': 'preferred,banned\ndock,jetty\n',
  });
  assert.deepEqual(found.sort(), [
    'house/words.yaml:1:58: “lorry” → “truck” here, “truck” → “lorry” in Press.word',
    'house/words.yaml:1:72: “internet” → “Internet” here, “Internet” → “internet” in Press.word',
    'press/words.yaml:1:58: “truck” → “lorry” here, “lorry” → “truck” in House.word',
    'press/words.yaml:1:72: “Internet” → “internet” here, “internet” → “Internet” in House.word',
  ]);
  // Going on is no contradiction; a form that is wanted here and banned there is one.
  const banned = await lint({
    ...pack(
      '  word: {extends: substitution, message: m, swap: {quay: pier}}\n  not: {extends: existence, message: m, tokens: [pier]}\n',
    ),
  });
  assert.deepEqual(banned.sort(), [
    'house/words.yaml:2:52: “quay” → “pier” here, “pier” is banned in House.not',
    'house/words.yaml:3:50: “pier” is banned here, “quay” → “pier” in House.word',
  ]);
});

test('an example that fails stands at its own place', async () => {
  const found = await lint(
    pack(
      '  word:\n    extends: existence\n    message: m\n    tokens: [quay]\n    examples:\n      - {bad: a quay, good: a pier}\n      - {bad: a pier}\n',
    ),
  );
  assert.deepEqual(found, ['house/words.yaml:8:9: Example of House.word: “a pier” is not hit']);
});

test('globs that match no article, rules that cannot speak here', async () => {
  const text = `root: true
language: tr
files: ["stories/**"]
rules: {dialect: error, term-team-list: error, encoding-entity: error}
overrides:
  - files: ["opinion/**", "news/**", "!news/drafts/**"]
    rules: {spelling: off}
`;
  const listArticles = async () => ['/desk/news/a.txt'];
  assert.deepEqual(await lint({ '/desk/.copydesk.yaml': text }, { listArticles }), [
    '.copydesk.yaml:4:9: “dialect” can never fire: it reads en, and “language” is tr',
    '.copydesk.yaml:4:25: “term-team-list” can never fire: “lexicon” names no list',
    '.copydesk.yaml:6:13: “opinion/**” matches no article',
    '.copydesk.yaml:3:8: “files” matches no article',
  ]);
  // Without the articles, or in a folder without any, globs are taken at their word.
  assert.equal((await lint({ '/desk/.copydesk.yaml': text }, { listArticles: async () => [] })).length, 2);
});

test('rows of two lists that repeat or contradict each other', async () => {
  const found = await lint({
    '/desk/.copydesk.yaml': 'root: true\nlexicon: [a.csv, b.csv, terms.csv, words.yaml]\n',
    '/desk/a.csv': 'name,wrong\nNora Lind,Nora Lynd\n',
    '/desk/b.csv': 'name\nIda Holm\nNora Lynd\nNora Lind\n',
    '/desk/terms.csv': 'preferred,banned\nlorry,truck\n',
    '/desk/words.yaml': 'terms:\n  - {preferred: truck}\n  - {preferred: van, banned: [truck, lorry]}\n',
  });
  assert.deepEqual(
    found.filter((line) => !line.includes('→')),
    [
      'b.csv:4:1: “Nora Lind” stands in a.csv:2 too',
      'a.csv:2:11: “Nora Lynd” is wrong here, and the name of Nora Lynd in b.csv:3',
      'terms.csv:2:7: “truck” is banned here and preferred in words.yaml:2',
      'words.yaml:3:31: “truck” becomes “van” here and “lorry” in terms.csv:2',
      'words.yaml:3:38: “lorry” is banned here and preferred in terms.csv:2',
    ],
  );
});

test('a configuration that is right has nothing questionable', async () => {
  assert.deepEqual(
    await lint(
      {
        ...pack('  word: {extends: substitution, message: m, swap: {quay: pier}}\n'),
        '/desk/.copydesk.yaml':
          'root: true\nlanguage: en-GB\nstyles: [house, copydesk:ap, copydesk:plain, copydesk:conscious]\nlexicon: [a.csv]\n',
        '/desk/a.csv': 'name,wrong\nNora Lind,Nora Lynd\n',
      },
      { today: '2026-01-01', listArticles: async () => ['/desk/news/a.txt'] },
    ),
    [],
  );
});

test('a missing file is told with the nearest name, two packs of one name are told', async () => {
  const tree = {
    '/desk/.copydesk.yaml': 'root: true\nlexicon: [desk/trems.csv]\nstyles: [a/house, b/house]\n',
    '/desk/desk/terms.csv': 'preferred\nlorry\n',
    '/desk/a/house/One.yml': 'extends: existence\nmessage: m\ntokens: [quay]\n',
    '/desk/b/house/Two.yml': 'extends: existence\nmessage: m\ntokens: [pier]\n',
  };
  const { problems } = await loadTree(tree);
  assert.deepEqual(
    problems.map(({ line, column, message, expected, fix }) => [line, column, fillSaid(message), expected?.[0], fix]),
    [
      [2, 11, 'No such file: /desk/desk/trems.csv: did you mean “terms.csv”?', 'desk/terms.csv', 'remove'],
      [3, 19, 'Another pack is called “house” too, and holds instead: /desk/a/house', undefined, 'remove'],
    ],
  );
});

test('an article sets keys of its own in its front matter', async () => {
  const loader = createConfigLoader({
    files: treePort({ '/desk/.copydesk.yaml': 'root: true\nstyle: bbc\n' }),
    assets: nodeAssets,
  });
  const at = (source: string) => loader.load('/desk/a.md', source);
  const own = await at('---\ntitle: Ferry\ncopydesk:\n  style: ap\n  rules: {repeated-words: off}\n---\n\nText.\n');
  assert.deepEqual(own.problems, []);
  assert.equal(own.settings.style, 'ap');
  assert.equal(own.settings.rules.get('repeated-words')?.severity, 'off');
  assert.deepEqual(own.explain().find(({ key }) => key === 'style')?.place?.file, '/desk/a.md');
  assert.equal((await at('---\ntitle: Ferry\n---\n\ncopydesk: {style: ap}\n')).settings.style, 'bbc');
  const wrong = await at('---\ncopydesk: {stile: ap, plugins: [x]}\n---\n');
  assert.deepEqual(
    wrong.problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${fillSaid(message)}`),
    [
      '/desk/a.md:2:12: No key “stile”: did you mean “style”?',
      '/desk/a.md:2:23: No key “plugins”: there are language, style, rules',
    ],
  );
});
