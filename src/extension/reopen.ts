import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ChooseEncodingParams,
  type ChooseEncodingResult,
  Method,
  type ReopenArguments,
} from '../server/protocol.ts';

// What newsrooms around the Caspian and Europe save in; of readings that are equally good the first is taken.
const candidates = [
  'utf8',
  'windows1254',
  'windows1252',
  'windows1250',
  'windows1257',
  'iso88592',
  'windows1251',
  'utf16le',
  'macroman',
  'cp852',
];

/** The command that reads a file again in the encoding that it was written with. */
export function registerReopen(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('copydesk.reopenWithEncoding', (...args: Partial<ReopenArguments>) =>
    reopen(client, args[0], args[1]),
  );
}

async function reopen(client: BaseLanguageClient, named: string | undefined, known: string | undefined): Promise<void> {
  const uri = named ? vscode.Uri.parse(named) : vscode.window.activeTextEditor?.document.uri;
  if (!uri) return;
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (document?.isDirty) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Save or revert the file first: it is read again from the disk.'),
    );
    return;
  }
  const encoding = known ?? (await findEncoding(client, uri));
  if (encoding && encoding !== document?.encoding) {
    await vscode.workspace.openTextDocument(uri, { encoding });
    vscode.window.setStatusBarMessage(vscode.l10n.t('Copydesk: reopened as {0}', encoding), 4000);
  } else {
    // Nothing reads better: the choice is the user's.
    await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
  }
}

async function findEncoding(client: BaseLanguageClient, uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const readings = await Promise.all(
    candidates.map(async (id) => ({ id, text: await vscode.workspace.decode(bytes, { encoding: id }) })),
  );
  const params: ChooseEncodingParams = { textDocument: { uri: uri.toString() }, readings };
  return (await client.sendRequest<ChooseEncodingResult>(Method.chooseEncoding, params)).id;
}
