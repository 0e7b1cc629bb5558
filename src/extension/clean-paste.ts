import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CleanPasteParams, type CleanPasteResult, Method } from '../server/protocol.ts';
import { articleLanguages } from './client.ts';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('copydesk', 'clean');

/** Offers pasted text with its encoding damage undone; one undo step, the plain paste stays on offer. */
export function registerCleanPaste(client: BaseLanguageClient): vscode.Disposable {
  const provider: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, _ranges, transfer, _context, token) {
      const text = await transfer.get('text/plain')?.asString();
      if (!text) return undefined;
      const params: CleanPasteParams = { text, textDocument: { uri: document.uri.toString() } };
      const cleaned = await client.sendRequest<CleanPasteResult | null>(Method.cleanPaste, params, token);
      if (!cleaned) return undefined;
      const title = vscode.l10n.t('Paste with {0} repairs', cleaned.repairs);
      return [new vscode.DocumentPasteEdit(cleaned.text, title, kind)];
    },
  };
  const selector = articleLanguages.map((language) => ({ language }));
  return vscode.languages.registerDocumentPasteEditProvider(selector, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain'],
  });
}
