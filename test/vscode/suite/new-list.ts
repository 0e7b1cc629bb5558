import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askUntil, codeOf, diagnosticsWhen, open, test, uriOf, write } from './tools.ts';

const read = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));

/** Adds the tests of lists that the light bulb makes. */
export function addNewListTests(): void {
  test('an unknown word is added to a list that is made, and is silent before and after it is saved', async () => {
    const config = await read('.copydesk.yaml');
    const uri = await write('stories/bay.txt', 'The flumology of the bay was read on Monday.\n');
    const editor = await open('stories/bay.txt');
    const isUnknown = (one: vscode.Diagnostic) => codeOf(one) === 'spelling';
    const range = (await diagnosticsWhen(uri, (all) => all.some(isUnknown))).find(isUnknown)?.range;
    assert.ok(range);
    editor.selection = new vscode.Selection(range.start, range.start);
    const title = 'Add “flumology” to a new list: terms.txt';
    const ask = () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
    const actions = await askUntil(ask, (all) => all.some((one) => one.title === title));
    const add = actions.find((one) => one.title === title);
    assert.ok(add?.edit, actions.map((one) => one.title).join(' | '));
    assert.equal(await vscode.workspace.applyEdit(add.edit), true);
    await diagnosticsWhen(uri, (all) => !all.some(isUnknown));
    for (const name of ['terms.txt', '.copydesk.yaml'])
      assert.ok(await (await vscode.workspace.openTextDocument(uriOf(name))).save(), name);
    assert.equal(await read('terms.txt'), 'flumology\n');
    assert.equal(await read('.copydesk.yaml'), `${config}${config.endsWith('\n') ? '' : '\n'}lexicon: [terms.txt]\n`);
    await diagnosticsWhen(uri, (all) => !all.some(isUnknown));
    await write('.copydesk.yaml', config);
    await diagnosticsWhen(uri, (all) => all.some(isUnknown));
    await vscode.workspace.fs.delete(uriOf('terms.txt'));
    await vscode.workspace.fs.delete(uri);
  });
}
