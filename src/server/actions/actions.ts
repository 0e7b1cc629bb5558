import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { CheckedArticle } from '../people.ts';
import type { Workspace } from '../workspace.ts';
import { createAliasActions } from './alias.ts';
import type { ActionRequest } from './fixes.ts';
import { createFixActions, isAsked } from './fixes.ts';
import { createNameActions } from './names.ts';
import { createReopenActions } from './reopen.ts';
import { createSpellingActions } from './spelling.ts';
import { createStetActions } from './stet.ts';
import { createTeamActions } from './team.ts';

/** All that can be done about the messages of an article in a range, in the order that an editor shows. */
export async function createActions(
  article: CheckedArticle,
  request: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const actions = createFixActions(request);
  if (workspace.client?.options.reopens) {
    const reopen = createReopenActions(article, request);
    // One thing is best; a whole file read wrongly is read anew before it is repaired.
    if (reopen.length > 0) for (const action of actions) delete action.isPreferred;
    actions.unshift(...reopen);
  }
  // On save and the like only fixes are wanted, not decisions.
  if (!isAsked(request.only, CodeActionKind.QuickFix)) return actions;
  return [
    ...(await createSpellingActions(article, request, workspace)),
    ...actions,
    ...createNameActions(article, request),
    ...(await createAliasActions(article, request, workspace)),
    ...(await createTeamActions(article, request, workspace)),
    ...(await createStetActions(article, request, workspace)),
  ];
}
