import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { toDiagnostic } from '../diagnostics.ts';
import type { CheckedArticle } from '../people.ts';
import type { ReopenArguments } from '../protocol.ts';
import { toRange, touches } from '../ranges.ts';
import { suspectWrongEncoding } from '../wrong-encoding.ts';
import type { ActionRequest } from './fixes.ts';

/** «Reopen as …» on the damage of a file that was read wrongly as a whole. */
export function createReopenActions(article: CheckedArticle, request: ActionRequest): CodeAction[] {
  const { uri, range, messages, translate } = request;
  const here = messages.filter(({ category, place }) => category === 'encoding' && touches(toRange(place), range));
  const wrong = here.length > 0 ? suspectWrongEncoding(article) : undefined;
  if (!wrong) return [];
  const title = wrong.name
    ? translate('Reopen the file as {encoding}', { encoding: wrong.name })
    : translate('Reopen the file with the right encoding', {});
  const args: ReopenArguments = wrong.id ? [uri, wrong.id] : [uri];
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: here.map((message) => toDiagnostic(message, uri)),
      isPreferred: true,
      command: { title, command: 'copydesk.reopenWithEncoding', arguments: [...args] },
    },
  ];
}
