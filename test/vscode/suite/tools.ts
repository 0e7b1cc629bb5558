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

/** Writes a file of the workspace. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
  return uriOf(path);
}

/** Shows a file of the workspace. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uriOf(path));
}

/** How long anything may take that is waited for, in milliseconds: much longer than on a busy machine with two cores. */
const patience = 60_000;

/** Waits until the desk's diagnostics of a file fulfil a condition. */
export function diagnosticsWhen(
  uri: vscode.Uri,
  fits: (found: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const own = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'copydesk');
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = own();
      if (!fits(found)) return;
      stop();
      resolve(found);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    const timer = setTimeout(() => {
      stop();
      const found = own().map(({ message, range, code }) => ({ message, range, code }));
      reject(new Error(`diagnostics did not come to fit: ${JSON.stringify(found)}`));
    }, patience);
    const stop = () => {
      listener.dispose();
      clearTimeout(timer);
    };
    look();
  });
}

/** Asks again and again until an answer fits; the last answer, whether it does or not. */
export async function askUntil<T>(ask: () => PromiseLike<T>, fits: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (fits(answer) || Date.now() > end) return answer;
    await new Promise((done) => setTimeout(done, 250));
  }
}

/**
 * The code actions of a range, asked for until there are some: VS Code drops a question when any extension registers
 * a provider while it is being answered, as several do after a start.
 */
export function codeActionsOf(uri: vscode.Uri, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
  const ask = () =>
    vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind);
  return askUntil(ask, (actions) => actions.length > 0);
}

/** The id of a diagnostic's rule. */
export const codeOf = ({ code }: vscode.Diagnostic) => String(typeof code === 'object' ? code.value : code);
/** Whether a diagnostic is of a letter that was lost. */
export const isLostLetter = (diagnostic: vscode.Diagnostic) => codeOf(diagnostic) === 'encoding-lost-letter';
