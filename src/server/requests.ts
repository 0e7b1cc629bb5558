import type {
  CancellationToken,
  Connection,
  ExecuteCommandParams,
  Range,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { articleExtensions } from '../article/index.ts';
import type { Message } from '../desk/index.ts';
import { createCast } from './cast.ts';
import { checkWorkspace } from './check-workspace.ts';
import type { Check } from './checks.ts';
import { cleanPaste } from './clean-paste.ts';
import type { RunCommand } from './config-files/index.ts';
import { switchStyle, testPacks } from './config-files/index.ts';
import { isConfigName } from './configurations.ts';
import { toTextEdits } from './edits.ts';
import { explainCheck } from './explain.ts';
import { checkedArticle } from './people.ts';
import type {
  CastResult,
  CheckWorkspaceParams,
  CheckWorkspaceResult,
  ChooseEncodingParams,
  ChooseEncodingResult,
  CleanPasteParams,
  CleanPasteResult,
  DocumentParams,
  ExplainResult,
  FixesParams,
  FixesResult,
  FixFilesParams,
  FixFilesResult,
  PackTestsParams,
  SwitchStyleParams,
  SwitchStyleResult,
} from './protocol.ts';
import { Command, Method } from './protocol.ts';
import { toRange, touches } from './ranges.ts';
import { baseName, toPath, toUri } from './uris.ts';
import type { Workspace } from './workspace.ts';
import { chooseEncoding } from './wrong-encoding.ts';

type Progress = WorkDoneProgressReporter & { token?: CancellationToken };

/** Registers the desk's own requests (protocol.ts) and the commands for clients that cannot send them. */
export function registerRequests(connection: Connection, workspace: Workspace, runConfigCommand: RunCommand): void {
  connection.onRequest(Method.cast, async ({ textDocument }: DocumentParams): Promise<CastResult | null> => {
    const article = checkedArticle(await workspace.checkFile(toPath(textDocument.uri)));
    return article ? createCast(article) : null;
  });

  connection.onRequest(Method.explain, ({ textDocument }: DocumentParams) => explain(textDocument.uri));

  connection.onRequest(Method.fixes, async ({ textDocument, range, category }: FixesParams): Promise<FixesResult> => {
    const path = toPath(textDocument.uri);
    return collectFixes(path, (await workspace.checkFile(path))?.report?.messages ?? [], category, range);
  });

  function collectFixes(
    path: string,
    messages: readonly Message[],
    category: string | undefined,
    range?: Range,
  ): FixesResult {
    const chosen = messages.filter(
      (message) =>
        message.safe &&
        (category === undefined || message.category === category) &&
        (range === undefined || touches(toRange(message.place), range)),
    );
    return { version: workspace.documentOf(path)?.version ?? null, edits: toTextEdits(chosen) };
  }

  connection.onRequest(
    Method.fixFiles,
    async ({ uris, category, workDoneToken }: FixFilesParams, token): Promise<FixFilesResult> => {
      const files: (FixesResult & { uri: string })[] = [];
      const { checked, failures } = await walk(uris, token, await attachProgress(workDoneToken), (path, check) => {
        const fixes = collectFixes(path, check.report?.messages ?? [], category);
        if (fixes.edits.length > 0) files.push({ uri: toUri(path), ...fixes });
      });
      return { checked, files, failures };
    },
  );

  connection.onRequest(
    Method.chooseEncoding,
    async ({ textDocument, readings }: ChooseEncodingParams): Promise<ChooseEncodingResult> => {
      const path = toPath(textDocument.uri);
      const id = chooseEncoding((await workspace.configOf(path)).desk, path, readings);
      return id === undefined ? {} : { id };
    },
  );

  connection.onRequest(
    Method.switchStyle,
    async ({ textDocument, style }: SwitchStyleParams): Promise<SwitchStyleResult> => {
      const { files, own } = await workspace.configOf(toPath(textDocument.uri));
      // Where the user's own setting holds, a change of the team's file would show nothing.
      if (own.some(({ name }) => name === 'copydesk.style')) return {};
      const file = files.find((one) => isConfigName(one) && /ya?ml$/.test(one));
      const text = file === undefined ? undefined : await workspace.readFile(file);
      if (file === undefined || text === undefined) return {};
      const open = workspace.documentOf(file);
      return {
        edit: { uri: open?.uri ?? toUri(file), version: open?.version ?? null, edits: switchStyle(text, style) },
      };
    },
  );

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
    return check(params, token, await attachProgress(params.workDoneToken));
  });

  connection.onRequest(Method.packTests, (params: PackTestsParams | undefined, token: CancellationToken) =>
    testPacks(params ?? {}, workspace, () => token.isCancellationRequested),
  );

  connection.onExecuteCommand(async ({ command, arguments: args = [] }: ExecuteCommandParams, token) => {
    if (command === Command.explain && typeof args[0] === 'string') {
      const { message } = await explain(args[0]);
      connection.window.showInformationMessage(message);
    }
    await runConfigCommand(command, args, token);
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

  async function startProgress(): Promise<Progress | undefined> {
    return workspace.client?.showsProgress ? connection.window.createWorkDoneProgress() : undefined;
  }

  async function attachProgress(token: string | number | undefined): Promise<Progress | undefined> {
    return token === undefined ? startProgress() : connection.window.attachWorkDoneProgress(token);
  }

  async function check({ uris }: CheckWorkspaceParams, token: CancellationToken, progress: Progress | undefined) {
    const result = await walk(uris, token, progress);
    const open = new Set(workspace.documents.all().map(({ uri }) => toPath(uri)));
    for (const { uri, diagnostics } of result.files)
      if (!open.has(toPath(uri))) {
        workspace.walked.add(uri);
        await connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
      }
    return result;
  }

  /** Checks the articles of folders one by one; `visit` sees each that was read. */
  async function walk(
    uris: readonly string[] | undefined,
    token: CancellationToken,
    progress: Progress | undefined,
    visit: (path: string, check: Check) => void = () => {},
  ): Promise<CheckWorkspaceResult> {
    const isCancelled = () => token.isCancellationRequested || progress?.token?.isCancellationRequested === true;
    progress?.begin(workspace.translate('Checking articles', {}), 0, '', true);
    try {
      const files = await listArticles(uris?.map(toPath) ?? workspace.folders, isCancelled);
      return await checkWorkspace({
        files,
        async check(path) {
          const found = await workspace.checkFile(path);
          if (found) visit(path, found);
          return found;
        },
        isCancelled,
        onProgress: (done, path) =>
          progress?.report(Math.floor((100 * done) / files.length), `${done + 1}/${files.length} ${baseName(path)}`),
      });
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
