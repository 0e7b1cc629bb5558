import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

/** What a cold window waits for, in milliseconds from the start of the server's process. */
export interface ServerTiming {
  /** The server has said what it can do. */
  ready: number;
  /** All diagnostics of the article are there. */
  diagnostics: number;
}

/**
 * Starts the built server, opens an article and asks for its diagnostics, as VS Code does.
 *
 * @throws Error when it finds nothing: its time would be no time
 */
export async function timeServer(file: string, text: string): Promise<ServerTiming> {
  const begin = performance.now();
  const server = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const [uri, folder] = [file, dirname(file)].map((path) => pathToFileURL(path).href);
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'bench' }],
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: true } } },
  });
  const ready = performance.now() - begin;
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plaintext', version: 1, text },
  });
  const { items } = await connection.sendRequest<{ items: readonly unknown[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const diagnostics = performance.now() - begin;
  if (items.length === 0) throw new Error('the server found nothing in the article');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await once(server, 'exit');
  connection.dispose();
  return { ready, diagnostics };
}
