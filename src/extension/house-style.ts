import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExplainResult, Method, type SwitchStyleParams, type SwitchStyleResult } from '../server/protocol.ts';
import { toRange } from './ranges.ts';

/** The command that switches the house style: of the team where it has a configuration, of the user otherwise. */
export function registerHouseStyle(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('copydesk.switchStyle', () => chooseStyle(client));
}

function styles(): { id: string; label: string; detail: string }[] {
  const { t } = vscode.l10n;
  return [
    { id: 'keep-full', label: t('Keep ranks in full'), detail: t('Army General Demir, at every mention') },
    { id: 'ap', label: 'Associated Press', detail: t('Gen. Orhan Demir, then Demir') },
    { id: 'reuters', label: 'Reuters', detail: t('General Orhan Demir, then Demir') },
    { id: 'guardian', label: 'The Guardian', detail: t('Gen Orhan Demir, then Demir') },
    { id: 'bbc', label: 'BBC', detail: t('Gen Orhan Demir, then Gen Demir') },
    {
      id: 'any-consistent',
      label: t('Any, but the same throughout'),
      detail: t('Army General Demir, then General Demir'),
    },
  ];
}

async function chooseStyle(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const textDocument = { uri: document.uri.toString() };
  const { style: now } = await client.sendRequest<ExplainResult>(Method.explain, { textDocument });
  const items = styles().map((style) => ({
    ...style,
    ...(style.id === now ? { description: vscode.l10n.t('in force') } : {}),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('House style'),
    placeHolder: vscode.l10n.t('How ranks, dates and figures are written'),
    matchOnDetail: true,
  });
  if (!picked || picked.id === now) return;
  const params: SwitchStyleParams = { textDocument, style: picked.id };
  const { edit } = await client.sendRequest<SwitchStyleResult>(Method.switchStyle, params);
  if (!edit) {
    const settings = vscode.workspace.getConfiguration('copydesk', document.uri);
    // Where it is set already, the nearest such place; it would hold over any other.
    const set = settings.inspect<string>('style');
    const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
    const open = vscode.workspace.workspaceFolders ? Workspace : Global;
    const target = set?.workspaceFolderValue
      ? WorkspaceFolder
      : set?.workspaceValue
        ? Workspace
        : set?.globalValue
          ? Global
          : open;
    await settings.update('style', picked.id, target);
    return;
  }
  const uri = vscode.Uri.parse(edit.uri);
  const change = new vscode.WorkspaceEdit();
  change.set(
    uri,
    edit.edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
  );
  if (await vscode.workspace.applyEdit(change)) await (await vscode.workspace.openTextDocument(uri)).save();
}
