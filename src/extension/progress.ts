import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { WorkDoneProgress } from 'vscode-languageclient';

/**
 * Sends a long request and shows how far it is, with a button that cancels it.
 *
 * @param params without `workDoneToken`, which is added
 * @returns undefined when it was cancelled or failed; a failure is in the log
 */
export function runWithProgress<R>(
  client: BaseLanguageClient,
  title: string,
  method: string,
  params: object,
): Thenable<R | undefined> {
  const place = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(place, async (progress, token) => {
    const workDoneToken = `copydesk-${Math.random().toString(36).slice(2)}`;
    let shown = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'report') return;
      const percentage = value.percentage ?? shown;
      progress.report({ increment: percentage - shown, ...(value.message ? { message: value.message } : {}) });
      shown = percentage;
    });
    try {
      return await client.sendRequest<R>(method, { ...params, workDoneToken }, token);
    } catch (error) {
      if (!token.isCancellationRequested) client.error(title, error);
      return undefined;
    } finally {
      listening.dispose();
    }
  });
}
