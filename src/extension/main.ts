import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateDesk } from './activate.ts';

/** Desktop and remote hosts: the server is a Node process beside the bundle. */
export function activate(context: ExtensionContext): void {
  // By itself V8 lets what is young grow to some 128 MB; a session of edits takes no longer with an eighth of that.
  const options = { execArgv: ['--max-semi-space-size=8'] };
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc, options };
  activateDesk(context, (options) => new LanguageClient('copydesk', 'Copydesk', { run, debug: run }, options));
}
