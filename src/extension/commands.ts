import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CastPerson,
  type CastResult,
  type CheckWorkspaceResult,
  type ExplainResult,
  Method,
} from '../server/protocol.ts';
import { runWithProgress } from './progress.ts';
import { toRange } from './ranges.ts';

const starterConfiguration = `# How this team writes. https://github.com/copydesk/copydesk/blob/main/docs/configuration.md
root: true
language: auto # en-GB, en-US, or the article's own majority
style: keep-full # how ranks are written: keep-full, ap, reuters, guardian, bbc, any-consistent
# files: ["stories/**/*.{txt,md,article}"]
# lexicon: [people.csv]
# rules:
#   rank-consistency: error
`;

/** Registers the commands of the palette. */
export function registerCommands(client: BaseLanguageClient, output: vscode.LogOutputChannel): vscode.Disposable {
  const command = (name: string, run: (...args: unknown[]) => unknown) =>
    vscode.commands.registerCommand(`copydesk.${name}`, run);
  return vscode.Disposable.from(
    command('checkWorkspace', () => checkWorkspace(client)),
    command('openConfiguration', openConfiguration),
    command('explainFile', () => explainFile(client)),
    command('restart', async () => {
      await client.stop();
      await client.start();
    }),
    command('addWord', addWord),
    command('showOutput', () => output.show()),
    command('renamePerson', (row) => renamePerson(client, row)),
    command('goToFirstMention', () => goToFirstMention(client)),
  );
}

async function checkWorkspace(client: BaseLanguageClient): Promise<void> {
  const result = await runWithProgress<CheckWorkspaceResult>(
    client,
    vscode.l10n.t('Copydesk: checking all articles'),
    Method.checkWorkspace,
    {},
  );
  if (!result) return;
  const show = vscode.l10n.t('Show problems');
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Copydesk read {0} articles: {1} errors, {2} warnings, {3} safe fixes.',
      result.checked,
      result.errors,
      result.warnings,
      result.fixable,
    ),
    show,
  );
  if (picked === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** To the user's own settings: what one person writes is not the team's business. */
async function addWord(word: unknown): Promise<void> {
  if (typeof word !== 'string') return;
  const settings = vscode.workspace.getConfiguration('copydesk');
  const words = settings.inspect<string[]>('words')?.globalValue ?? [];
  if (!words.includes(word)) await settings.update('words', [...words, word], vscode.ConfigurationTarget.Global);
}

async function openConfiguration(): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: the configuration lies beside its articles.'),
    );
    return;
  }
  for (const name of ['.copydesk.yaml', '.copydesk.yml', '.copydesk.json']) {
    const uri = vscode.Uri.joinPath(folder.uri, name);
    if (await exists(uri)) {
      await vscode.window.showTextDocument(uri);
      return;
    }
  }
  const uri = vscode.Uri.joinPath(folder.uri, '.copydesk.yaml');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(starterConfiguration));
  await vscode.window.showTextDocument(uri);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function explainFile(client: BaseLanguageClient): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  if (!uri) return;
  const { message, configuration, checked } = await client.sendRequest<ExplainResult>(Method.explain, {
    textDocument: { uri },
  });
  const open = vscode.l10n.t('Open configuration');
  const buttons = configuration.length > 0 ? [open] : checked ? [] : [vscode.l10n.t('Create configuration')];
  const picked = await vscode.window.showInformationMessage(message, ...buttons);
  if (picked === open && configuration[0]) await vscode.window.showTextDocument(vscode.Uri.parse(configuration[0]));
  else if (picked) await openConfiguration();
}

/** From the view, with its row; or from the palette, for the person under the cursor. */
async function renamePerson(client: BaseLanguageClient, row: unknown): Promise<void> {
  if (isPersonRow(row)) {
    const first = row.person.mentions[0]?.nameRange;
    if (!first) return;
    const editor = await vscode.window.showTextDocument(row.uri);
    editor.selection = new vscode.Selection(first.end.line, first.end.character, first.end.line, first.end.character);
    editor.revealRange(toRange(first));
  } else if (!(await findPersonAtCursor(client))) {
    return;
  }
  await vscode.commands.executeCommand('editor.action.rename');
}

async function goToFirstMention(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const first = (await findPersonAtCursor(client))?.mentions[0];
  if (!editor || !first) return;
  const range = toRange(first.range);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function findPersonAtCursor(client: BaseLanguageClient): Promise<CastPerson | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const cast = await client.sendRequest<CastResult | null>(Method.cast, {
    textDocument: { uri: editor.document.uri.toString() },
  });
  const person = cast?.people.find(({ mentions, references }) =>
    [...mentions, ...references].some(({ range }) => toRange(range).contains(editor.selection.active)),
  );
  if (!person) vscode.window.setStatusBarMessage(vscode.l10n.t('Copydesk: no person at the cursor'), 4000);
  return person;
}

function isPersonRow(row: unknown): row is { kind: 'person'; person: CastPerson; uri: vscode.Uri } {
  return typeof row === 'object' && row !== null && 'kind' in row && row.kind === 'person';
}
