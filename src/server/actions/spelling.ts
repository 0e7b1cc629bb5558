import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Message } from '../../desk/index.ts';
import { toDiagnostic } from '../diagnostics.ts';
import { createEdit } from '../edits.ts';
import type { CheckedArticle } from '../people.ts';
import { toRange, touches } from '../ranges.ts';
import { baseName, toUri } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { ActionRequest } from './fixes.ts';
import { createGroupFixes, createReadings } from './fixes.ts';
import { createStetRow } from './stet-row.ts';
import { addTerm } from './term-list.ts';

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

async function createTermAction(
  message: Message,
  { session }: CheckedArticle,
  { uri, abilities, translate }: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const term = bareWord(message);
  const { files } = await workspace.configOf(session.path);
  for (const list of files) {
    const text = await workspace.readFile(list);
    const edit = text === undefined ? undefined : addTerm(list, text, term);
    if (!edit) continue;
    const open = workspace.documentOf(list);
    return [
      {
        title: translate('Add “{name}” to {list}', { name: term, list: baseName(list) }),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(message, uri)],
        edit: createEdit(open?.uri ?? toUri(list), open?.version ?? null, [edit], abilities),
      },
    ];
  }
  return [];
}
