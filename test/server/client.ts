import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
} from 'vscode-languageserver/node';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../src/server/index.ts';

const main = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));

/** A folder of files that is gone after `remove`. */
export function createFolder(files: Record<string, string>) {
  const path = mkdtempSync(join(tmpdir(), 'copydesk-'));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    uri: (name = '') => pathToFileURL(join(path, name)).href,
    write,
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export type Folder = ReturnType<typeof createFolder>;

/** What an editor like VS Code says of itself. */
export const richClient: ClientCapabilities = {
  workspace: {
    configuration: false,
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: {},
      snippetEditSupport: true,
    },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { relatedInformation: true },
  },
  window: { workDoneProgress: true },
};

/**
 * Starts a server and talks to it over standard input and output.
 *
 * @param options.server the server's file; its sources when left out
 */
export async function startClient(
  folder: Folder,
  options: {
    server?: string;
    capabilities?: ClientCapabilities;
    initialization?: InitializationOptions;
    locale?: string;
  } = {},
) {
  const server: ChildProcess = spawn(process.execPath, [options.server ?? main, '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { stdin } = server;
  if (!server.stdout || !stdin || !server.stderr) throw new Error('the server has no pipes');
  const outgoing = new PassThrough();
  outgoing.pipe(stdin);
  let errors = '';
  server.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const connection: ProtocolConnection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(outgoing),
  );
  // A server that dies leaves no request waiting for ever.
  server.once('exit', () => connection.dispose());
  const logs: string[] = [];
  const published = new Map<string, PublishDiagnosticsParams>();
  const publications: PublishDiagnosticsParams[] = [];
  const progress: { kind: string; message?: string }[] = [];
  const registrations: string[] = [];
  let waiting: { test: () => boolean; resolve: () => void }[] = [];
  let refreshes = 0;
  const heard = () => {
    waiting = waiting.filter(({ test, resolve }) => (test() ? resolve() : true));
  };
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logs.push(message);
    heard();
  });
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.set(params.uri, params);
    publications.push(params);
    heard();
  });
  connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
    progress.push(value);
    heard();
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    heard();
    return null;
  });
  connection.onRequest(
    'client/registerCapability',
    ({ registrations: list }: { registrations: { method: string }[] }) => {
      registrations.push(...list.map(({ method }) => method));
      heard();
      return null;
    },
  );
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder.uri(),
    workspaceFolders: [{ uri: folder.uri(), name: 'desk' }],
    capabilities: options.capabilities ?? richClient,
    ...(options.locale ? { locale: options.locale } : {}),
    ...(options.initialization ? { initializationOptions: options.initialization } : {}),
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    initialized,
    logs,
    /** What was published last of each document, and all in order. */
    published,
    publications,
    progress,
    registrations,
    get refreshes() {
      return refreshes;
    },
    get errors() {
      return errors;
    },
    /** Resolves when the test holds after something was heard from the server. */
    until: (test: () => boolean) =>
      test() ? Promise.resolve() : new Promise<void>((resolve) => waiting.push({ test, resolve })),
    open: (name: string, text: string, languageId = 'plaintext') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: folder.uri(name), languageId, version: 1, text },
      }),
    change: (name: string, version: number, contentChanges: { range?: Range; text: string }[]) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: folder.uri(name), version },
        contentChanges,
      }),
    close: (name: string) =>
      connection.sendNotification('textDocument/didClose', { textDocument: { uri: folder.uri(name) } }),
    request: <R>(method: string, name: string, params: object = {}): Promise<R> =>
      connection.sendRequest(method, { textDocument: { uri: folder.uri(name) }, ...params }),
    async diagnostics(name: string): Promise<Diagnostic[]> {
      const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri: folder.uri(name) },
      });
      return report.items;
    },
    actions: (name: string, range: Range, only?: string[]): Promise<CodeAction[]> =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: folder.uri(name) },
        range,
        context: { diagnostics: [], ...(only ? { only } : {}) },
      }),
    /** What is sent within reaches the server in one piece: it has read all of it before it answers any. */
    async together<T>(send: () => T): Promise<T> {
      outgoing.unpipe(stdin);
      const sent = send();
      // Messages are written one after the other: when this one is, those before it are.
      await connection.sendNotification('$/setTrace', { value: 'off' });
      stdin.write(outgoing.read());
      outgoing.pipe(stdin);
      return sent;
    },
    kill: () => server.kill(),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await new Promise((resolve) => server.once('exit', resolve));
      return code;
    },
  };
}

export type Client = Awaited<ReturnType<typeof startClient>>;

/** Runs a test with a folder and a server of its own; both are gone afterwards, whatever happened. */
export async function withClient(
  files: Record<string, string>,
  options: Parameters<typeof startClient>[1],
  run: (client: Client, folder: Folder) => Promise<void>,
): Promise<void> {
  const folder = createFolder(files);
  const client = await startClient(folder, options);
  try {
    await run(client, folder);
    assert.equal(await client.stop(), 0, 'the server ends cleanly');
    assert.equal(client.errors, '', 'nothing on standard error');
  } finally {
    client.kill();
    folder.remove();
  }
}

/** Applies an action's edits of one document to a text. */
export function applyAction(text: string, action: { edit?: CodeAction['edit'] } | undefined): string {
  const changes = action?.edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : []));
  return applyTextEdits(text, (changes ?? Object.values(action?.edit?.changes ?? {}).flat()) as TextEdit[]);
}

/** Applies edits to a text. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
      text,
    );
}
