import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { isTable } from '../../config/index.ts';
import type { Message } from '../../desk/index.ts';
import type { TeamPerson } from '../../lexicon/index.ts';
import type { Person } from '../../people/index.ts';
import { toDiagnostic } from '../diagnostics.ts';
import type { CheckedArticle } from '../people.ts';
import { findMention } from '../people.ts';
import { toRange, touches } from '../ranges.ts';
import { baseName } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { addAliasKey } from './alias-key.ts';
import type { ActionRequest } from './fixes.ts';
import { writeInOwnList } from './own-list.ts';
import { addAliasCell } from './people-list.ts';
import { createStetRow } from './stet-row.ts';

/** What these say of a name is that it is spelled otherwise than elsewhere. */
const ofSpelling = new Set(['name-consistency', 'name-slip', 'name-team-list']);

/**
 * For a name that is spelled otherwise: «accept this for the person». Who is on the team's own list gets another spelling
 * there; for anybody else it stands in this article.
 */
export async function createAliasActions(
  article: CheckedArticle,
  request: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const message = request.messages.find(
    ({ ruleId, place }) => ofSpelling.has(ruleId) && touches(toRange(place), request.range),
  );
  const found = message && findMention(article, toRange(message.place).start);
  if (!message || !found) return [];
  const row = findRow(message, found.person, article);
  // What the list calls wrong it doesn't call right as well.
  if (row?.wrong.includes(found.mention.text)) return [];
  const accepted =
    (row && (await acceptInList(row, found.mention.text, request, workspace))) ??
    (await acceptHere(message, found.person, article, request, workspace));
  if (!accepted) return [];
  return [{ ...accepted, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(message, request.uri)] }];
}

interface Accepted {
  title: string;
  edit: WorkspaceEdit;
}

/** The person's row; whoever the list misses by a letter is told by what the message is of. */
function findRow(
  { ruleId, group }: Message,
  { team }: Person,
  { settings: { lexicon } }: CheckedArticle,
): TeamPerson | undefined {
  return team ?? (ruleId === 'name-team-list' ? lexicon.people.find(({ name }) => name === group) : undefined);
}

async function acceptInList(
  { name, source: { file, line } }: TeamPerson,
  spelling: string,
  request: ActionRequest,
  workspace: Workspace,
): Promise<Accepted | undefined> {
  const add = (list: string, text: string) =>
    isTable(list) ? addAliasCell(list, text, line, spelling) : addAliasKey(text, line, spelling);
  const added = await writeInOwnList([file], add, request, workspace);
  if (!added) return undefined;
  const data = { actual: spelling, name, list: baseName(file) };
  return { title: request.translate('Accept “{actual}” for {name} in {list}', data), edit: added.edit };
}

async function acceptHere(
  { ruleId, actual }: Message,
  { name }: Person,
  { session }: CheckedArticle,
  request: ActionRequest,
  workspace: Workspace,
): Promise<Accepted | undefined> {
  const text = actual.replace(/['’]s?$/, '');
  const edit = await createStetRow(session.path, (article) => ({ rule: ruleId, article, text }), request, workspace);
  return (
    edit && { title: request.translate('Accept “{actual}” for {name} in this article', { actual: text, name }), edit }
  );
}
