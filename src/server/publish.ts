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
  diagnose(uri: string): Promise<{ diagnostics: Diagnostic[]; check: Check | undefined } | undefined>;
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

  async function diagnose(uri: string) {
    const document = workspace.documents.get(uri);
    if (!document) return undefined;
    const path = toPath(uri);
    // Whether a list or a rule takes part is known once its configuration is read.
    if (/\.(?:ya?ml|csv|tsv)$/i.test(path)) await workspace.configOf(path);
    if (isConfigName(path) || workspace.configurations.uses(path))
      return {
        diagnostics: toConfigDiagnostics(await workspace.problemsOf(path), path, workspace.translate),
        check: undefined,
      };
    const check = await workspace.checkDocument(uri);
    if (!check) return undefined;
    tellStatus(uri, check);
    return { diagnostics: toDiagnostics(check.report?.messages ?? [], uri), check };
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
      const found = await diagnose(uri);
      // A newer version has its own check on the way.
      if (!found || workspace.documents.get(uri)?.version !== version) return;
      if (workspace.client?.pulls) return;
      await connection.sendDiagnostics({ uri, version, diagnostics: found.diagnostics });
    } catch (error) {
      connection.console.error(`${uri} cannot be checked: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }

  return {
    diagnose,
    schedule(uri, delay = pause) {
      if (workspace.client?.pulls) return;
      clearTimeout(timers.get(uri));
      timers.set(uri, setTimeout(push, delay, uri));
    },
    refresh() {
      if (workspace.client?.pulls) {
        if (workspace.client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => {});
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
