import type {
  CodeAction,
  CodeActionParams,
  CompletionParams,
  Connection,
  HoverParams,
  ReferenceParams,
} from 'vscode-languageserver';
import { createActions } from './actions/index.ts';
import { completePeople } from './completion.ts';
import type { RuleMatches } from './config-files/index.ts';
import { registerConfigFeatures } from './config-files/index.ts';
import { findReferences, highlightPerson } from './highlight.ts';
import { createHover } from './hover.ts';
import { cutParagraph } from './paragraph.ts';
import type { CheckedArticle } from './people.ts';
import { checkedArticle } from './people.ts';
import { prepareRename, renamePerson } from './rename.ts';
import { createSymbols } from './symbols.ts';
import { toPath } from './uris.ts';
import type { Workspace } from './workspace.ts';

/** Registers what editors ask of an article at a place. A request that fails is logged and answered with nothing. */
export function registerFeatures(connection: Connection, workspace: Workspace, matches: RuleMatches): void {
  const { documents } = workspace;
  const config = registerConfigFeatures(connection, workspace, matches);

  async function open(uri: string): Promise<(CheckedArticle & { uri: string; version: number }) | undefined> {
    const check = await workspace.checkDocument(uri);
    const article = checkedArticle(check);
    return check && article && { ...article, uri, version: check.version };
  }

  /** Runs a request on the article at hand; null when the document is none. */
  const answer =
    <P extends { textDocument: { uri: string } }, R>(
      name: string,
      run: (article: CheckedArticle & { uri: string; version: number }, params: P) => R | Promise<R>,
    ) =>
    async (params: P): Promise<R | null> => {
      try {
        const article = await open(params.textDocument.uri);
        return article ? await run(article, params) : null;
      } catch (error) {
        connection.console.error(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
        return null;
      }
    };

  /** The same for what must come at once: nothing while a long document is still being read. */
  const answerNow =
    <P extends { textDocument: { uri: string } }, R>(run: (params: P) => Promise<R | null>) =>
    (params: P) =>
      workspace.isUnderWay(params.textDocument.uri) ? null : run(params);

  const edits = () =>
    workspace.client?.edits ?? { documentChanges: false, createFile: false, annotations: false, snippets: false };

  const showing = () => ({
    markdown: workspace.client?.showsMarkdown ?? false,
    locale: workspace.client?.locale ?? 'en',
  });

  const hover = answer('Hover', (article, { position }: HoverParams) =>
    createHover(article, position, workspace.translate, showing()),
  );
  /** While a long document is being checked its paragraph is read alone. */
  async function hoverAlone({ textDocument, position }: HoverParams) {
    const document = documents.get(textDocument.uri);
    const alone = document && cutParagraph(document, position.line);
    if (!document || !alone) return null;
    const path = toPath(document.uri);
    const { desk, settings } = await workspace.configOf(path, document.getText());
    const session = desk.open({ path, source: alone.text });
    const article = { settings, session, report: session.check() };
    return createHover(article, position, workspace.translate, { ...showing(), above: alone.line });
  }
  connection.onHover(async (params) => {
    const explained = await config.answerHover(params);
    if (explained !== undefined) return explained;
    return workspace.isUnderWay(params.textDocument.uri) ? hoverAlone(params) : hover(params);
  });
  connection.onDocumentSymbol(answer('Outline', ({ session }) => createSymbols(session.article)));
  connection.onDocumentHighlight(
    answerNow(answer('Highlight', (article, { position }) => highlightPerson(article, position))),
  );
  const findAll = answer('References', (article, { position }: ReferenceParams) =>
    findReferences(article, position).map((range) => ({ uri: article.uri, range })),
  );
  connection.onReferences(async (params, token) => {
    const { textDocument, position } = params;
    const places = await config.findMatches(textDocument.uri, position.line, () => token.isCancellationRequested);
    return places ?? findAll(params);
  });
  connection.onPrepareRename(answer('Rename', (article, { position }) => prepareRename(article, position) ?? null));
  connection.onRenameRequest(
    answer('Rename', (article, { position, newName }) =>
      renamePerson(
        article,
        position,
        newName,
        { uri: article.uri, version: article.version },
        edits(),
        workspace.translate,
      ),
    ),
  );
  const complete = answer('Completion', async (article, { position }: CompletionParams) => {
    const document = documents.get(article.uri);
    const line = document?.getText({ start: { line: position.line, character: 0 }, end: position }) ?? '';
    const items = completePeople(article, position, line);
    return { isIncomplete: true, items };
  });
  connection.onCompletion(async (params) => (await config.answerCompletion(params)) ?? complete(params));
  const answerActions = answer(
    'Code actions',
    ({ uri, version, ...article }, { range, context }: CodeActionParams): Promise<CodeAction[]> =>
      createActions(
        article,
        {
          uri,
          version,
          messages: article.report.messages,
          range,
          only: context.only,
          abilities: edits(),
          translate: workspace.translate,
        },
        workspace,
      ),
  );
  connection.onCodeAction(async (params) => {
    try {
      return (await config.answerActions(params)) ?? answerActions(params);
    } catch (error) {
      connection.console.error(`Code actions failed: ${error instanceof Error ? error.stack : String(error)}`);
      return null;
    }
  });
}
