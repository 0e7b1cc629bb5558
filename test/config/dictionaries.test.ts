import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConfigLoader } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { fillSaid } from '../../src/text/index.ts';

const aff = 'SET UTF-8\nSFX A Y 1\nSFX A 0 lar .\n';
const english = { '/desk/dict/en.aff': aff, '/desk/dict/en.dic': '2\nbrantomiel/A\nGörgüc\n' };

async function read(files: Readonly<Record<string, string>>, source: string) {
  const loader = createConfigLoader({ files: { read: async (path) => files[path] }, assets: nodeAssets });
  const { settings, problems, files: used } = await loader.load('/desk/a.txt');
  const { messages, failures } = createDesk(settings, { assets: nodeAssets })
    .open({ path: '/desk/a.txt', source })
    .check();
  assert.deepEqual(failures, []);
  const words = messages.filter(({ ruleId }) => ruleId === 'spelling').map(({ actual }) => actual);
  return {
    words,
    problems: problems.map(({ line, message }) => `${line}: ${fillSaid(message)}`),
    used,
    key: settings.key,
  };
}

const story = 'The brantomiel and the brantomiellar of the town were seen near the brantomielx on Monday.';

test('words of a team’s Hunspell dictionary are right, with their endings', async () => {
  const config = { '/desk/.copydesk.yaml': 'root: true\ndictionaries: [dict/en]\n' };
  const found = await read({ ...config, ...english }, story);
  assert.deepEqual([found.words, found.problems], [['brantomielx'], []]);
  assert.ok(found.used.includes('/desk/dict/en.dic'));
  const folder = { '/desk/dict/en/index.aff': aff, '/desk/dict/en/index.dic': '1\nbrantomiel/A\n' };
  const other = await read({ ...config, ...folder }, story);
  assert.deepEqual(other.words, ['brantomielx']);
  assert.notEqual(other.key, found.key);
});

test('a language of the team’s own is read by its dictionary', async () => {
  const files = {
    '/desk/.copydesk.yaml': 'root: true\ndictionaries: [dict/az]\n',
    '/desk/dict/az.aff': aff,
    '/desk/dict/az.dic': '12\nvə\nüçün\nbu\nilə\nolan\ndaha\nçox\nkimi\ndeyib\nnazir\nkitab/A\nyeni\n',
  };
  const { words, problems } = await read(files, 'Nazir deyib ki, bu kitablar və yeni kitaab üçün daha çox olan.');
  assert.deepEqual([words, problems], [['kitaab'], []]);
});

test('what is missing, nameless, broken or too large is told, and the article is read', async () => {
  const files = {
    '/desk/.copydesk.yaml':
      'root: true\ndictionaries:\n  - dict/gone/fr\n  - dict/Words\n  - dict/de\n  - dict/it\n  - dict/en\n',
    '/desk/dict/de.aff': aff,
    '/desk/dict/de.dic': 'no dictionary',
    '/desk/dict/it.aff': aff,
    '/desk/dict/it.dic': `900000\n${'parola\n'.repeat(900_000)}`,
    ...english,
  };
  const { words, problems } = await read(files, story);
  assert.deepEqual(words, ['brantomielx']);
  assert.deepEqual(problems, [
    '3: No such dictionary: /desk/dict/gone/fr.aff and /desk/dict/gone/fr.dic',
    '4: “dict/Words” names no language: call it az.aff and az.dic, or en-GB.aff and en-GB.dic',
    '5: “dict/de”: no Hunspell dictionary: its .dic file begins with the number of words',
    '6: “dict/it”: too large: at most 6 MB are read',
  ]);
});

test('affixes that cannot be read silence the dictionary, not the desk', async () => {
  const files = {
    '/desk/.copydesk.yaml': 'root: true\ndictionaries: [dict/en]\n',
    '/desk/dict/en.aff': 'SFX A Y 3\nSFX A 0 [ [\nPFX (((\nCOMPOUNDRULE 1\nCOMPOUNDRULE ((\nREP x\n',
    '/desk/dict/en.dic': '1\nbrantomiel/A\n',
  };
  const { problems } = await read(files, story);
  assert.deepEqual(problems, []);
});
