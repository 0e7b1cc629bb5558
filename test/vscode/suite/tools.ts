import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Tests of the suite, in the order in which they run. */
export const tests: [name: string, body: () => Promise<void>][] = [];

/** Adds a test. */
export const test = (name: string, body: () => Promise<void>) => void tests.push([name, body]);

/** An article with damage. */
export const story = 'stories/visit.txt';

/** A path of the workspace. */
export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Shows a file of the workspace. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uriOf(path));
}

/** Waits until the desk's diagnostics of a file fulfil a condition. */
export async function diagnosticsWhen(
  uri: vscode.Uri,
  fits: (found: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const own = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'copydesk');
  for (let waited = 0; waited < 20_000; waited += 50) {
    if (fits(own())) return own();
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(
    `diagnostics did not come to fit: ${JSON.stringify(own().map(({ message, range, code }) => ({ message, range, code })))}`,
  );
}

/**
 * The code actions of a range, asked for until there are some: VS Code drops a question when any extension registers
 * a provider while it is being answered, as several do after a start.
 */
export async function codeActionsOf(uri: vscode.Uri, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
  for (let asked = 0; asked < 20; asked++) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind,
    );
    if (actions.length > 0) return actions;
    await new Promise((done) => setTimeout(done, 250));
  }
  return [];
}

/** The id of a diagnostic's rule. */
export const codeOf = ({ code }: vscode.Diagnostic) => String(typeof code === 'object' ? code.value : code);
/** Whether a diagnostic is of a letter that was lost. */
export const isLostLetter = (diagnostic: vscode.Diagnostic) => codeOf(diagnostic) === 'encoding-lost-letter';
