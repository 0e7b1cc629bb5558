import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { longDocument, Method, type VisibleParams } from '../server/protocol.ts';
import { articleLanguages } from './client.ts';

// Milliseconds. Who scrolls is told of at this pace.
const pace = 100;

/** Tells the server what is seen of long documents: there it looks first while it reads them. */
export function tellVisible(client: BaseLanguageClient): vscode.Disposable {
  const soon = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  function tell(document: vscode.TextDocument) {
    soon.delete(document);
    if (!articleLanguages.includes(document.languageId) || lengthOf(document) < longDocument) return;
    const editors = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
    const visible: VisibleParams = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      ranges: editors.flatMap(({ visibleRanges }) =>
        visibleRanges.map((range) => client.code2ProtocolConverter.asRange(range)),
      ),
    };
    // Before the server runs, and after it ended, nobody listens.
    client.sendNotification(Method.visible, visible).catch(() => {});
  }

  const tellAll = () => {
    for (const document of new Set(vscode.window.visibleTextEditors.map((editor) => editor.document))) tell(document);
  };
  tellAll();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(tellAll),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
      if (!soon.has(document)) soon.set(document, setTimeout(tell, pace, document));
    }),
    { dispose: () => [...soon.values()].forEach(clearTimeout) },
  );
}

/** UTF-16 units, without making one string of all lines. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(new vscode.Position(document.lineCount, 0));
}
