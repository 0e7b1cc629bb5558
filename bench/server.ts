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
  const server = await openServer(file, text);
  const { diagnostics } = await server.ask();
  const strokes: number[] = [];
  const before = text.slice(0, text.indexOf('. ', text.indexOf('\n\n', text.length / 2)) + 1).split('\n');
  for (const [i, letter] of [...typed].entries()) {
    const place = { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + i };
    const pressed = performance.now();
    await server.change(2 + i, [{ range: { start: place, end: place }, text: letter }]);
    await server.ask();
    strokes.push(performance.now() - pressed);
  }
  await server.stop();
  return { ready: server.ready, diagnostics, strokes };
}

/** When a cold window marks what is seen of a long article, and when all of it; milliseconds from the server's start. */
export interface LongTiming {
  seen: number;
  whole: number;
}

/**
 * Starts the built server and opens a long article, as {@link timeServer} does.
 *
 * @throws Error when it finds nothing in what is seen, or says all at once
 */
export async function timeLong(file: string, text: string): Promise<LongTiming> {
  const server = await openServer(file, text);
  const { diagnostics: seen, isWhole } = await server.ask();
  if (isWhole) throw new Error('the server did not look first at what is seen');
  await server.refreshed;
  const { diagnostics: whole } = await server.ask();
  await server.stop();
  return { seen, whole };
}

async function openServer(file: string, text: string) {
  const begin = performance.now();
  const server = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const refreshed = new Promise<void>((resolve) => {
    connection.onRequest('workspace/diagnostic/refresh', () => {
      resolve();
      return null;
    });
  });
  connection.listen();
  const [uri, folder] = [file, dirname(file)].map((path) => pathToFileURL(path).href);
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'bench' }],
    capabilities: {
      workspace: { diagnostics: { refreshSupport: true } },
      textDocument: { diagnostic: { dynamicRegistration: true } },
    },
  });
  const ready = performance.now() - begin;
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plaintext', version: 1, text },
  });
  return {
    ready,
    refreshed,
    /** Asks for the diagnostics; what is still being read comes without the name of a result. */
    async ask() {
      const { items, resultId } = await connection.sendRequest<{ items: readonly unknown[]; resultId?: string }>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
      );
      if (items.length === 0) throw new Error('the server found nothing in the article');
      return { diagnostics: performance.now() - begin, isWhole: resultId !== undefined };
    },
    change: (version: number, contentChanges: readonly object[]) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await once(server, 'exit');
      connection.dispose();
    },
  };
}
