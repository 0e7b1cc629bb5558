import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateDesk } from './activate.ts';

/** Desktop and remote hosts: the server is a Node process beside the bundle. */
export function activate(context: ExtensionContext): void {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  activateDesk(context, (options) => new LanguageClient('copydesk', 'Copydesk', { run, debug: run }, options));
}
