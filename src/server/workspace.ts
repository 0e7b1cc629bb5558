import picomatch from 'picomatch';
import type { Connection, Range } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { articleExtensions } from '../article/index.ts';
import type { ConfigProblem, FilePort } from '../config/index.ts';
import type { Message } from '../desk/index.ts';
import type { AssetPort, Translate } from '../text/index.ts';
import { Rope } from '../text/index.ts';
import type { Check } from './checks.ts';
import { createChecks } from './checks.ts';
import type { Client } from './client.ts';
import type { Configurations, DeskConfig } from './configurations.ts';
import { createConfigurations } from './configurations.ts';
import type { Host } from './host.ts';
import { createLookAgain } from './look-again.ts';
import { createTranslate } from './messages.ts';
import type { OpenDocument } from './open-document.ts';
import { openDocuments } from './open-document.ts';
import type { ClientSettings, FindFilesParams, ReadFileParams, ReadFileResult } from './protocol.ts';
import { Method } from './protocol.ts';
import type { Sidecars } from './sidecar.ts';
import { createSidecars } from './sidecar.ts';
import { baseName, relativePath, toPath, toUri } from './uris.ts';
import { seenSpans } from './visible.ts';

/** Everything that the requests share: open documents, settings, configurations, checks. */
export interface Workspace {
  readonly documents: TextDocuments<OpenDocument>;
  /** The package's own data. */
  readonly assets: AssetPort;
  /** Files as configurations see them: what is open before what is on disk. */
  readonly files: FilePort;
  readonly configurations: Configurations;
  readonly sidecars: Sidecars;
  /** Set once the client has introduced itself. */
  client: Client | undefined;
  folders: readonly string[];
  trusted: boolean;
  /** This machine can fetch what configurations extend. */
  readonly maySync: boolean;
  readonly openTagger: Host['openTagger'];
  translate: Translate;
  /** URIs of files whose diagnostics a walk over the workspace published. */
  readonly walked: Set<string>;
  /** The check of an open document; undefined when it isn't open. */
  checkDocument(uri: string): Promise<Check | undefined>;
  /** What is seen of it says by itself, where it is long and not read yet. */
  glance(uri: string): Promise<readonly Message[] | undefined>;
  /** What the client said that is seen of long documents, by URI. */
  readonly visible: Map<string, readonly Range[]>;
  /** True while a long document is being checked. */
  isUnderWay(uri: string): boolean;
  /** The check of a file as it stands on disk, or in the editor when it is open. */
  checkFile(path: string): Promise<Check | undefined>;
  /** The configuration of a path; with the text of an article its front matter has a say. */
  configOf(path: string, text?: string): Promise<DeskConfig>;
  /** What is wrong in a configuration, a pack or a list, by all configurations that it takes part in. */
  problemsOf(path: string): Promise<readonly ConfigProblem[]>;
  /** A file's text: an open document before the disk. */
  readFile(path: string): Promise<string | undefined>;
  findFiles(folder: string, extensions: readonly string[], isCancelled: () => boolean): Promise<readonly string[]>;
  /** The open document of a path, whatever its URI looks like. */
  documentOf(path: string): OpenDocument | undefined;
  forgetSettings(pushed?: ClientSettings): void;
  /** Called when a file that checks depend on has changed and no client told of it. */
  onStale: () => void;
  close(path: string): void;
}

