import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { isTable } from '../../config/index.ts';
import type { Message } from '../../desk/index.ts';
import type { TeamPerson } from '../../lexicon/index.ts';
import type { Person } from '../../people/index.ts';
import { toDiagnostic } from '../diagnostics.ts';
import { createEdit } from '../edits.ts';
import type { CheckedArticle } from '../people.ts';
import { findMention } from '../people.ts';
import { toRange, touches } from '../ranges.ts';
import { baseName, toUri } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { addAliasKey } from './alias-key.ts';
import type { ActionRequest } from './fixes.ts';
import { addAliasCell } from './people-list.ts';
import { createStetRow } from './stet-row.ts';

/** What these say of a name is that it is spelled otherwise than elsewhere. */
const ofSpelling = new Set(['name-consistency', 'name-slip', 'name-team-list']);

/**
 * For a name that is spelled otherwise: «accept this for the person». Who is on the team's list gets another spelling there;
 * for anybody else it stands in this article.
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
  const accepted = row
    ? await acceptInList(row, found.mention.text, request, workspace)
    : await acceptHere(message, found.person, article, request, workspace);
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
  { name, wrong, source: { file, line } }: TeamPerson,
  spelling: string,
  { abilities, translate }: ActionRequest,
  workspace: Workspace,
): Promise<Accepted | undefined> {
  // What the list calls wrong it doesn't call right as well.
  const text = wrong.includes(spelling) ? undefined : await workspace.readFile(file);
  if (text === undefined) return undefined;
  const edits = isTable(file) ? addAliasCell(file, text, line, spelling) : addAliasKey(text, line, spelling);
  if (!edits) return undefined;
  const open = workspace.documentOf(file);
  return {
    title: translate('Accept “{actual}” for {name} in {list}', { actual: spelling, name, list: baseName(file) }),
    edit: createEdit(open?.uri ?? toUri(file), open?.version ?? null, edits, abilities),
  };
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
