import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CastMention, type CastPerson, type CastResult, Method } from '../server/protocol.ts';

/** A row of the view: a person, a group of what is known of one, or a mention. */
type Row =
  | { kind: 'person'; person: CastPerson; uri: vscode.Uri }
  | { kind: 'fact'; label: string; icon: string }
  | { kind: 'conflict'; message: string; range: vscode.Range; uri: vscode.Uri }
  | { kind: 'mention'; mention: CastMention; uri: vscode.Uri };

/** The cast of the article in the active editor: people, ranks, offices, spellings, mentions. */
export function registerCastView(client: BaseLanguageClient): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: renderRow,
    async getChildren(row) {
      if (row?.kind === 'person') return rowsOfPerson(row.person, row.uri);
      if (row) return [];
      const document = vscode.window.activeTextEditor?.document;
      if (!document || !client.isRunning()) return [];
      const cast = await client.sendRequest<CastResult | null>(Method.cast, {
        textDocument: { uri: document.uri.toString() },
      });
      return (cast?.people ?? []).map((person) => ({ kind: 'person', person, uri: document.uri }) satisfies Row);
    },
  };
  const view = vscode.window.createTreeView('copydesk.cast', { treeDataProvider: provider, showCollapseAll: true });
  const refresh = () => changed.fire();
  return vscode.Disposable.from(
    changed,
    view,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) refresh();
    }),
    vscode.commands.registerCommand('copydesk.refreshCast', refresh),
  );
}

function rowsOfPerson(person: CastPerson, uri: vscode.Uri): Row[] {
  const known = [
    ...person.ranks.map((label) => ({ kind: 'fact', label, icon: 'star' }) satisfies Row),
    ...person.offices.map((label) => ({ kind: 'fact', label, icon: 'briefcase' }) satisfies Row),
    ...(person.native ? [{ kind: 'fact', label: person.native, icon: 'globe' } satisfies Row] : []),
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
  const conflicts = person.conflicts.map(
    ({ message, range }) => ({ kind: 'conflict', message, range: toRange(range), uri }) satisfies Row,
  );
  return [
    ...conflicts,
    ...known,
    ...person.mentions.map((mention) => ({ kind: 'mention', mention, uri }) satisfies Row),
  ];
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
    item.tooltip = row.person.conflicts.map(({ message }) => message).join('\n') || row.person.name;
    item.contextValue = 'person';
    return item;
  }
  if (row.kind === 'fact') {
    const item = new vscode.TreeItem(row.label);
    item.iconPath = new vscode.ThemeIcon(row.icon);
    return item;
  }
  const range = row.kind === 'conflict' ? row.range : toRange(row.mention.range);
  const item = new vscode.TreeItem(row.kind === 'conflict' ? row.message : row.mention.text);
  item.iconPath = new vscode.ThemeIcon(
    row.kind === 'conflict' ? 'warning' : row.mention.inQuote ? 'quote' : 'location',
  );
  item.description = vscode.l10n.t('line {0}', range.start.line + 1);
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to'),
    arguments: [row.uri, { selection: range } satisfies vscode.TextDocumentShowOptions],
  };
  return item;
}

function toRange({ start, end }: CastMention['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
