import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addHouseStyleTests } from './house-style.ts';
import { addNewListTests } from './new-list.ts';
import {
  codeActionsOf,
  codeOf,
  diagnosticsWhen,
  isLostLetter,
  open,
  story,
  test,
  tests,
  uriOf,
  write,
} from './tools.ts';

/*
 * Runs inside the extension host of a real VS Code, in the workspace test/vscode/newsroom. The runner outside reads one
 * JSON line a test from the host's console.
 */

/** Called by VS Code; throws when a test failed. */
export async function run(): Promise<void> {
  let failed = 0;
  for (const [name, body] of tests) {
    try {
      await body();
      console.log(`COPYDESK-TEST ${JSON.stringify({ name })}`);
    } catch (error) {
      failed++;
      console.log(
        `COPYDESK-TEST ${JSON.stringify({ name, error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) })}`,
      );
    }
  }
  if (failed > 0) throw new Error(`${failed} failed`);
}

test('the extension is activated by an article', async () => {
  await open(story);
  const extension = vscode.extensions.getExtension('copydesk.copydesk');
  assert.ok(extension, 'the extension is there');
  await extension.activate();
  assert.equal(extension.isActive, true);
});

test('the story shows its damage and its inconsistencies at their exact ranges', async () => {
  const { document } = await open(story);
  const found = await diagnosticsWhen(document.uri, (all) => all.some(isLostLetter));
  assert.deepEqual(
    found.filter(isLostLetter).map(({ range }) => document.getText(range)),
    ['Karaçayo?lu', 'Karaçayo?lu', 'Karaçayo?lu'],
  );
  const ranks = found.filter((one) => codeOf(one) === 'rank-consistency');
  // The third mention stands in a quotation: the speaker's words stay.
  assert.deepEqual(
    ranks.map(({ range }) => document.getText(range)),
    ['General Karaçayo?lu', 'General Karaçayo?lu'].slice(0, ranks.length),
  );
  assert.ok(ranks.length >= 1, 'the changed rank is flagged');
  assert.ok(ranks[0]?.relatedInformation?.length, 'and points to the mention that it differs from');
  assert.ok(
    found.some(({ range }) => document.getText(range).toLowerCase().includes('chiefs of the general staff')),
    'the lower-case office is flagged',
  );
});

test('one command repairs the three names and nothing else; undo brings them back', async () => {
  const editor = await open(story);
  const before = editor.document.getText();
  await diagnosticsWhen(editor.document.uri, (all) => all.some(isLostLetter));
  await vscode.commands.executeCommand('copydesk.repairEncoding');
  assert.equal(editor.document.getText(), before.replaceAll('Karaçayo?lu', 'Karaçayoğlu'));
  await vscode.commands.executeCommand('undo');
  assert.equal(editor.document.getText(), before);
});

test('quick fixes are offered for a damaged name, the right one preferred', async () => {
  const { document } = await open(story);
  const found = await diagnosticsWhen(document.uri, (all) => all.some(isLostLetter));
  const range = found.find(isLostLetter)?.range;
  assert.ok(range);
  const actions = await codeActionsOf(document.uri, range);
  const preferred = actions.find(({ isPreferred }) => isPreferred);
  assert.ok(preferred?.title.includes('Karaçayoğlu'), `titles: ${actions.map(({ title }) => title).join(' | ')}`);
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const all = await codeActionsOf(document.uri, whole, 'source.fixAll.copydesk');
  assert.equal(all.length, 1, 'one action fixes all that is safe');
});

test('hover explains the damaged letter', async () => {
  const { document } = await open(story);
  const at = document.positionAt(document.getText().indexOf('Karaçayo?lu') + 8);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  const text = hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join('\n');
  assert.match(text, /Karaçayoğlu|ğ/);
});

test('a README is never linted', async () => {
  const { document } = await open('README.md');
  // The server answers in turn: what it says of a story opened later comes after what it says of this.
  const later = await write('stories/later.txt', 'The the port opened.\n');
  await open('stories/later.txt');
  await diagnosticsWhen(later, (all) => all.length > 0);
  await vscode.workspace.fs.delete(later);
  assert.deepEqual(
    vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'copydesk'),
    [],
  );
});

