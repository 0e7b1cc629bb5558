import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ExplainResult } from '../../src/server/index.ts';
import { applyAction, createFolder, richClient, withClient } from './client.ts';

const story = `By Nora Lind

Army General Cem Yıldırım visited the base on Monday, the ministry said.

General Yıldırım thanked the officers of the base for their work during the floods.
`;
const files = {
  '.copydesk.yaml': 'root: true\nfiles: ["news/**"]\nlexicon: [people.csv]\nrules: {rank-consistency: error}\n',
  'people.csv': 'name,rank,office\nNora Lind,,\n',
};
const rank = 'rank-consistency';

test('a configuration decides, and a change of it on disk or in the editor is heard', () =>
  withClient(files, {}, async (client, folder) => {
    const severity = async () =>
      (await client.diagnostics('news/a.txt')).find(({ code }) => code === rank)?.severity ?? 'silent';
    await client.open('news/a.txt', story);
    await client.open('b.txt', story);
    assert.equal(await severity(), 1);
    assert.deepEqual(await client.diagnostics('b.txt'), []);
    const explained = await client.request<ExplainResult>('copydesk/explain', 'news/a.txt');
    assert.equal(explained.reason, 'configuration');
    assert.ok(explained.configuration.includes(folder.uri('.copydesk.yaml')));

    folder.write('.copydesk.yaml', files['.copydesk.yaml'].replace('error', 'hint'));
    let refreshes = client.refreshes;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('.copydesk.yaml'), type: 2 }],
    });
    await client.until(() => client.refreshes > refreshes);
    assert.equal(await severity(), 4);

    // What is being typed in the editor holds before it is saved.
    await client.open('.copydesk.yaml', files['.copydesk.yaml'], 'yaml');
    refreshes = client.refreshes;
    await client.change('.copydesk.yaml', 2, [{ text: files['.copydesk.yaml'].replace('error', 'off') }]);
    await client.until(() => client.refreshes > refreshes);
    assert.equal(await severity(), 'silent');
  }));

test('a broken configuration is marked in its own file, and the rest holds', () => {
  const broken = `${files['.copydesk.yaml']}stile: ap\n`;
  return withClient({ ...files, '.copydesk.yaml': broken }, {}, async (client) => {
    await client.open('.copydesk.yaml', broken, 'yaml');
    const [problem] = await client.diagnostics('.copydesk.yaml');
    assert.equal(problem?.range.start.line, 4);
    assert.equal(problem?.code, 'configuration');
    const actions = await client.actions('.copydesk.yaml', problem?.range ?? assert.fail());
    assert.equal(applyAction(broken, actions[0]), broken.replace('stile', 'style'));
    await client.open('news/a.txt', story);
    assert.ok((await client.diagnostics('news/a.txt')).some(({ code }) => code === rank));
  });
});

for (const [list, mark] of [
  ['people.csv', ','],
  ['people.tsv', '\t'],
] as const)
  test(`a person is added to the team’s list: ${list}`, () => {
    const config = files['.copydesk.yaml'].replace('people.csv', list);
    const text = files['people.csv'].replaceAll(',', mark);
    return withClient({ '.copydesk.yaml': config, [list]: text }, {}, async (client, folder) => {
      await client.open('news/a.txt', story);
      const start = { line: 2, character: 14 };
      const actions = await client.actions('news/a.txt', { start, end: start });
      const add = actions.find(({ title }) => title === `Add “Cem Yıldırım” to ${list}`);
      assert.ok(JSON.stringify(add?.edit).includes(folder.uri(list)));
      assert.equal(applyAction(text, add), `${text}Cem Yıldırım${mark}Army General\n`);
    });
  });

test('the sidecar list lets a message stand, and speaks no more when the row is gone', () => {
  const stet = '.copydesk/stet.yaml';
  const row = '- rule: rank-consistency\n  text: General Yıldırım\n  reason: as he signs\n';
  const old = `${row}  until: 2001-01-01\n`;
  return withClient({ ...files, [stet]: row }, {}, async (client, folder) => {
    const speaks = async () => (await client.diagnostics('news/a.txt')).some(({ code }) => code === rank);
    const rewrite = async (text: string) => {
      folder.write(stet, text);
      const { refreshes } = client;
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: folder.uri(stet), type: 2 }],
      });
      await client.until(() => client.refreshes > refreshes);
    };
    await client.open('news/a.txt', story);
    assert.equal(await speaks(), false);
    await rewrite(old);
    assert.equal(await speaks(), true);
    await rewrite(row);
    assert.equal(await speaks(), false);
    await rewrite('- rule: [\n');
    assert.equal(await speaks(), true);
    assert.ok(client.logs.some((line) => line.includes('stet.yaml:')));
  });
});

test('what the user set holds over the team’s file, and is named; what is left empty does not', () =>
  withClient(
    { '.copydesk.yaml': 'root: true\nstyle: ap\nlanguage: en-US\n', 'a.txt': 'The harbour reopened.\n' },
    { initialization: { settings: { style: 'bbc', language: '' } } },
    async (client) => {
      const { style, language, message } = await client.request<ExplainResult>('copydesk/explain', 'a.txt');
      assert.deepEqual({ style, language }, { style: 'bbc', language: 'en-US' });
      assert.match(message, /Your setting copydesk\.style holds over the configuration: bbc\.$/);
      assert.deepEqual(await client.request('copydesk/switchStyle', 'a.txt', { style: 'guardian' }), {});
    },
  ));

test('a client without watchers: a list that changed on disk, outside of its folders too, is found at the next check', async () => {
  const desk = createFolder({ 'people.csv': 'name,wrong\nAyla Korkutbay,Korkutby\n' });
  const list = fileURLToPath(desk.uri('people.csv')).replaceAll('\\', '/');
  const text = 'Critics called Mayor Korkutby a hero.\n';
  try {
    const others = { ...richClient, workspace: { ...richClient.workspace, didChangeWatchedFiles: {} } };
    for (const capabilities of [others, richClient])
      await withClient(
        { '.copydesk.yaml': `root: true\nfiles: ["*.txt"]\nlexicon: ["${list}"]\n`, 'a.txt': text },
        { capabilities },
        async (client) => {
          desk.write('people.csv', 'name,wrong\nAyla Korkutbay,Korkutby\n');
          await client.open('a.txt', text);
          const codes = async () => (await client.diagnostics('a.txt')).map(({ code }) => code);
          assert.deepEqual(await codes(), ['name-team-list']);
          desk.write('people.csv', 'name,wrong\nAyla Korkutby,\n');
          assert.deepEqual(await codes(), []);
        },
      );
  } finally {
    desk.remove();
  }
});
