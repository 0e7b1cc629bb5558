import { articleExtensions } from '../article/index.ts';
import type { Report, Session, StetRow } from '../desk/index.ts';
import type { Configurations, DeskConfig } from './configurations.ts';
import { decideArticle } from './is-article.ts';
import type { ArticleReason, ClientSettings } from './protocol.ts';

/** A document as the check needs it. */
export interface OpenText {
  path: string;
  languageId: string;
  version: number;
  text: string;
}

/** What is known of a document at one version and one configuration. */
export interface Check {
  path: string;
  version: number;
  reason: ArticleReason;
  config: DeskConfig;
  /** Undefined when the document is not an article. */
  session: Session | undefined;
  report: Report | undefined;
  /** Milliseconds that the check took. */
  duration: number;
}

/** Checks documents and keeps what it found until the text or the configuration changes. */
export interface Checks {
  /** Never throws for a bad article: what the engine throws is handed to `onFailure` and the report is empty. */
  check(text: OpenText): Promise<Check>;
  close(path: string): void;
}

/** Sets up the checks. `onFailure` is called once for each failing rule of a document, and for an article that cannot be read. */
export function createChecks(ports: {
  configurations: Configurations;
  settingsOf: (path: string) => Promise<ClientSettings>;
  /** Rows of the sidecar list. */
  stetsOf: (path: string) => Promise<readonly StetRow[]>;
  /** What `copydesk.files` says of a path; undefined when it is empty. */
  isChosen: (path: string, globs: readonly string[]) => boolean;
  now: () => number;
  onFailure: (path: string, ruleId: string, error: Error) => void;
}): Checks {
  const kept = new Map<string, Check & { text: string; languageId: string; settings: string; generation: number }>();
  const failed = new Set<string>();

  function tellOnce(path: string, ruleId: string, error: Error) {
    const key = `${path}\n${ruleId}`;
    if (failed.has(key)) return;
    failed.add(key);
    ports.onFailure(path, ruleId, error);
  }

  return {
    async check({ path, languageId, version, text }) {
      const settings = await ports.settingsOf(path);
      const config = await ports.configurations.load(path, settings, text);
      const { generation } = ports.configurations;
      const said = JSON.stringify(settings);
      const before = kept.get(path);
      const same =
        before?.generation === generation &&
        before.settings === said &&
        before.languageId === languageId &&
        before.config.settings.key === config.settings.key;
      if (same && before.text === text) return before.version === version ? before : { ...before, version };
      const globs = settings.files ?? [];
      const decision = decideArticle({
        path,
        languageId,
        text,
        enabled: settings.enable !== false,
        configured: config.isArticle,
        chosen: globs.length > 0 ? ports.isChosen(path, globs) : undefined,
        extensions: articleExtensions,
      });
      // A story that loses its byline while it is being edited stays a story.
      const stays = same && before.session !== undefined && decision.reason === 'look-excludes';
      const started = ports.now();
      let session = same ? before.session : undefined;
      let report: Report | undefined;
      if (decision.checked || stays) {
        try {
          if (session) session.update(text);
          else session = config.desk.open({ path, source: text, stets: await ports.stetsOf(path) });
          report = session.check();
          for (const { ruleId, error } of report.failures) tellOnce(path, ruleId, error);
        } catch (error) {
          session = undefined;
          tellOnce(path, '', error instanceof Error ? error : new Error(String(error)));
        }
      } else {
        session = undefined;
      }
      const check: Check = {
        path,
        version,
        reason: stays ? 'look' : decision.reason,
        config,
        session,
        report,
        duration: ports.now() - started,
      };
      kept.set(path, { ...check, text, languageId, settings: said, generation });
      return check;
    },
    close(path) {
      kept.delete(path);
      for (const key of failed) if (key.startsWith(`${path}\n`)) failed.delete(key);
    },
  };
}
