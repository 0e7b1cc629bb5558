import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { CheckWorkspaceResult } from '../../src/server/index.ts';
import { richClient, withClient } from './client.ts';

const damaged = `By Nora Lind

Army General Cem Yıld?r?m visited the base on Monday. He thanked the officers of the base. Yıldırım left in the evening.
`;
const clean = `By Nora Lind

The harbour master said on Monday that the ferry would sail again within a week.
`;

test('a client that does not pull is told, and told again after a change', () =>
  withClient({}, { capabilities: {} }, async (client, folder) => {
    const uri = folder.uri('a.txt');
    await client.open('a.txt', damaged);
    await client.until(() => client.published.get(uri)?.version === 1);
    assert.equal(client.published.get(uri)?.diagnostics.length, 1);
    // Two changes at once: the newer takes the place of the older.
    await client.change('a.txt', 2, [{ text: damaged.replace('base', 'old base') }]);
    await client.change('a.txt', 3, [{ text: clean }]);
    await client.until(() => client.published.get(uri)?.version === 3);
    assert.deepEqual(client.published.get(uri)?.diagnostics, []);
    await client.change('a.txt', 4, [{ text: damaged }]);
    await client.until(() => client.published.get(uri)?.version === 4);
    await client.close('a.txt');
    await client.until(() => client.published.get(uri)?.diagnostics.length === 0);
  }));

test('settings are obeyed when they come and when they change', () =>
  withClient({}, { initialization: { settings: { files: ['news/**'] } } }, async (client) => {
    await client.open('a.txt', damaged);
    await client.open('news/a.txt', damaged);
    assert.equal((await client.diagnostics('a.txt')).length, 0);
    assert.equal((await client.diagnostics('news/a.txt')).length, 1);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { copydesk: { enable: false } },
    });
    await client.until(() => client.refreshes > 0);
    assert.equal((await client.diagnostics('news/a.txt')).length, 0);
  }));

test('the whole workspace: counted, shown with progress, published for files that are not open', () =>
  withClient(
    {
      'news/a.txt': damaged,
      'news/b.txt': clean,
      'README.md': damaged,
      'node_modules/x/a.txt': damaged,
    },
    {},
    async (client, folder) => {
      const result = await client.connection.sendRequest<CheckWorkspaceResult>('copydesk/checkWorkspace', {});
      assert.equal(result.checked, 2);
      assert.equal(result.fixable, 1);
      assert.deepEqual(
        result.files.map(({ uri }) => uri),
        [folder.uri('news/a.txt')],
      );
      assert.equal(client.published.get(folder.uri('news/a.txt'))?.diagnostics.length, 1);
      assert.deepEqual([client.progress.at(0)?.kind, client.progress.at(-1)?.kind], ['begin', 'end']);
      // What was published gives way when the file is opened and pulled.
      await client.open('news/a.txt', damaged);
      assert.equal((await client.diagnostics('news/a.txt')).length, 1);
      await client.until(() => client.published.get(folder.uri('news/a.txt'))?.diagnostics.length === 0);
      assert.equal((await client.diagnostics('news/a.txt')).length, 1);
    },
  ));

const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`news/${i}.txt`, clean]));
test('a cancelled walk ends early and says what it found', () =>
  withClient(many, {}, async (client) => {
    const source = new CancellationTokenSource();
    const walk: Promise<CheckWorkspaceResult> = client.connection.sendRequest(
      'copydesk/checkWorkspace',
      {},
      source.token,
    );
    await client.until(() => client.progress.length > 1);
    source.cancel();
    const result = await walk.catch((error: { code: number }) => error);
    assert.ok('code' in result || result.checked < 300);
  }));

test('watchers are registered, and commands serve clients without requests of their own', () =>
  withClient({ 'a.txt': damaged }, { capabilities: { ...richClient, window: {} } }, async (client, folder) => {
    await client.until(() => client.registrations.includes('workspace/didChangeWatchedFiles'));
    const shown: string[] = [];
    client.connection.onNotification(
      'window/showMessage',
      ({ message }: { message: string }) => void shown.push(message),
    );
    client.connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
      shown.push(message);
      return null;
    });
    await client.connection.sendRequest('workspace/executeCommand', {
      command: 'copydesk.server.explain',
      arguments: [folder.uri('a.txt')],
    });
    await client.connection.sendRequest('workspace/executeCommand', { command: 'copydesk.server.checkWorkspace' });
    assert.match(shown[0] ?? '', /a\.txt is checked/);
    assert.match(shown[1] ?? '', /^1 articles checked/);
  }));
