import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askUntil, codeActionsOf, codeOf, diagnosticsWhen, open, test, uriOf, write } from './tools.ts';

const { fs } = vscode.workspace;

async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await fs.readFile(uriOf(path)));
}

/** Shows a file with this text, the caret at `|`, saved without it. */
async function openAt(path: string, marked: string): Promise<{ editor: vscode.TextEditor; at: vscode.Position }> {
  const caret = marked.indexOf('|');
  await write(path, marked.replace('|', ''));
  const editor = await open(path);
  await editor.edit((edit) =>
    edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), marked.replace('|', '')),
  );
  await editor.document.save();
  const at = editor.document.positionAt(caret);
  editor.selection = new vscode.Selection(at, at);
  return { editor, at };
}

/** The labels that are offered at a place; asked again while the server is starting. */
async function labelsAt(uri: vscode.Uri, at: vscode.Position, wanted: string): Promise<string[]> {
  const ask = async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      at,
    );
    return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  };
  const labels = await askUntil(ask, (found) => found.includes(wanted));
  assert.ok(labels.includes(wanted), `“${wanted}” is not among ${labels.slice(0, 30).join(', ')}`);
  return labels;
}

/** Tests of configurations, packs and lists; each leaves the workspace as it was. */
export function addHouseStyleTests(): void {
  const config = '.copydesk.yaml';
  const kept = async (body: () => Promise<void>) => {
    const before = await read(config);
    try {
      await body();
    } finally {
      await openAt(config, `${before}|`);
    }
  };

  test('a misspelt rule is underlined in the configuration, and the fix writes the right one', () =>
    kept(async () => {
      const { editor } = await openAt(config, `${await read(config)}rules: {repeated-word: error}|\n`);
      const { document } = editor;
      const [fault] = await diagnosticsWhen(document.uri, (all) => all.length > 0);
      assert.equal(document.getText(fault?.range), 'repeated-word');
      assert.ok(fault);
      const actions = await codeActionsOf(document.uri, fault.range);
      const fix = actions.find(({ edit }) => edit);
      assert.ok(fix?.edit, actions.map(({ title }) => title).join(' | '));
      await vscode.workspace.applyEdit(fix.edit);
      assert.match(document.getText(), /\{repeated-words: error\}/);
      await diagnosticsWhen(document.uri, (all) => all.length === 0);
    }));

  test('rules are completed in the configuration, in YAML and in JSON, and explained', () =>
    kept(async () => {
      const { editor, at } = await openAt(config, `${await read(config)}rules:\n  re|: error\n`);
      await labelsAt(editor.document.uri, at, 'repeated-words');
      const json = await openAt('desk/.copydesk.json', '{ "extends": ["copydesk:|"] }\n');
      await labelsAt(json.editor.document.uri, json.at, '"copydesk:ap"');
      await fs.delete(uriOf('desk'), { recursive: true });
      const { editor: again } = await openAt(
        config,
        `${await read(config).then((text) => text.replace('re: e', 'repeated-words: e'))}|`,
      );
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        again.document.uri,
        again.document.positionAt(again.document.getText().indexOf('repeated-words') + 3),
      );
      assert.ok(hovers.length > 0, 'a rule is explained where it is named');
    }));

  test('keys of pack.yaml and of a rule’s examples are completed', async () => {
    const manifest = await openAt('house/pack.yaml', 'name: house\nti|\n');
    await labelsAt(manifest.editor.document.uri, manifest.at, 'title');
    const rule = await openAt(
      'house/words.yaml',
      'extends: existence\nmessage: “%s”\ntokens: [zorble]\nexamples:\n  - b|\n',
    );
    await labelsAt(rule.editor.document.uri, rule.at, 'bad');
    await fs.delete(uriOf('house'), { recursive: true });
  });

  test('a team list holds as soon as it is saved', () =>
    kept(async () => {
      await write('people.csv', 'name\nRauf Talibli\n');
      await openAt(config, `${await read(config)}lexicon: [people.csv]|\n`);
      const uri = await write(
        'stories/list.txt',
        'Talks in Shusha\n\nBy Leyla Test\n\nThe the guest, Orkan Velizada, spoke.\n',
      );
      const { document } = await vscode.window.showTextDocument(uri);
      const isName = (one: vscode.Diagnostic) => document.getText(one.range).includes('Orkan Velizada');
      await diagnosticsWhen(uri, (all) => all.length > 0 && !all.some(isName));
      const list = await vscode.workspace.openTextDocument(uriOf('people.csv'));
      const save = async (text: string, isThere: boolean) => {
        const edit = new vscode.WorkspaceEdit();
        edit.replace(list.uri, new vscode.Range(0, 0, list.lineCount, 0), text);
        await vscode.workspace.applyEdit(edit);
        await list.save();
        await diagnosticsWhen(uri, (all) => all.some(isName) === isThere);
      };
      await save('name,wrong\nRauf Talibli,\nOrxan Valizada,Orkan Velizada\n', true);
      await save('name\nRauf Talibli\n', false);
      await fs.delete(uri);
      await fs.delete(uriOf('people.csv'));
    }));

  test('one story, the Associated Press’s and the Guardian’s', () =>
    kept(async () => {
      const text =
        'Talks resume\n\nBy Leyla Test\n\nThe labour programme fell 5 per cent on September 15, he said at 5 pm.\n';
      const uri = await write('stories/style.txt', text);
      const { document } = await vscode.window.showTextDocument(uri);
      const rulesOf = (all: vscode.Diagnostic[]) =>
        new Set(all.map(codeOf).filter((id) => /^(?:ap|guardian)\./.test(id)));
      const before = await read(config);
      const seen: string[][] = [];
      for (const house of ['ap', 'guardian', 'ap']) {
        await openAt(config, `extends: copydesk:${house}\n${before}|`);
        const found = await diagnosticsWhen(uri, (all) => {
          const ids = [...rulesOf(all)];
          return ids.length > 0 && ids.every((id) => id.startsWith(`${house}.`));
        });
        seen.push(
          found
            .map((one) => `${codeOf(one)} ${document.getText(one.range)}`)
            .filter((one) => one.startsWith(house))
            .sort(),
        );
      }
      const [ap, guardian, again] = seen;
      assert.deepEqual(again, ap);
      assert.ok(ap?.includes('ap.month-abbreviation September 15'), ap?.join(' | '));
      assert.ok(guardian?.includes('guardian.day-before-month September 15'), guardian?.join(' | '));
      await fs.delete(uri);
    }));
}
