import type { Connection, Diagnostic } from 'vscode-languageserver';
import { countMessages } from './check-workspace.ts';
import type { Check } from './checks.ts';
import { isConfigName } from './configurations.ts';
import { toConfigDiagnostics, toDiagnostics } from './diagnostics.ts';
import type { CheckedArticle } from './people.ts';
import { checkedArticle } from './people.ts';
import type { StatusParams } from './protocol.ts';
import { Method } from './protocol.ts';
import { toPath } from './uris.ts';
import type { Workspace } from './workspace.ts';
import { suspectWrongEncoding } from './wrong-encoding.ts';

// Between the last keystroke and the check that is pushed; a client that pulls decides for itself.
const pause = 120;

/** Tells the client what was found. */
export interface Publisher {
  /** The diagnostics of an open document: of an article its messages, of a configuration its problems. */
  diagnose(uri: string): Promise<Diagnostic[] | undefined>;
  /** The diagnostics of what is seen of a long article, while it is read for the first time; undefined for any other. */
  glance(uri: string): Promise<Diagnostic[] | undefined>;
  /** Speaks of what is seen now of a long article that is still being read. */
  glanceAgain(uri: string): void;
  /** Checks a document soon and pushes what is found; a later call takes the place of an earlier one. */
  schedule(uri: string, delay?: number): void;
  /** Everything open is checked again: the configuration or a setting changed. */
  refresh(): void;
  /** Nothing more is said of a document. */
  close(uri: string): void;
}

/** Sets up the publisher. */
export function createPublisher(connection: Connection, workspace: Workspace): Publisher {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  // Documents of which a client that asks was told a part.
  const awaited = new Set<string>();

  async function diagnose(uri: string) {
    const path = toPath(uri);
    if (!workspace.documents.get(uri)) return undefined;
    if (await decidesOthers(path))
      return toConfigDiagnostics(await workspace.problemsOf(path), path, workspace.translate);
    const check = await workspace.checkDocument(uri);
    if (!check) return undefined;
    tellStatus(uri, check);
    return toDiagnostics(check.report?.messages ?? [], uri);
  }

  async function glance(uri: string) {
    const { client } = workspace;
    // Such a client asks once, and is left with what it is told.
    if (client?.pulls && !client.refreshesDiagnostics) return undefined;
    if (await decidesOthers(toPath(uri))) return undefined;
    const messages = await workspace.glance(uri);
    if (messages && client?.pulls) refreshOnceRead(uri);
    return messages && toDiagnostics(messages, uri);
  }

  /** Whether a file is no article but decides how articles are checked. */
  async function decidesOthers(path: string): Promise<boolean> {
    // Whether a list or a rule takes part is known once its configuration is read.
    if (/\.(?:ya?ml|csv|tsv)$/i.test(path)) await workspace.configOf(path);
    return isConfigName(path) || workspace.configurations.uses(path);
  }

  /** A client that asks is told to ask again when a document is read to its end. */
  function refreshOnceRead(uri: string) {
    if (awaited.has(uri)) return;
    awaited.add(uri);
    const end = () => {
      awaited.delete(uri);
      refreshDiagnostics();
    };
    workspace.checkDocument(uri).then(end, end);
  }

  function refreshDiagnostics() {
    connection.languages.diagnostics.refresh().catch(() => {});
  }

  function tellStatus(uri: string, check: Check) {
    const status: StatusParams = {
      uri,
      version: check.version,
      checked: check.session !== undefined,
      reason: check.reason,
      ...countMessages(check),
      style: check.config.settings.style,
      language: check.config.settings.language,
      ...suspicionOf(checkedArticle(check)),
      duration: check.duration,
    };
    connection.sendNotification(Method.status, status).catch(() => {});
  }

  function suspicionOf(article: CheckedArticle | undefined): Pick<StatusParams, 'encoding'> {
    const encoding = article?.report.messages.some(({ category }) => category === 'encoding')
      ? suspectWrongEncoding(article)
      : undefined;
    return encoding ? { encoding } : {};
  }

  async function push(uri: string) {
    timers.delete(uri);
    try {
      const version = workspace.documents.get(uri)?.version;
      await send(uri, version, await glance(uri));
      await send(uri, version, await diagnose(uri));
    } catch (error) {
      tellFailure(uri, error);
    }
  }

  async function send(uri: string, version: number | undefined, diagnostics: Diagnostic[] | undefined) {
    // A newer version has its own check on the way.
    if (!diagnostics || workspace.documents.get(uri)?.version !== version) return;
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  function tellFailure(uri: string, error: unknown) {
    connection.console.error(`${uri} cannot be checked: ${error instanceof Error ? error.stack : String(error)}`);
  }

  return {
    diagnose,
    glance,
    glanceAgain(uri) {
      if (!workspace.isUnderWay(uri)) return;
      if (workspace.client?.pulls) {
        if (awaited.has(uri)) refreshDiagnostics();
        return;
      }
      const version = workspace.documents.get(uri)?.version;
      glance(uri)
        .then((diagnostics) => send(uri, version, diagnostics))
        .catch((error) => tellFailure(uri, error));
    },
    schedule(uri, delay = pause) {
      if (workspace.client?.pulls) return;
      clearTimeout(timers.get(uri));
      timers.set(uri, setTimeout(push, delay, uri));
    },
    refresh() {
      if (workspace.client?.pulls) {
        if (workspace.client.refreshesDiagnostics) refreshDiagnostics();
        return;
      }
      for (const { uri } of workspace.documents.all()) this.schedule(uri, 0);
    },
    close(uri) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
    },
  };
}
