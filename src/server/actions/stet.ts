import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { describeStet } from '../../desk/index.ts';
import { toDiagnostic } from '../diagnostics.ts';
import { createEdit } from '../edits.ts';
import type { CheckedArticle } from '../people.ts';
import { toRange, touches } from '../ranges.ts';
import type { Workspace } from '../workspace.ts';
import type { ActionRequest } from './fixes.ts';
import { createStetComment } from './stet-comment.ts';
import { createStetRow } from './stet-row.ts';

/**
 * «Let it stand» for each message in a range: a comment in the article where its format has comments, a row in the
 * sidecar list otherwise.
 */
export async function createStetActions(
  article: CheckedArticle,
  request: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const { uri, version, range, abilities, translate } = request;
  const { session } = article;
  const here = article.report.messages.filter(
    ({ place, ruleId }) => ruleId !== 'unused-stet' && touches(toRange(place), range),
  );
  const reason = translate('reason', {});
  const actions: CodeAction[] = [];
  for (const message of here) {
    const comment = createStetComment(session.article, message, reason);
    const edit = comment
      ? createEdit(uri, version, [comment], abilities)
      : await createStetRow(
          session.path,
          () => describeStet(message, session.article.source, reason),
          request,
          workspace,
        );
    if (!edit) continue;
    actions.push({
      title: translate('Stet: let “{actual}” stand ({rule})', { actual: message.actual, rule: message.ruleId }),
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(message, uri)],
      edit,
    });
  }
  return actions;
}
