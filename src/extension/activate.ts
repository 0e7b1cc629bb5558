import * as vscode from 'vscode';
import { Method } from '../server/protocol.ts';
import { registerCastView } from './cast-view.ts';
import { hearChecks } from './checks.ts';
import { registerCleanPaste } from './clean-paste.ts';
import { answerFileRequests, type CreateClient, clientOptions } from './client.ts';
import { registerCommands } from './commands.ts';
import { registerHouseStyle } from './house-style.ts';
import { registerPackTests } from './pack-tests.ts';
import { registerReopen } from './reopen.ts';
import { registerRepairs } from './repair.ts';
import { registerStatus } from './status.ts';
import { tellVisible } from './visible.ts';

/**
 * Starts the server and registers what people see. Does nothing else, so that opening a window costs nothing.
 *
 * @param createClient makes the client for this kind of host
 */
export function activateDesk(context: vscode.ExtensionContext, createClient: CreateClient): void {
  const output = vscode.window.createOutputChannel('Copydesk', { log: true });
  const client = createClient(clientOptions(output));
  const checks = hearChecks(client);
  context.subscriptions.push(
    output,
    checks,
    { dispose: () => client.dispose() },
    answerFileRequests(client),
    registerCommands(client, output),
    registerRepairs(client),
    registerReopen(client),
    registerHouseStyle(client),
    registerCastView(client, checks.onCheck),
    registerStatus(checks.onCheck),
    registerCleanPaste(client),
    registerPackTests(client),
    tellVisible(client),
    vscode.workspace.onDidGrantWorkspaceTrust(() => client.sendNotification(Method.trustGranted)),
  );
  client.start().catch((error: unknown) => output.error(error instanceof Error ? error : String(error)));
}
