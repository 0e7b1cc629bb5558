import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { EditAbilities } from './edits.ts';
import type { InitializationOptions } from './protocol.ts';

/** What the client said of itself in `initialize`. */
export interface Client {
  options: InitializationOptions;
  folders: readonly WorkspaceFolder[];
  /** BCP 47 primary language of the user interface. */
  locale: string;
  /** Asks for diagnostics by itself. */
  pulls: boolean;
  refreshesDiagnostics: boolean;
  answersConfiguration: boolean;
  registersWatchers: boolean;
  registersConfiguration: boolean;
  tellsFolders: boolean;
  showsProgress: boolean;
  showsMarkdown: boolean;
  edits: EditAbilities;
}

/** Reads `initialize`; nothing is taken for granted, a client may leave out everything. */
export function readClient(params: InitializeParams): Client {
  const { workspace, textDocument, window } = params.capabilities;
  const options = isRecord(params.initializationOptions) ? (params.initializationOptions as InitializationOptions) : {};
  const root = params.rootUri ?? (params.rootPath ? `file://${params.rootPath}` : undefined);
  return {
    options,
    folders: params.workspaceFolders ?? (root ? [{ uri: root, name: '' }] : []),
    locale: (params.locale ?? 'en').split('-')[0]?.toLowerCase() ?? 'en',
    pulls: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    edits: {
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      createFile: workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
      annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
