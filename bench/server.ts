import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { typed } from './engine.ts';

/** What a cold window waits for, and who types in it, in milliseconds. */
export interface ServerTiming {
  /** From the start of the server's process until it has said what it can do. */
  ready: number;
  /** From there, too, until all diagnostics of the article are here. */
  diagnostics: number;
  /** From each letter typed until all diagnostics of the text with it are here. */
  strokes: readonly number[];
}

/**
 * Starts the built server, opens an article, types a sentence into the middle of it and asks for its diagnostics, as
 * VS Code does.
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
  const ask = () =>
    connection.sendRequest<{ items: readonly unknown[] }>('textDocument/diagnostic', { textDocument: { uri } });
  const { items } = await ask();
  const diagnostics = performance.now() - begin;
  if (items.length === 0) throw new Error('the server found nothing in the article');
  const strokes: number[] = [];
  const before = text.slice(0, text.indexOf('. ', text.indexOf('\n\n', text.length / 2)) + 1).split('\n');
  for (const [i, letter] of [...typed].entries()) {
    const place = { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + i };
    const pressed = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 + i },
      contentChanges: [{ range: { start: place, end: place }, text: letter }],
    });
    await ask();
    strokes.push(performance.now() - pressed);
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await once(server, 'exit');
  connection.dispose();
  return { ready, diagnostics, strokes };
}
