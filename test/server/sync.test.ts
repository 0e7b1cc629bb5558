import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { withClient } from './client.ts';

/** A configuration that extends a file of a web server on loopback. */
async function withServer(run: (config: string, asked: () => number) => Promise<void>): Promise<void> {
  let count = 0;
  const server = createServer((_request, response) => {
    count++;
    response.end('language: en-GB\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as AddressInfo;
    await run(`root: true\nextends: http://127.0.0.1:${port}/base.yaml\n`, () => count);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('what a configuration extends is fetched once the user says so', () =>
  withServer((config, asked) =>
    withClient({ '.copydesk.yaml': config }, {}, async (client) => {
      let answer: string | undefined;
      client.connection.onRequest(
        'window/showMessageRequest',
        ({ actions }: { actions: { title: string }[] }) => actions.find(({ title }) => title === answer) ?? null,
      );
      await client.open('.copydesk.yaml', config, 'yaml');
      const [problem] = await client.diagnostics('.copydesk.yaml');
      assert.match(String(problem?.message), /^Not fetched yet/);
      const [fetch] = await client.actions('.copydesk.yaml', problem?.range ?? assert.fail());
      const run = () => client.connection.sendRequest('workspace/executeCommand', { ...fetch?.command });
      await run();
      assert.equal(asked(), 0);
      answer = 'Fetch';
      await run();
      assert.equal(asked(), 1);
      assert.deepEqual(await client.diagnostics('.copydesk.yaml'), []);
    }),
  ));

test('in an untrusted workspace nothing is fetched, whoever asks', () =>
  withServer((config, asked) =>
    withClient({ '.copydesk.yaml': config }, { initialization: { trusted: false } }, async (client, folder) => {
      client.connection.onRequest(
        'window/showMessageRequest',
        ({ actions }: { actions?: { title: string }[] }) => actions?.at(0) ?? null,
      );
      await client.open('.copydesk.yaml', config, 'yaml');
      const [problem] = await client.diagnostics('.copydesk.yaml');
      assert.deepEqual(await client.actions('.copydesk.yaml', problem?.range ?? assert.fail()), []);
      const uri = folder.uri('.copydesk.yaml');
      await client.connection.sendRequest('workspace/executeCommand', {
        command: 'copydesk.server.syncStyles',
        arguments: [uri],
      });
      assert.equal(asked(), 0);
    }),
  ));
