import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CastMention,
  type CastPerson,
  type CastReference,
  type CastResult,
  Method,
  type StatusParams,
} from '../server/protocol.ts';
import { toRange } from './ranges.ts';

interface PersonRow {
  kind: 'person';
  person: CastPerson;
  uri: vscode.Uri;
}

/** A row of the view: a person, a group of what is known of one, or a mention. */
type Row =
  | PersonRow
  | { kind: 'fact'; label: string; icon: string }
  | { kind: 'conflict'; message: string; ranges: readonly vscode.Range[]; uri: vscode.Uri }
  | { kind: 'mention'; mention: CastMention; uri: vscode.Uri }
  | { kind: 'reference'; mention: CastReference; uri: vscode.Uri };

/** The cast of the article in the active editor: people, ranks, offices, spellings, mentions. */
export function registerCastView(client: BaseLanguageClient, onCheck: vscode.Event<StatusParams>): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: renderRow,
    getParent: () => undefined,
    async getChildren(row) {
      if (row?.kind === 'person') return rowsOfPerson(row.person, row.uri);
      if (row) return [];
      const people = await listPeople();
      view.badge = countConflicts(people);
      return people;
    },
  };
  const view = vscode.window.createTreeView('copydesk.cast', { treeDataProvider: provider, showCollapseAll: true });
  const refresh = () => changed.fire();

  async function listPeople(): Promise<PersonRow[]> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !client.isRunning()) return [];
    const textDocument = { uri: document.uri.toString() };
    const cast = await client.sendRequest<CastResult | null>(Method.cast, { textDocument });
    return (cast?.people ?? []).map((person) => ({ kind: 'person', person, uri: document.uri }));
  }

  return vscode.Disposable.from(
    changed,
    view,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    client.onDidChangeState(refresh),
    // A check has ended: what it says of people may be new.
    onCheck(({ uri }) => {
      if (uri === vscode.window.activeTextEditor?.document.uri.toString()) refresh();
    }),
    vscode.commands.registerCommand('copydesk.refreshCast', refresh),
    vscode.commands.registerCommand('copydesk.showCast', async () => {
      const cursor = vscode.window.activeTextEditor?.selection.active;
      const cast = await listPeople();
      const here = cast.find(
        ({ person: { mentions, references } }) =>
          cursor && [...mentions, ...references].some((one) => toRange(one.range).contains(cursor)),
      );
      const row = here ?? cast[0];
      if (row) await view.reveal(row, { focus: true, select: true, expand: here !== undefined });
      else await vscode.commands.executeCommand('copydesk.cast.focus');
    }),
    vscode.commands.registerCommand('copydesk.renameInCast', () => {
      const [row] = view.selection;
      if (row?.kind === 'person') void vscode.commands.executeCommand('copydesk.renamePerson', row);
    }),
  );
}

/** The number on the activity bar: people of whom the desk has something to say. */
function countConflicts(people: readonly PersonRow[]): vscode.ViewBadge | undefined {
  const value = people.filter(({ person }) => person.conflicts.length > 0).length;
  return value > 0 ? { value, tooltip: vscode.l10n.t('People to look at: {0}', value) } : undefined;
}

function rowsOfPerson(person: CastPerson, uri: vscode.Uri): Row[] {
  const known = [
    ...person.ranks.map((label) => ({ kind: 'fact', label, icon: 'star' }) satisfies Row),
    ...person.offices.map((label) => ({ kind: 'fact', label, icon: 'briefcase' }) satisfies Row),
    ...(person.country ? [{ kind: 'fact', label: nameCountry(person.country), icon: 'globe' } satisfies Row] : []),
    ...(person.native ? [{ kind: 'fact', label: person.native, icon: 'symbol-text' } satisfies Row] : []),
    ...(person.note ? [{ kind: 'fact', label: person.note, icon: 'note' } satisfies Row] : []),
    ...(person.spellings.length > 1
      ? [
          {
            kind: 'fact',
            label: person.spellings.map(({ text, count }) => `${text} ×${count}`).join(', '),
            icon: 'symbol-string',
          } satisfies Row,
        ]
      : []),
  ];
  // What is said of each mention in the same words stands once, with all its lines.
  const said = new Map<string, vscode.Range[]>();
  for (const { message, range } of person.conflicts) said.set(message, [...(said.get(message) ?? []), toRange(range)]);
  const conflicts = [...said].map(([message, ranges]) => ({ kind: 'conflict', message, ranges, uri }) satisfies Row);
  return [
    ...conflicts,
    ...known,
    ...person.mentions.map((mention) => ({ kind: 'mention', mention, uri }) satisfies Row),
    ...person.references.map((mention) => ({ kind: 'reference', mention, uri }) satisfies Row),
  ];
}

/** A country in the user's language; its code where that is unknown. */
function nameCountry(code: string): string {
  return new Intl.DisplayNames([vscode.env.language, 'en'], { type: 'region' }).of(code) ?? code;
}

function renderRow(row: Row): vscode.TreeItem {
  if (row.kind === 'person') {
    const item = new vscode.TreeItem(row.person.name, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `${row.uri}#${row.person.name}`;
    item.description = [row.person.ranks[0] ?? row.person.offices[0], `${row.person.mentions.length}×`]
      .filter(Boolean)
      .join(' · ');
    item.iconPath =
      row.person.conflicts.length > 0
        ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
        : new vscode.ThemeIcon('person');
    item.accessibilityInformation = {
      label: vscode.l10n.t(
        '{0}: {1} mentions, {2} problems',
        row.person.name,
        row.person.mentions.length,
        row.person.conflicts.length,
      ),
    };
    item.tooltip = row.person.conflicts.map(({ message }) => message).join('\n') || row.person.name;
    item.contextValue = 'person';
    return item;
  }
  if (row.kind === 'fact') {
    const item = new vscode.TreeItem(row.label);
    item.iconPath = new vscode.ThemeIcon(row.icon);
    return item;
  }
  const ranges = row.kind === 'conflict' ? row.ranges : [toRange(row.mention.range)];
  const item = new vscode.TreeItem(row.kind === 'conflict' ? row.message : row.mention.text);
  item.iconPath = new vscode.ThemeIcon(
    row.kind === 'conflict'
      ? 'warning'
      : row.mention.inQuote
        ? 'quote'
        : row.kind === 'reference'
          ? 'references'
          : 'location',
  );
  const lines = [...new Set(ranges.map(({ start }) => start.line + 1))];
  item.description =
    lines.length === 1 ? vscode.l10n.t('line {0}', lines[0] ?? 1) : vscode.l10n.t('lines {0}', lines.join(', '));
  item.tooltip = `${item.label} (${item.description})`;
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to'),
    arguments: [row.uri, { ...(ranges[0] ? { selection: ranges[0] } : {}) } satisfies vscode.TextDocumentShowOptions],
  };
  return item;
}
