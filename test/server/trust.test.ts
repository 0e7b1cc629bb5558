import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Client, type Folder, withClient } from './client.ts';

const story = `By Nora Lind

Army General Cem Yıldırım visited the harbour on Monday, the ministry said.

General Yıldırım thanked the pilots for their work during the gloomtide.
`;
const config = 'root: true\nplugins: [retext-gloom]\nrules: {rank-consistency: error}\n';
// A plugin that leaves a trace when it is run.
const files = {
  '.copydesk.yaml': config,
  'node_modules/retext-gloom/package.json': '{"name": "retext-gloom", "type": "module", "main": "index.js"}',
  'node_modules/retext-gloom/index.js': `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('../../trace', import.meta.url), '');
export default function retextGloom() {
  return (tree, file) => {
    file.message('Say nothing gloomy', { place: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 4, offset: 3 } } });
  };
}
`,
};
const isLoaded = (folder: Folder) => existsSync(fileURLToPath(folder.uri('trace')));
const hears = async (client: Client) =>
  (await client.diagnostics('a.txt')).filter(({ message }) => message === 'Say nothing gloomy').length > 0;
const complaints = async (client: Client) =>
  (await client.diagnostics('.copydesk.yaml')).map(({ message }) => String(message));

test('an untrusted workspace: data is read, no program of it is run; once trusted, it is', () =>
  withClient(files, { initialization: { trusted: false } }, async (client, folder) => {
    await client.open('a.txt', story);
    await client.open('.copydesk.yaml', config, 'yaml');
    const rank = (await client.diagnostics('a.txt')).find(({ code }) => code === 'rank-consistency');
    assert.equal(rank?.severity, 1, 'the configuration holds');
    assert.equal(await hears(client), false);
    assert.match((await complaints(client))[0] ?? '', /not loaded: this workspace is not trusted/);
    assert.equal(isLoaded(folder), false);

    const { refreshes } = client;
    await client.connection.sendNotification('copydesk/trustGranted');
    await client.until(() => client.refreshes > refreshes);
    assert.equal(await hears(client), true);
    assert.deepEqual(await complaints(client), []);
    assert.equal(isLoaded(folder), true);
  }));

test('a client that says nothing of trust has it', () =>
  withClient(files, {}, async (client, folder) => {
    await client.open('a.txt', story);
    assert.equal(await hears(client), true);
    assert.equal(isLoaded(folder), true);
  }));
