import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver/node';
import type { Client, Folder } from './client.ts';
import { applyAction, applyTextEdits, richClient, withClient } from './client.ts';

const story = `By Nora Lind

The flumology of the bay was read on Monday, and Anneke Whitcombe spoke for an hour about its debts.
`;
const word = { start: { line: 2, character: 6 }, end: { line: 2, character: 6 } };
const person = { start: { line: 2, character: 50 }, end: { line: 2, character: 50 } };
type Files = Record<string, string>;

/** What is offered to be added at a place; people and terms apart. */
const offers = async (client: Client, name: string, range = word) =>
  (await client.actions(name, range)).filter(({ title }) => title.startsWith('Add'));

/** Does as an editor does that saves: makes what is not there, edits, tells. Gives the files that changed. */
async function apply(action: CodeAction | undefined, before: Files, client: Client, folder: Folder): Promise<Files> {
  const changed: Files = {};
  const changes = [];
  const nameOf = (uri: string) => uri.slice(folder.uri().replace(/\/?$/, '/').length);
  for (const change of action?.edit?.documentChanges ?? []) {
    if ('edits' in change) {
      const name = nameOf(change.textDocument.uri);
      const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
      changed[name] = applyTextEdits(changed[name] ?? before[name] ?? '', edits);
    } else if (change.kind === 'create') assert.equal(before[nameOf(change.uri)], undefined, 'nothing is made anew');
  }
  for (const [name, text] of Object.entries(changed)) {
    folder.write(name, text);
    changes.push({ uri: folder.uri(name), type: name in before ? 2 : 1 });
  }
  const { refreshes } = client;
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await client.until(() => client.refreshes > refreshes);
  return changed;
}

const unknown = async (client: Client, name: string) =>
  (await client.diagnostics(name)).filter(({ code }) => code === 'spelling').length;

for (const [what, files, title, expected] of [
  [
    'no configuration: one is made in the workspace folder',
    {},
    'terms.txt',
    { 'terms.txt': 'flumology\n', '.copydesk.yaml': 'lexicon: [terms.txt]\n' },
  ],
  [
    'the nearest configuration names it',
    {
      '.copydesk.yaml': 'root: true\n',
      'news/.copydesk.yml': 'lexicon:\r\n  - p.csv\r\n',
      'news/p.csv': 'name\nA B\n',
    },
    'terms.txt',
    { 'news/terms.txt': 'flumology\n', 'news/.copydesk.yml': 'lexicon:\r\n  - p.csv\r\n  - terms.txt\r\n' },
  ],
  [
    'what has the name already stays as it is',
    { '.copydesk.json': '{"root": true}\n', 'terms.txt': 'Of use\n' },
    'terms-2.txt',
    { 'terms-2.txt': 'flumology\n', '.copydesk.json': '{"root": true, "lexicon": ["terms-2.txt"]}\n' },
  ],
  [
    'a list that is named and not there is made',
    { '.copydesk.yaml': 'lexicon: [terms.txt]\n' },
    'terms.txt',
    { 'terms.txt': 'flumology\n' },
  ],
] as [string, Files, string, Files][])
  test(`a word goes to a new list: ${what}`, () =>
    withClient(files, {}, async (client, folder) => {
      await client.open('news/a.txt', story);
      assert.equal(await unknown(client, 'news/a.txt'), 1);
      const [add, ...more] = await offers(client, 'news/a.txt');
      assert.equal(add?.title, `Add “flumology” to a new list: ${title}`);
      assert.equal(more.length, 0);
      assert.deepEqual(await apply(add, files, client, folder), expected);
      assert.equal(await unknown(client, 'news/a.txt'), 0);
    }));