test('a changed configuration takes effect without a reload', async () => {
  const { document } = await open(story);
  await diagnosticsWhen(document.uri, (all) => all.some(isLostLetter));
  const uri = uriOf('.copydesk.yaml');
  const before = await vscode.workspace.fs.readFile(uri);
  const text = new TextDecoder().decode(before);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${text}rules: {encoding-lost-letter: off}\n`));
  await diagnosticsWhen(document.uri, (all) => all.length > 0 && !all.some(isLostLetter));
  await vscode.workspace.fs.writeFile(uri, before);
  await diagnosticsWhen(document.uri, (all) => all.some(isLostLetter));
});

test('safe fixes are applied on save when asked for', async () => {
  const editor = await open(story);
  const before = editor.document.getText();
  const settings = vscode.workspace.getConfiguration('editor', editor.document.uri);
  await settings.update(
    'codeActionsOnSave',
    { 'source.fixAll.copydesk': 'explicit' },
    vscode.ConfigurationTarget.Workspace,
  );
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
  await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 0, 1)));
  await diagnosticsWhen(editor.document.uri, (all) => all.some(isLostLetter));
  // Those marks may be the last version's: a person saves when this one has been read.
  const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
  await vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    whole,
    'source.fixAll.copydesk',
  );
  await editor.document.save();
  assert.ok(!editor.document.getText().includes('o?lu'), 'the names are repaired');
  assert.ok(editor.document.getText().includes('“Why now? Because'), 'a real question mark stays');
  await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
  await editor.edit((edit) => edit.replace(whole, before));
  await editor.document.save();
});

test('a file written in Windows-1254 is reopened as that, by the first fix', async () => {
  const uri = uriOf('stories/legacy.txt');
  const text =
    'Minister visits Ankara\n\nBy Leyla Nuriyeva\n\nForeign Minister Yıldırım received Dağdelen in Beşiktaş on Monday.\n';
  const letters: Record<string, number> = { ğ: 0xf0, ı: 0xfd, ş: 0xfe };
  await vscode.workspace.fs.writeFile(
    uri,
    Uint8Array.from([...text].map((letter) => letters[letter] ?? letter.charCodeAt(0))),
  );
  const { document } = await vscode.window.showTextDocument(uri);
  const found = await diagnosticsWhen(uri, (all) => all.some(isLostLetter));
  const range = found.find(isLostLetter)?.range;
  assert.ok(range);
  const [first] = await codeActionsOf(uri, range);
  assert.equal(first?.command?.command, 'copydesk.reopenWithEncoding');
  await vscode.commands.executeCommand(first.command.command, ...(first.command.arguments ?? []));
  assert.equal(document.encoding, 'windows1254');
  assert.equal(document.getText(), text);
  await diagnosticsWhen(uri, (all) => !all.some(isLostLetter));
  await vscode.workspace.fs.delete(uri);
});

test('of a long article what is seen is marked first', async () => {
  const quiet = Array.from({ length: 30_000 }, (_, i) => `On trip ${1000 + i} the officers visited the base.`);
  const middle = quiet.splice(15_000);
  const text = ['By Leyla Test', ...quiet, 'The goverment waited.', ...middle, 'The parlament agreed.'].join('\n\n');
  const uri = await write('stories/long.txt', `${text}\n`);
  const document = await vscode.workspace.openTextDocument(uri);
  const end = document.positionAt(text.length);
  const marked: string[][] = [];
  const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (!uris.some((one) => one.toString() === uri.toString())) return;
    marked.push(vscode.languages.getDiagnostics(uri).map(({ range }) => document.getText(range)));
  });
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
  await diagnosticsWhen(uri, (all) => all.length === 2);
  listener.dispose();
  const filled = marked.filter((words) => words.length > 0).map(String);
  assert.equal(filled[0], 'parlament');
  assert.equal(filled.at(-1), 'goverment,parlament');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await vscode.workspace.fs.delete(uri);
});

test('rename asks for nothing that stands already', async () => {
  const { document } = await open(story);
  await diagnosticsWhen(document.uri, (all) => all.some(isLostLetter));
  const at = document.positionAt(document.getText().indexOf('Karaçayo?lu') + 2);
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    at,
    'Selçuk Karaçayoğlu',
  );
  const texts = edit.get(document.uri).map(({ newText }) => newText);
  assert.ok(texts.length > 0 && texts.every((one) => one.endsWith('Karaçayoğlu')), texts.join(' | '));
});

addHouseStyleTests();
addNewListTests();
