import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { ActionRequest } from './code-actions.ts';
import { toDiagnostic } from './diagnostics.ts';
import { createEdit } from './edits.ts';
import type { CheckedArticle } from './people.ts';
import { toRange, touches } from './ranges.ts';
import { createStetComment } from './stet.ts';
import type { Workspace } from './workspace.ts';

/** «Let it stand» for each message in a range. */
export async function createStetActions(
  article: CheckedArticle,
  request: ActionRequest,
  _workspace: Workspace,
): Promise<CodeAction[]> {
  const { uri, version, range, abilities, translate } = request;
  const here = article.report.messages.filter(({ place }) => touches(toRange(place), range));
  return here.flatMap((message) => {
    const edit = createStetComment(article.session.article, message, translate('reason', {}));
    if (!edit) return [];
    return [
      {
        title: translate('Stet: let “{actual}” stand', { actual: message.actual }),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(message, uri)],
        edit: createEdit(uri, version, [edit], abilities),
      },
    ];
  });
}