test('a list that keeps terms comes before one that keeps none yet, and that before a new one', () => {
  const people = 'people:\n  - name: Nora Lind\n';
  const files = { '.copydesk.yaml': 'lexicon: [people.yaml, terms.yaml]\n', 'people.yaml': people };
  return withClient({ ...files, 'terms.yaml': 'terms: [tide]\n' }, {}, async (client, folder) => {
    await client.open('a.txt', story);
    assert.equal((await offers(client, 'a.txt'))[0]?.title, 'Add “flumology” to terms.yaml');
    const terms = { ...files, 'terms.yaml': 'swap: {}\n' };
    folder.write('terms.yaml', terms['terms.yaml']);
    const { refreshes } = client;
    const changes = [{ uri: folder.uri('terms.yaml'), type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.until(() => client.refreshes > refreshes);
    const [add] = await offers(client, 'a.txt');
    assert.equal(add?.title, 'Add “flumology” to people.yaml');
    assert.deepEqual(await apply(add, terms, client, folder), { 'people.yaml': `${people}terms:\n  - "flumology"\n` });
    assert.equal(await unknown(client, 'a.txt'), 0);
  });
});

test('a person goes to a new list where there is none of people', () => {
  const files = { '.copydesk.yaml': 'root: true\nlexicon: [terms.csv]\n', 'terms.csv': 'preferred\ntide\n' };
  return withClient(files, {}, async (client, folder) => {
    await client.open('a.txt', story);
    const [add] = await offers(client, 'a.txt', person);
    assert.equal(add?.title, 'Add “Anneke Whitcombe” to a new list: people.csv');
    assert.deepEqual(await apply(add, files, client, folder), {
      'people.csv': 'name,rank,office,country\nAnneke Whitcombe\n',
      '.copydesk.yaml': 'root: true\nlexicon: [terms.csv, people.csv]\n',
    });
    assert.deepEqual(await client.diagnostics('people.csv'), []);
    assert.deepEqual(await offers(client, 'a.txt', person), [], 'who is on it is not added again');
  });
});

test('no new list where it cannot be made, is not trusted, or would shut out Vale’s configuration', async () => {
  const none = (files: Files, options: Parameters<typeof withClient>[1]) =>
    withClient(files, options, async (client) => {
      await client.open('a.txt', story);
      assert.equal(await unknown(client, 'a.txt'), 1);
      assert.deepEqual([...(await offers(client, 'a.txt')), ...(await offers(client, 'a.txt', person))], []);
    });
  await none({}, { initialization: { trusted: false } });
  const workspaceEdit = { documentChanges: true };
  await none({}, { capabilities: { ...richClient, workspace: { ...richClient.workspace, workspaceEdit } } });
  await none({ '.vale.ini': 'MinAlertLevel = suggestion\n' }, {});
  await none({ '.copydesk.yaml': 'lexicon: {a: b}\n' }, {});
});

const lists = {
  'words.txt': 'tide\n',
  'people.csv': 'name\nNora Lind\n',
  '.copydesk.yaml': 'lexicon: [words.txt, people.csv]\n',
};
const inFolder = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
const house = {
  '.copydesk.yaml': 'extends: [house]\n',
  'node_modules/house/package.json': '{"name": "house", "version": "1.0.0"}',
  ...inFolder('node_modules/house', lists),
};

for (const [what, files] of [
  ['what a package keeps', house],
  [
    'what was fetched',
    {
      '.copydesk.yaml': 'extends: [./.copydesk/cache/house/.copydesk.yaml]\n',
      ...inFolder('.copydesk/cache/house', lists),
    },
  ],
] as [string, Files][])
  test(`${what} is not written in: a new list takes the word, another the person`, () =>
    withClient(files, {}, async (client, folder) => {
      const config = files['.copydesk.yaml'] ?? '';
      await client.open('a.txt', story);
      const [add] = await offers(client, 'a.txt');
      const terms = { 'terms.txt': 'flumology\n', '.copydesk.yaml': `${config}lexicon: [terms.txt]\n` };
      assert.deepEqual(await apply(add, files, client, folder), terms);
      const [addPerson] = await offers(client, 'a.txt', person);
      assert.deepEqual(await apply(addPerson, { ...files, ...terms }, client, folder), {
        'people.csv': 'name,rank,office,country\nAnneke Whitcombe\n',
        '.copydesk.yaml': `${config}lexicon: [terms.txt, people.csv]\n`,
      });
      assert.deepEqual(await offers(client, 'a.txt', person), [], 'who is on it is not added again');
    }));

test('the team’s own list comes before that of a package that is called people', () => {
  const names = 'name\trank\nIda Holm\n';
  const own = { 'terms.csv': 'preferred\ntide\n', 'names.tsv': names };
  const config = 'extends: [house]\nlexicon: [terms.csv, names.tsv]\n';
  return withClient({ ...house, ...own, '.copydesk.yaml': config }, {}, async (client) => {
    await client.open('a.txt', story);
    const [add] = await offers(client, 'a.txt', person);
    assert.equal(add?.title, 'Add “Anneke Whitcombe” to names.tsv');
    assert.equal(applyAction(names, add), `${names}Anneke Whitcombe\n`);
  });
});
