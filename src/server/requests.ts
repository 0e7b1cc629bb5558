import type {
  CancellationToken,
  Connection,
  ExecuteCommandParams,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { articleExtensions } from '../article/index.ts';
import { createCast } from './cast.ts';
import { checkWorkspace } from './check-workspace.ts';
import { cleanPaste } from './clean-paste.ts';
import { toTextEdits } from './edits.ts';
import { explainCheck } from './explain.ts';
import { testPacks } from './pack-tests.ts';
import type {
  CastResult,
  CheckWorkspaceParams,
  CheckWorkspaceResult,
  CleanPasteParams,
  CleanPasteResult,
  DocumentParams,
  ExplainResult,
  FixesParams,
  FixesResult,
  PackTestsParams,
} from './protocol.ts';
import { Command, Method } from './protocol.ts';
import { toRange, touches } from './ranges.ts';
import { baseName, toPath } from './uris.ts';
import type { Workspace } from './workspace.ts';

/** Registers the desk's own requests (protocol.ts) and the commands for clients that cannot send them. */
export function registerRequests(connection: Connection, workspace: Workspace): void {
  connection.onRequest(Method.cast, async ({ textDocument }: DocumentParams): Promise<CastResult | null> => {
    const check = await workspace.checkFile(toPath(textDocument.uri));
    return check?.session && check.report ? createCast({ session: check.session, report: check.report }) : null;
  });

  connection.onRequest(Method.explain, ({ textDocument }: DocumentParams) => explain(textDocument.uri));

  connection.onRequest(Method.fixes, async ({ textDocument, range, category }: FixesParams): Promise<FixesResult> => {
    const path = toPath(textDocument.uri);
    const check = await workspace.checkFile(path);
    const messages = (check?.report?.messages ?? []).filter(
      (message) =>
        message.safe &&
        (category === undefined || message.category === category) &&
        (range === undefined || touches(toRange(message.place), range)),
    );
    return { version: workspace.documentOf(path)?.version ?? null, edits: toTextEdits(messages) };
  });

  connection.onRequest(
    Method.cleanPaste,
    async ({ text, textDocument }: CleanPasteParams): Promise<CleanPasteResult | null> => {
      const path = textDocument ? toPath(textDocument.uri) : 'paste.txt';
      try {
        return cleanPaste((await workspace.configOf(path)).desk, text, path);
      } catch (error) {
        connection.console.error(`The pasted text cannot be read: ${String(error)}`);
        return null;
      }
    },
  );

  connection.onRequest(Method.checkWorkspace, async (params: CheckWorkspaceParams, token: CancellationToken) => {
    const progress =
      params.workDoneToken !== undefined
        ? await connection.window.attachWorkDoneProgress(params.workDoneToken)
        : await startProgress();
    return check(params, token, progress);
  });

  connection.onRequest(Method.packTests, (params: PackTestsParams | undefined, token: CancellationToken) =>
    testPacks(params ?? {}, workspace, () => token.isCancellationRequested),
  );

  connection.onExecuteCommand(async ({ command, arguments: args = [] }: ExecuteCommandParams, token) => {
    if (command === Command.explain && typeof args[0] === 'string') {
      const { message } = await explain(args[0]);
      connection.window.showInformationMessage(message);
    }
    if (command === Command.checkWorkspace) {
      const result = await check({}, token, await startProgress());
      const { checked, errors, warnings, fixable } = result;
      const template = '{checked} articles checked: {errors} errors, {warnings} warnings, {fixable} safe fixes.';
      connection.window.showInformationMessage(workspace.translate(template, { checked, errors, warnings, fixable }));
    }
    return null;
  });

  async function explain(uri: string): Promise<ExplainResult> {
    const check = await workspace.checkFile(toPath(uri));
    if (check) return explainCheck(check, workspace.translate);
    const message = workspace.translate('{name} cannot be read.', { name: baseName(toPath(uri)) });
    return {
      checked: false,
      reason: 'unsupported',
      message,
      configuration: [],
      problems: [],
      style: '',
      language: '',
    };
  }

  async function startProgress(): Promise<WorkDoneProgressReporter | undefined> {
    return workspace.client?.showsProgress ? connection.window.createWorkDoneProgress() : undefined;
  }

  async function check(
    { uris }: CheckWorkspaceParams,
    token: CancellationToken,
    progress: (WorkDoneProgressReporter & { token?: CancellationToken }) | undefined,
  ): Promise<CheckWorkspaceResult> {
    const isCancelled = () => token.isCancellationRequested || progress?.token?.isCancellationRequested === true;
    progress?.begin(workspace.translate('Checking articles', {}), 0, '', true);
    try {
      const files = await listArticles(uris?.map(toPath) ?? workspace.folders, isCancelled);
      const result = await checkWorkspace({
        files,
        check: (path) => workspace.checkFile(path),
        isCancelled,
        onProgress: (done, path) =>
          progress?.report(Math.floor((100 * done) / files.length), `${done + 1}/${files.length} ${baseName(path)}`),
      });
      const open = new Set(workspace.documents.all().map(({ uri }) => toPath(uri)));
      for (const { uri, diagnostics } of result.files)
        if (!open.has(toPath(uri))) await connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
      return result;
    } finally {
      progress?.done();
    }
  }

  async function listArticles(paths: readonly string[], isCancelled: () => boolean): Promise<string[]> {
    const found = new Set<string>();
    for (const path of paths) {
      if (articleExtensions.some((extension) => path.toLowerCase().endsWith(extension))) found.add(path);
      else for (const file of await workspace.findFiles(path, articleExtensions, isCancelled)) found.add(file);
    }
    return [...found];
  }
}
