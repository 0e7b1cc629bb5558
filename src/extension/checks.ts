import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Method, type StatusParams } from '../server/protocol.ts';

/** What the server says after each check, for all who listen; the client itself takes one listener a notification. */
export function hearChecks(client: BaseLanguageClient): { onCheck: vscode.Event<StatusParams>; dispose(): void } {
  const checked = new vscode.EventEmitter<StatusParams>();
  const listening = client.onNotification(Method.status, (status: StatusParams) => {
    checked.fire({ ...status, uri: vscode.Uri.parse(status.uri).toString() });
  });
  return {
    onCheck: checked.event,
    dispose() {
      listening.dispose();
      checked.dispose();
    },
  };
}
