import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Message } from '../desk/index.ts';
import { describeStet, formatStetRows } from '../desk/index.ts';
import { indexLines, pointAt } from '../text/index.ts';
import type { ActionRequest } from './code-actions.ts';
import { toDiagnostic } from './diagnostics.ts';
import { createEdit } from './edits.ts';
import type { CheckedArticle } from './people.ts';
import { toRange, touches } from './ranges.ts';
import { sidecarName } from './sidecar.ts';
import { createStetComment } from './stet.ts';
import { relativePath, toUri } from './uris.ts';
import type { Workspace } from './workspace.ts';

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
  const here = article.report.messages.filter(
    ({ place, ruleId }) => ruleId !== 'unused-stet' && touches(toRange(place), range),
  );
  const reason = translate('reason', {});
  const actions: CodeAction[] = [];
  for (const message of here) {
    const comment = createStetComment(article.session.article, message, reason);
    const edit = comment
      ? createEdit(uri, version, [comment], abilities)
      : await createRow(article, message, reason, request, workspace);
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

/** A row at the end of the list; the list is made where the client can make files. */
async function createRow(
  { session }: CheckedArticle,
  message: Message,
  reason: string,
  { abilities }: ActionRequest,
  workspace: Workspace,
): Promise<WorkspaceEdit | undefined> {
  const row = formatStetRows([describeStet(message, session.article.source, reason)]);
  const { file } = await workspace.sidecars.find(session.path);
  const text = file === undefined ? undefined : await workspace.readFile(file);
  if (file !== undefined && text !== undefined) {
    const end = pointAt(indexLines(text), text.length);
    const position = { line: end.line - 1, character: end.column - 1 };
    const lead = text === '' || text.endsWith('\n') ? '' : '\n';
    const open = workspace.documentOf(file);
    const edits = [{ range: { start: position, end: position }, newText: lead + row }];
    return createEdit(open?.uri ?? toUri(file), open?.version ?? null, edits, abilities);
  }
  if (!abilities.createFile || !abilities.documentChanges) return undefined;
  const { files } = await workspace.configOf(session.path);
  const config = files[0];
  const folder =
    config?.slice(0, config.lastIndexOf('/')) ??
    workspace.folders.find((one) => relativePath(one, session.path) !== undefined);
  if (folder === undefined) return undefined;
  const uri = toUri(`${folder.replace(/\/$/, '')}/${sidecarName}`);
  const start = { line: 0, character: 0 };
  const edit: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start, end: start }, newText: row }],
  };
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, edit] };
}
