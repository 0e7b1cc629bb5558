import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFolder, startClient } from './client.ts';

const story = `By Ayla Demir

ANKARA, March 3 (Desk) — Maj. Gen. Levent Ko?ak visited the northern base on Monday, the ministry said.

General Ko?ak met the officers of the base and thanked them for their work during the floods.
`;

test('serves a client over stdio and ends cleanly, with nothing on stderr', async () => {
  const folder = createFolder({ 'a.txt': story });
  const client = await startClient(folder);
  await client.open('a.txt', story);
  const items = await client.diagnostics('a.txt');
  assert.ok(Array.isArray(items));
  assert.equal(client.initialized.serverInfo?.name, 'copydesk');
  assert.equal(await client.stop(), 0);
  assert.equal(client.errors, '');
  folder.remove();
});
