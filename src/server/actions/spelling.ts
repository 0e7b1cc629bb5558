import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Message } from '../../desk/index.ts';
import { toDiagnostic } from '../diagnostics.ts';
import type { CheckedArticle } from '../people.ts';
import { toRange, touches } from '../ranges.ts';
import { baseName } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { ActionRequest } from './fixes.ts';
import { createGroupFixes, createReadings } from './fixes.ts';
import { createNewList } from './new-list.ts';
import { writeInOwnList } from './own-list.ts';
import { createStetRow } from './stet-row.ts';
import { addFirstTerm, addTerm } from './term-list.ts';

/** So many suggestions are shown. */
export const mostSuggestions = 5;

/** What may be meant by each unknown word in a range, and where else it may be known: this article, the team's list, the user's own. */
export async function createSpellingActions(
  article: CheckedArticle,
  request: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const message of request.messages) {
    if (message.ruleId !== 'spelling' || !touches(toRange(message.place), request.range)) continue;
    actions.push(...createSuggestions(message, article, request));
    actions.push(...(await createArticleAction(message, article, request, workspace)));
    actions.push(...(await createTermAction(message, article, request, workspace)));
    if (workspace.client?.options.addsWords) actions.push(createWordAction(message, request));
  }
  return actions;
}

function createSuggestions(message: Message, { session }: CheckedArticle, request: ActionRequest): CodeAction[] {
  if (message.expected.length > 0) return [];
  const expected = session.suggest(message).slice(0, mostSuggestions);
  const titles = expected.map((word) => request.translate('Change to “{expected}”', { expected: word }));
  const fill = (one: Message): Message => ({ ...one, expected, titles });
  const same = request.messages.filter(({ ruleId, actual }) => ruleId === 'spelling' && actual === message.actual);
  return [
    ...createReadings(fill(message), request),
    ...createGroupFixes(fill(message), { ...request, messages: same.map(fill) }),
  ];
}

/** The word alone, without a possessive ending. */
const bareWord = ({ actual }: Message) => actual.replace(/['’]s?$/, '');

/** «Let it stand in this article»: a row of the stet list that names the article. */
async function createArticleAction(
  message: Message,
  { session }: CheckedArticle,
  request: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const text = bareWord(message);
  const describe = (article: string) => ({ rule: message.ruleId, article, text });
  const edit = await createStetRow(session.path, describe, request, workspace);
  if (!edit) return [];
  const title = request.translate('Accept “{name}” in this article', { name: text });
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(message, request.uri)], edit }];
}

/** «Add to my words»: the client keeps them in its settings. */
function createWordAction(message: Message, { uri, translate }: ActionRequest): CodeAction {
  const name = bareWord(message);
  const title = translate('Add “{name}” to my own words', { name });
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(message, uri)],
    command: { title, command: 'copydesk.addWord', arguments: [name] },
  };
}

/** «Add to the team's list»: to the nearest that keeps terms, else the nearest that may, or to one that is made. */
async function createTermAction(
  message: Message,
  { session: { path } }: CheckedArticle,
  request: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const { uri, translate } = request;
  const name = bareWord(message);
  const base = { kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(message, uri)] };
  const { files } = await workspace.configOf(path);
  for (const add of [addTerm, addFirstTerm]) {
    const added = await writeInOwnList(files, (list, text) => add(list, text, name), request, workspace);
    if (!added) continue;
    return [
      { title: translate('Add “{name}” to {list}', { name, list: baseName(added.list) }), ...base, edit: added.edit },
    ];
  }
  const made = await createNewList(path, 'terms.txt', `${name}\n`, request, workspace);
  if (!made) return [];
  return [
    { title: translate('Add “{name}” to a new list: {list}', { name, list: made.name }), ...base, edit: made.edit },
  ];
}
