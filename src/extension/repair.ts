import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FixesParams, type FixesResult, type FixFilesResult, Method } from '../server/protocol.ts';
import { runWithProgress } from './progress.ts';
import { toRange } from './ranges.ts';

/** Commands that change articles: all safe fixes, and the repair of damaged letters in a selection, a file, a folder. */
export function registerRepairs(client: BaseLanguageClient): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('copydesk.fixAll', () => fixDocument(client, {})),
    registerCommand('copydesk.repairEncoding', () => repairSelection(client)),
    registerCommand('copydesk.repairFolder', (here?: vscode.Uri, all?: readonly vscode.Uri[]) =>
      repairFolder(client, all ?? (here ? [here] : undefined)),
    ),
  );
}

async function fixDocument(client: BaseLanguageClient, narrow: Pick<FixesParams, 'range' | 'category'>): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const params: FixesParams = { textDocument: { uri: document.uri.toString() }, ...narrow };
  const { version, edits } = await client.sendRequest<FixesResult>(Method.fixes, params);
  if (version !== null && version !== document.version) return;
  if (edits.length === 0) {
    vscode.window.setStatusBarMessage(
      narrow.category === 'encoding'
        ? vscode.l10n.t('Copydesk: no damaged letter with one certain reading')
        : vscode.l10n.t('Copydesk: no safe fix to apply'),
      4000,
    );
    return;
  }
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, toEdits(edits));
  if (await vscode.workspace.applyEdit(change))
    vscode.window.setStatusBarMessage(vscode.l10n.t('Copydesk: {0} places mended', edits.length), 4000);
}

function repairSelection(client: BaseLanguageClient): Promise<void> {
  const selection = vscode.window.activeTextEditor?.selection;
  return fixDocument(client, {
    category: 'encoding',
    ...(selection && !selection.isEmpty ? { range: { start: selection.start, end: selection.end } } : {}),
  });
}

/** Repairs the articles of folders: what would change is shown first, and what is accepted is one step to undo. */
async function repairFolder(client: BaseLanguageClient, chosen: readonly vscode.Uri[] | undefined): Promise<void> {
  const found = await runWithProgress<FixFilesResult>(
    client,
    vscode.l10n.t('Copydesk: looking for damaged letters'),
    Method.fixFiles,
    { category: 'encoding', ...(chosen ? { uris: chosen.map(String) } : {}) },
  );
  if (!found) return;
  for (const { uri, message } of found.failures) client.warn(`${uri}: ${message}`);
  const count = found.files.reduce((sum, { edits }) => sum + edits.length, 0);
  if (count === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Copydesk read {0} articles and found no damaged letter with one certain reading.', found.checked),
    );
    return;
  }
  const review = await askHow(count, found.files.length);
  if (review === undefined) return;
  const change = new vscode.WorkspaceEdit();
  const metadata: vscode.WorkspaceEditEntryMetadata = {
    label: vscode.l10n.t('Damaged letters'),
    needsConfirmation: review,
  };
  for (const { uri, edits } of found.files)
    change.set(
      vscode.Uri.parse(uri),
      toEdits(edits).map((edit): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [edit, metadata]),
    );
  await vscode.workspace.applyEdit(change, { isRefactoring: true });
}

/** True to look at each change before, false to repair all at once; undefined when the user turns away. */
async function askHow(count: number, articles: number): Promise<boolean | undefined> {
  const { t } = vscode.l10n;
  const picked = await vscode.window.showQuickPick(
    [
      { label: t('Review each change'), detail: t('Nothing is changed before you say so'), review: true },
      { label: t('Repair all'), detail: t('One step to undo'), review: false },
    ],
    { title: t('Damaged letters found: {0} in {1} articles', count, articles) },
  );
  return picked?.review;
}

function toEdits(edits: FixesResult['edits']): vscode.TextEdit[] {
  return edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText));
}
