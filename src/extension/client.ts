import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import {
  type FindFilesParams,
  type InitializationOptions,
  Method,
  type ReadFileParams,
  type ReadFileResult,
} from '../server/protocol.ts';

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
  };
  return {
    documentSelector: [
      ...articleLanguages.map((language) => ({ language })),
      { pattern: '**/.copydesk.{yaml,yml,json}' },
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
