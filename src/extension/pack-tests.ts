import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  Method,
  type PackTestsParams,
  type PackTestsResult,
  type TestedExample,
  type TestedPack,
  type TestedRule,
} from '../server/protocol.ts';
import { toRange } from './ranges.ts';

const packFile = '**/pack.{yaml,yml}';

/**
 * The examples inside style packs in the Test Explorer: pack → rule → example. A workspace without packs sees nothing of
 * it.
 */
export function registerPackTests(client: BaseLanguageClient): vscode.Disposable {
  let controller: vscode.Disposable | undefined;
  const open = () => {
    controller ??= createExplorer(client);
  };
  void vscode.workspace.findFiles(packFile, '**/node_modules/**', 1).then((found) => found.length > 0 && open());
  const watcher = vscode.workspace.createFileSystemWatcher(packFile, false, true, true);
  return vscode.Disposable.from(watcher, watcher.onDidCreate(open), { dispose: () => controller?.dispose() });
}

function createExplorer(client: BaseLanguageClient): vscode.Disposable {
  const controller = vscode.tests.createTestController('copydesk.packs', vscode.l10n.t('Style pack examples'));
  // The client counts an undefined token as one more parameter.
  const ask = (params: PackTestsParams, ...token: vscode.CancellationToken[]) =>
    client.sendRequest<PackTestsResult>(Method.packTests, params, ...token);

  async function list(): Promise<void> {
    if (!client.isRunning()) return;
    const { packs } = await ask({ run: false });
    controller.items.replace(packs.map((pack) => createPack(controller, pack)));
  }

  async function run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const chosen = request.include ?? [...controller.items].map(([, item]) => item);
    const run = controller.createTestRun(request);
    for (const item of chosen) for (const leaf of leavesOf(item)) run.started(leaf);
    try {
      const only = request.include?.map((item) => ruleOrPack(item).id);
      const { packs } = await ask({ run: true, ...(only ? { only } : {}) }, token);
      const results = new Map(packs.flatMap(({ rules }) => rules.flatMap(listExamples)));
      const excluded = new Set(request.exclude?.map(({ id }) => id));
      for (const item of chosen)
        for (const leaf of leavesOf(item)) {
          const example = results.get(leaf.id);
          if (!example || excluded.has(leaf.id)) run.skipped(leaf);
          else if (example.state === 'passed') run.passed(leaf);
          else run.failed(leaf, explain(example, leaf));
        }
    } finally {
      run.end();
    }
  }

  controller.resolveHandler = (item) => (item ? undefined : list());
  controller.refreshHandler = list;
  controller.createRunProfile(vscode.l10n.t('Run the examples'), vscode.TestRunProfileKind.Run, run, true);
  // A pack that is saved has other examples than before.
  const saved = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
    if (controller.items.size > 0 && /\.ya?ml$/.test(uri.path)) void list();
  });
  return vscode.Disposable.from(controller, saved);
}

function createPack(controller: vscode.TestController, { name, title, uri, rules }: TestedPack): vscode.TestItem {
  const item = controller.createTestItem(name, title || name, vscode.Uri.parse(uri));
  item.children.replace(
    rules.filter(({ examples }) => examples.length > 0).map((rule) => createRule(controller, rule)),
  );
  return item;
}

function createRule(controller: vscode.TestController, rule: TestedRule): vscode.TestItem {
  const item = controller.createTestItem(rule.id, rule.id.split('.').at(-1) ?? rule.id, vscode.Uri.parse(rule.uri));
  item.range = toRange(rule.range);
  item.children.replace(
    listExamples(rule).map(([id, example]) => {
      const text = example.bad ?? example.good ?? '';
      const leaf = controller.createTestItem(id, text, vscode.Uri.parse(rule.uri));
      leaf.description = describe(example);
      leaf.range = toRange(example.range);
      return leaf;
    }),
  );
  return item;
}

function listExamples({ id, examples }: TestedRule): [id: string, example: TestedExample][] {
  return examples.map((example, i) => [`${id}#${i}`, example]);
}

/** What is expected of an example. */
function describe({ bad, good }: TestedExample): string {
  if (bad === undefined) return vscode.l10n.t('is left alone');
  return good === undefined ? vscode.l10n.t('is hit') : `→ ${good}`;
}

function leavesOf(item: vscode.TestItem): vscode.TestItem[] {
  return item.children.size === 0 ? [item] : [...item.children].flatMap(([, child]) => leavesOf(child));
}

/** What the server can run: an example runs with its rule. */
function ruleOrPack(item: vscode.TestItem): vscode.TestItem {
  return item.id.includes('#') && item.parent ? item.parent : item;
}

function explain(example: TestedExample, leaf: vscode.TestItem): vscode.TestMessage {
  const text = example.message ?? vscode.l10n.t('The example does not hold.');
  const { good, fixed } = example;
  const message =
    good !== undefined && fixed !== undefined
      ? vscode.TestMessage.diff(text, good, fixed)
      : new vscode.TestMessage(text);
  if (leaf.uri && leaf.range) message.location = new vscode.Location(leaf.uri, leaf.range);
  return message;
}
