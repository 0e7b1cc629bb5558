import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateDesk } from './activate.ts';

// The browser's own; the project's types are Node's.
declare class Worker {
  constructor(script: string);
}

/** vscode.dev and its like: the server is a worker. */
export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js');
  activateDesk(
    context,
    (options) => new LanguageClient('copydesk', 'Copydesk', options, new Worker(script.toString(true))),
  );
}
