import type {
  CodeAction,
  CodeActionParams,
  CompletionParams,
  Connection,
  HoverParams,
  ReferenceParams,
} from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { createFixActions, isAsked } from './code-actions.ts';
import { completePeople } from './completion.ts';
import { registerConfigFeatures } from './config-features.ts';
import type { ConfigSyntax } from './config-help.ts';
import { completeConfig, explainConfig, isOfPack } from './config-help.ts';
import { findReferences, highlightPerson } from './highlight.ts';
import { createHover } from './hover.ts';
import { createNameActions } from './name-actions.ts';
import { completePack, explainPack, packFileKind } from './pack-help.ts';
import { cutParagraph } from './paragraph.ts';
import type { CheckedArticle } from './people.ts';
import { checkedArticle } from './people.ts';
import { prepareRename, renamePerson } from './rename.ts';
import type { RuleMatches } from './rule-matches.ts';
import { createSpellingActions } from './spelling-actions.ts';
import { createStetActions } from './stet-actions.ts';
import { createSymbols } from './symbols.ts';
import { createTeamActions } from './team-actions.ts';
import { toPath } from './uris.ts';
import type { Workspace } from './workspace.ts';
import { createReopenActions } from './wrong-encoding.ts';

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

  const showing = () => ({ markdown: showsMarkdown(), locale: locale() });
  const showsMarkdown = () => workspace.client?.showsMarkdown ?? false;
  const readsSchemas = () => workspace.client?.options.readsSchemas ?? false;
  const locale = () => workspace.client?.locale ?? 'en';

  /** An open configuration. JSON is left to editors that read it by the schema themselves. */
  function openConfig(uri: string): { text: string; syntax: ConfigSyntax } | undefined {
    const [, form] = /(?:^|\/)\.copydesk\.(ya?ml|json)$/.exec(toPath(uri)) ?? [];
    const document = form === undefined ? undefined : documents.get(uri);
    return document && { text: document.getText(), syntax: form === 'json' ? 'json' : 'yaml' };
  }

  /** An open file of a pack. */
  async function openPack(uri: string) {
    const document = /\.ya?ml$/i.test(uri) ? documents.get(uri) : undefined;
    const kind = document && (await packFileKind(workspace, uri));
    return document && kind && { text: document.getText(), kind };
  }

  const packsOf = async (uri: string) => (await workspace.configOf(toPath(uri))).packs.map(({ pack }) => pack);

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
    const { uri } = params.textDocument;
    const config = openConfig(uri);
    if (config) {
      if (config.syntax === 'json' && readsSchemas()) return null;
      return explainConfig(config.text, params.position, showsMarkdown(), await packsOf(uri), config.syntax);
    }
    const pack = await openPack(uri);
    if (pack) return explainPack(pack.text, params.position, showsMarkdown(), pack.kind);
    return workspace.isUnderWay(uri) ? hoverAlone(params) : hover(params);
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
  connection.onCompletion(async (params) => {
    const { uri } = params.textDocument;
    const config = openConfig(uri);
    if (config) {
      const packs = await packsOf(uri);
      const items = completeConfig(config.text, params.position, packs, config.syntax);
      return config.syntax === 'json' && readsSchemas() ? items.filter(({ label }) => isOfPack(label, packs)) : items;
    }
    const pack = await openPack(uri);
    return pack ? completePack(pack.text, params.position, pack.kind) : complete(params);
  });
  const answerActions = answer(
    'Code actions',
    async (article, { range, context }: CodeActionParams): Promise<CodeAction[]> => {
      const request = {
        uri: article.uri,
        version: article.version,
        messages: article.report.messages,
        range,
        only: context.only,
        abilities: edits(),
        translate: workspace.translate,
      };
      const actions = createFixActions(request);
      if (workspace.client?.options.reopens) {
        const reopen = createReopenActions(article, request);
        // One thing is best; a whole file read wrongly is read anew before it is repaired.
        if (reopen.length > 0) for (const action of actions) delete action.isPreferred;
        actions.unshift(...reopen);
      }
      // On save and the like only fixes are wanted, not decisions.
      if (isAsked(context.only, CodeActionKind.QuickFix)) {
        actions.unshift(...(await createSpellingActions(article, request, workspace)));
        actions.push(...createNameActions(article, request));
        actions.push(...(await createTeamActions(article, request, workspace)));
        actions.push(...(await createStetActions(article, request, workspace)));
      }
      return actions;
    },
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