/** Sets up the shared state. Nothing is read before the first request. */
export function createWorkspace(connection: Connection, host: Host): Workspace {
  const documents = new TextDocuments(openDocuments);
  let settings = new Map<string, Promise<ClientSettings>>();
  let pushed: ClientSettings | undefined;

  const files: FilePort = {
    ...host.files,
    read: (path) => workspace.readFile(path),
    // Where only the client sees folders, it lists what a style pack may hold.
    list: async (folder) => {
      const own = await host.files.list?.(folder);
      return own?.length || !workspace.client?.options.findFiles
        ? (own ?? [])
        : workspace.findFiles(folder, ['.yaml', '.yml'], () => false);
    },
  };
  const configurations = createConfigurations({
    assets: host.assets,
    files,
    plugins: host.plugins,
    openTagger: host.openTagger,
    isTrusted: () => workspace.trusted,
    listArticles: (folder) => workspace.findFiles(folder, articleExtensions, () => false),
    today: host.today,
    translate: () => workspace.translate,
  });
  const sidecars = createSidecars({
    read: (path) => workspace.readFile(path),
    today: host.today,
    onProblem: (file, line, message) => connection.console.warn(`${file}:${line}: ${message}`),
  });
  const checks = createChecks({
    configurations,
    settingsOf,
    stetsOf: async (path) => (await sidecars.find(path)).rows,
    isChosen: (path, globs) => matches(path, globs, workspace.folders),
    now: host.now,
    onFailure(path, ruleId, error) {
      const what = ruleId ? `The rule ${ruleId} failed on ${path}; the others went on.` : `${path} cannot be checked.`;
      connection.console.error(`${what}\n${error.stack ?? error.message}`);
    },
  });

  const looks = createLookAgain({
    // A client's watchers see what lies in its folders.
    inUse: () =>
      configurations.used.filter(
        (path) =>
          !workspace.client?.registersWatchers ||
          workspace.folders.every((folder) => relativePath(folder, path) === undefined),
      ),
    generation: () => configurations.generation,
    stampOf: host.files.stamp,
    now: host.now,
  });

  function settingsOf(path: string): Promise<ClientSettings> {
    let known = settings.get(path);
    if (!known) {
      known = askSettings(path);
      settings.set(path, known);
    }
    return known;
  }

  async function askSettings(path: string): Promise<ClientSettings> {
    const fallback = pushed ?? workspace.client?.options.settings ?? {};
    if (!workspace.client?.answersConfiguration) return fallback;
    try {
      const answer: unknown = await connection.workspace.getConfiguration({
        scopeUri: toUri(path),
        section: 'copydesk',
      });
      return typeof answer === 'object' && answer !== null ? (answer as ClientSettings) : fallback;
    } catch (error) {
      connection.console.warn(`The client did not answer for its settings: ${String(error)}`);
      return fallback;
    }
  }

  const workspace: Workspace = {
    documents,
    assets: host.assets,
    files,
    configurations,
    sidecars,
    client: undefined,
    folders: [],
    trusted: true,
    maySync: host.sync !== undefined,
    openTagger: host.openTagger,
    translate: createTranslate(),
    walked: new Set(),
    async checkDocument(uri) {
      const document = documents.get(uri);
      if (!document) return undefined;
      if (await looks.hasChanged()) workspace.onStale();
      const { languageId, version } = document;
      const check = await checks.check({ path: toPath(uri), languageId, version, text: document.text });
      await looks.note();
      return check;
    },
    async glance(uri) {
      const document = documents.get(uri);
      if (!document) return undefined;
      const { languageId, version, text } = document;
      const open = { path: toPath(uri), languageId, version, text };
      return checks.glance(open, () => seenSpans(document, workspace.visible.get(uri)));
    },
    visible: new Map(),
    isUnderWay: (uri) => checks.isUnderWay(toPath(uri)),
    async checkFile(path) {
      const document = workspace.documentOf(path);
      if (document) return workspace.checkDocument(document.uri);
      const text = await workspace.readFile(path);
      if (text === undefined) return undefined;
      const check = await checks.check({ path, languageId: guessLanguage(path), version: 0, text: new Rope(text) });
      checks.close(path);
      return check;
    },
    async configOf(path, text) {
      return configurations.load(path, await settingsOf(path), text);
    },
    async problemsOf(path) {
      await workspace.configOf(path);
      return configurations.problemsOf(path);
    },
    async readFile(path) {
      const open = workspace.documentOf(path);
      if (open) return open.getText();
      const own = /^[A-Za-z][A-Za-z0-9+.-]+:/.test(path) ? undefined : await host.files.read(path);
      if (own !== undefined || !workspace.client?.options.readFile) return own;
      const params: ReadFileParams = { uri: toUri(path) };
      const { text } = await connection.sendRequest<ReadFileResult>(Method.readFile, params);
      return text ?? undefined;
    },
    async findFiles(folder, extensions, isCancelled) {
      if (!workspace.client?.options.findFiles) return host.findFiles(folder, extensions, isCancelled);
      const params: FindFilesParams = { folder: toUri(folder), extensions };
      const uris = await connection.sendRequest<string[]>(Method.findFiles, params);
      return uris.map(toPath).sort();
    },
    documentOf(path) {
      return documents.get(toUri(path)) ?? documents.all().find(({ uri }) => toPath(uri) === path);
    },
    forgetSettings(values) {
      pushed = values ?? pushed;
      settings = new Map();
    },
    onStale: () => configurations.forget(),
    close: checks.close,
  };
  return workspace;
}

/** Globs are relative to the workspace folder; one without a slash names files in any folder. */
function matches(path: string, globs: readonly string[], folders: readonly string[]): boolean {
  const inside = folders.map((folder) => relativePath(folder, path)).find((relative) => relative !== undefined) ?? path;
  return globs.some((glob) => picomatch.isMatch(glob.includes('/') ? inside : baseName(path), glob, { dot: true }));
}

function guessLanguage(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const known: Record<string, string> = {
    md: 'markdown',
    markdown: 'markdown',
    html: 'html',
    htm: 'html',
    xml: 'xml',
    json: 'json',
    article: 'article',
    story: 'article',
  };
  return known[extension] ?? 'plaintext';
}
