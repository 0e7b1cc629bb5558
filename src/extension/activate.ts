import * as vscode from 'vscode';
import { Method } from '../server/protocol.ts';
import { registerCastView } from './cast-view.ts';
import { registerCleanPaste } from './clean-paste.ts';
import { answerFileRequests, type CreateClient, clientOptions } from './client.ts';
import { registerCommands } from './commands.ts';
import { registerStatus } from './status.ts';

/**
 * Starts the server and registers what people see. Does nothing else, so that opening a window costs nothing.
 *
 * @param createClient makes the client for this kind of host
 */
export function activateDesk(context: vscode.ExtensionContext, createClient: CreateClient): void {
  const output = vscode.window.createOutputChannel('Copydesk', { log: true });
  const client = createClient(clientOptions(output));
  context.subscriptions.push(
    output,
    { dispose: () => client.dispose() },
    answerFileRequests(client),
    registerCommands(client, output),
    registerCastView(client),
    registerStatus(client),
    registerCleanPaste(client),
    vscode.workspace.onDidGrantWorkspaceTrust(() => client.sendNotification(Method.trustGranted)),
  );
  client.start().catch((error: unknown) => output.error(error instanceof Error ? error : String(error)));
}
