import type { Connection, FileEvent, InitializeResult } from 'vscode-languageserver';
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { lockName } from '../config/index.ts';
import { readClient } from './client.ts';
import { createConfigCommands, createRuleMatches } from './config-files/index.ts';
import { isConfigName } from './configurations.ts';
import { registerFeatures } from './features.ts';
import type { Host } from './host.ts';
import { createTranslate } from './messages.ts';
import type { VisibleParams } from './protocol.ts';
import { Command, fixAllKind, Method } from './protocol.ts';
import { createPublisher } from './publish.ts';
import { registerRequests } from './requests.ts';
import { sidecarName } from './sidecar.ts';
import { letOthersIn } from './slices.ts';
import { toPath } from './uris.ts';
import { createWorkspace } from './workspace.ts';

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  diagnosticProvider: { identifier: 'copydesk', interFileDependencies: true, workspaceDiagnostics: false },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  hoverProvider: true,
  documentSymbolProvider: true,
  documentHighlightProvider: true,
  referencesProvider: true,
  definitionProvider: true,
  codeLensProvider: { resolveProvider: true },
  renameProvider: { prepareProvider: true },
  completionProvider: { triggerCharacters: [] },
  executeCommandProvider: { commands: Object.values(Command) },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Serves one client until it hangs up. */
export function startServer(connection: Connection, host: Host): void {
  const workspace = createWorkspace(connection, host);
  const publisher = createPublisher(connection, workspace);
  const matches = createRuleMatches(workspace);
  const { documents, configurations } = workspace;

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    const client = readClient(params);
    workspace.client = client;
    workspace.folders = client.folders.map(({ uri }) => toPath(uri));
    workspace.trusted = client.options.trusted !== false;
    if (client.locale !== 'en') workspace.translate = createTranslate(await host.readTranslations(client.locale));
    return { capabilities, serverInfo: { name: 'copydesk' } };
  });

  connection.onInitialized(async () => {
    const { client } = workspace;
    const fault = host.findFault?.();
    if (fault) connection.window.showErrorMessage(`Copydesk: ${fault}`);
    if (client?.registersConfiguration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'copydesk' });
    if (client?.registersWatchers)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: '**/.copydesk.{yaml,yml,json}' },
          { globPattern: '**/{.,_}vale.ini' },
          { globPattern: '**/copydesk.lock' },
          { globPattern: '**/*.{csv,tsv,txt,yaml,yml}' },
        ],
      });
    if (client?.tellsFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => toPath(uri)));
        workspace.folders = [
          ...workspace.folders.filter((folder) => !gone.has(folder)),
          ...added.map(({ uri }) => toPath(uri)),
        ];
        reload();
      });
  });

  /** True for a file that decides how articles are checked. */
  function isSource(path: string): boolean {
    return (
      isConfigName(path) ||
      path.endsWith(`/${sidecarName}`) ||
      path.endsWith(`/${lockName}`) ||
      configurations.uses(path)
    );
  }

  let reloading: ReturnType<typeof setTimeout> | undefined;
  function reload() {
    clearTimeout(reloading);
    configurations.forget();
    matches.forget();
    workspace.sidecars.forget();
    publisher.refresh();
  }
  workspace.onStale = reload;
  // A configuration that is being typed is read anew when the typing rests.
  function reloadSoon() {
    clearTimeout(reloading);
    reloading = setTimeout(reload, 200);
  }

  connection.onDidChangeConfiguration(({ settings }) => {
    workspace.forgetSettings(settings?.copydesk ?? undefined);
    publisher.refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const decides = ({ uri, type }: FileEvent) =>
      isSource(toPath(uri)) || (type === FileChangeType.Created && configurations.misses(toPath(uri)));
    if (changes.some(decides)) reload();
    // An article that changed on disk may hold what a rule looks for.
    else matches.forget();
  });
  connection.onNotification(Method.trustGranted, () => {
    workspace.trusted = true;
    reload();
  });

  const opened = new Set<string>();
  /**
   * What a walk over the workspace published gives way to the document's own, when that is asked for or the text changes;
   * a document that is open behind a preview is never asked for.
   */
  function giveWay(uri: string) {
    if (workspace.client?.pulls && workspace.walked.delete(uri)) publisher.close(uri);
  }
  documents.onDidOpen(({ document }) => {
    opened.add(document.uri);
    publisher.schedule(document.uri, 0);
  });
  documents.onDidChangeContent(({ document }) => {
    const path = toPath(document.uri);
    // Opening a document counts as its first change.
    if (opened.delete(document.uri)) return;
    if (isSource(path)) reloadSoon();
    giveWay(document.uri);
    publisher.schedule(document.uri);
  });
  documents.onDidClose(({ document }) => {
    const path = toPath(document.uri);
    workspace.close(path);
    workspace.visible.delete(document.uri);
    publisher.close(document.uri);
    // The file on disk may differ from what was being typed.
    if (isSource(path)) reload();
  });

  connection.onNotification(Method.visible, ({ textDocument: { uri }, ranges }: VisibleParams) => {
    workspace.visible.set(uri, ranges);
    publisher.glanceAgain(uri);
  });
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    // Keystrokes that wait in the queue are read first, and cancel this request.
    await letOthersIn();
    // The client cancels to ask anew. Were it told not to (`retriggerRequest`), it would be left without an answer.
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Asked for anew');
    giveWay(textDocument.uri);
    try {
      const seen = await publisher.glance(textDocument.uri);
      if (seen) return { kind: DocumentDiagnosticReportKind.Full, items: seen };
      const version = documents.get(textDocument.uri)?.version;
      const items = await publisher.diagnose(textDocument.uri);
      const resultId = items && `${version}:${configurations.generation}`;
      if (resultId && resultId === previousResultId && items.length > 0)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, items: items ?? [], ...(resultId ? { resultId } : {}) };
    } catch (error) {
      connection.console.error(`${textDocument.uri} cannot be checked: ${String(error)}`);
      return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    }
  });

  registerFeatures(connection, workspace, matches);
  registerRequests(connection, workspace, createConfigCommands(connection, workspace, { matches, host, reload }));
  documents.listen(connection);
  connection.listen();
}
