import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, Range } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { richClient, withClient } from './client.ts';

// So many paragraphs that what is asked meanwhile comes long before the check is done.
const count = 30_000;
const last = 2 * count + 2;
const paragraphs = Array.from({ length: count }, (_, i) => `On trip ${1000 + i} the officers visited the base.`);
const long = ['By Nora Lind', 'The goverment waited.', ...paragraphs, 'The parlament agreed.', ''].join('\n\n');

const words = (found: readonly Diagnostic[] = []) =>
  found.map(({ range }) => (range.start.line === 2 ? 'goverment' : range.start.line === last + 2 ? 'parlament' : '?'));
const both = ['goverment', 'parlament'];
const lines = (from: number, to: number): Range => ({
  start: { line: from, character: 0 },
  end: { line: to, character: 0 },
});
const tell = (client: Client, uri: string, ...ranges: Range[]) =>
  client.connection.sendNotification('copydesk/visible', { textDocument: { uri }, ranges });

test('a client that asks hears first of what is seen, and asks again when all is read', () =>
  withClient({}, {}, async (client, folder) => {
    await client.open('long.txt', long);
    assert.deepEqual(words(await client.diagnostics('long.txt')), ['goverment'], 'a beginning is seen');
    // Who scrolls is asked to ask again.
    const { refreshes } = client;
    await tell(client, folder.uri('long.txt'), lines(last, last + 4));
    await client.until(() => client.refreshes > refreshes);
    assert.deepEqual(words(await client.diagnostics('long.txt')), ['parlament']);
    // And so once all is read.
    const scrolled = client.refreshes;
    await client.until(() => client.refreshes > scrolled);
    assert.deepEqual(words(await client.diagnostics('long.txt')), both);
    assert.equal(client.refreshes, scrolled + 1);
    // What was read is not glanced at: a letter costs what it changes.
    await client.change('long.txt', 2, [{ range: lines(0, 0), text: ' ' }]);
    assert.deepEqual(words(await client.diagnostics('long.txt')), both);
  }));

test('what was said of the visible lines before a document is checked counts', () =>
  withClient({}, {}, async (client, folder) => {
    await tell(client, folder.uri('long.txt'), lines(last, last + 4), lines(0, 4));
    await client.open('long.txt', long);
    assert.deepEqual(words(await client.diagnostics('long.txt')), both);
    const { refreshes } = client;
    await client.close('long.txt');
    await client.until(() => client.refreshes > refreshes);
    await client.open('long.txt', long);
    assert.deepEqual(words(await client.diagnostics('long.txt')), ['goverment'], 'what is closed is seen no more');
  }));

test('what is said of the visible lines while a document is being opened counts too', () => {
  const capabilities = { ...richClient, workspace: { ...richClient.workspace, configuration: true } };
  return withClient({}, { capabilities }, async (client, folder) => {
    // Before a document is opened its settings are asked for.
    client.connection.onRequest('workspace/configuration', async () => {
      await tell(client, folder.uri('long.txt'), lines(last, last + 4));
      return [{}];
    });
    await client.open('long.txt', long);
    assert.deepEqual(words(await client.diagnostics('long.txt')), ['parlament']);
  });
});

test('a client that asks once hears of the whole', () => {
  const { diagnostics: _, ...workspace } = richClient.workspace ?? {};
  return withClient({}, { capabilities: { ...richClient, workspace } }, async (client) => {
    await client.open('long.txt', long);
    assert.deepEqual(words(await client.diagnostics('long.txt')), both);
  });
});

test('a client that is told hears first of what is seen', () => {
  const { diagnostic: _, ...textDocument } = richClient.textDocument ?? {};
  return withClient({}, { capabilities: { ...richClient, textDocument } }, async (client, folder) => {
    const { publications } = client;
    await client.open('long.txt', long);
    await client.until(() => publications.length === 1);
    await tell(client, folder.uri('long.txt'), lines(last, last + 4));
    await client.until(() => publications.at(-1)?.diagnostics.length === 2);
    assert.deepEqual(
      publications.map(({ diagnostics }) => words(diagnostics)),
      [['goverment'], ['parlament'], both],
    );
  });
});
