import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import {
  type FindFilesParams,
  type InitializationOptions,
  Method,
  type ReadFileParams,
  type ReadFileResult,
  type ShowPlacesParams,
} from '../server/protocol.ts';
import { toRange } from './ranges.ts';

/** The languages in which an article may be written; whether a file is one is the server's decision. */
export const articleLanguages: readonly string[] = ['plaintext', 'markdown', 'article', 'html', 'xml', 'json'];

/** Makes the client for the server of this host: a Node process on the desktop, a worker in the browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What both hosts tell the server and the client. */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    trusted: vscode.workspace.isTrusted,
    readFile: true,
    findFiles: true,
    reopens: true,
    addsWords: true,
    readsSchemas: true,
    showPlaces: true,
  };
  return {
    documentSelector: [
      ...articleLanguages.map((language) => ({ language })),
      // Configurations, and what they are made of: packs and lists.
      { pattern: '**/.copydesk.{yaml,yml,json}' },
      { pattern: '**/*.{yaml,yml,csv,tsv}' },
    ],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    diagnosticPullOptions: { onChange: true, onFocus: true, onTabs: true },
  };
}

/** Answers the server's questions for files that only VS Code can read: virtual workspaces, the web. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onNotification(Method.showPlaces, async ({ uri, position, places }: ShowPlacesParams) => {
      await vscode.commands.executeCommand(
        'editor.action.showReferences',
        vscode.Uri.parse(uri),
        new vscode.Position(position.line, position.character),
        places.map((place) => new vscode.Location(vscode.Uri.parse(place.uri), toRange(place.range))),
      );
    }),
    client.onRequest(Method.readFile, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
      try {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
        return { text: new TextDecoder().decode(bytes) };
      } catch {
        return { text: null };
      }
    }),
    client.onRequest(Method.findFiles, async ({ folder, extensions }: FindFilesParams): Promise<string[]> => {
      const pattern = `**/*{${extensions.join(',')}}`;
      const files = await vscode.workspace.findFiles(
        new vscode.RelativePattern(vscode.Uri.parse(folder), pattern),
        '**/node_modules/**',
      );
      return files.map(String);
    }),
  );
}
