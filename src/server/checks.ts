import { articleExtensions } from '../article/index.ts';
import type { Report, Session, StetRow } from '../desk/index.ts';
import type { Rope } from '../text/index.ts';
import type { Configurations, DeskConfig } from './configurations.ts';
import { decideArticle } from './is-article.ts';
import type { ArticleReason, ClientSettings } from './protocol.ts';
import { runInSlices } from './slices.ts';

/** A document as the check needs it. */
export interface OpenText {
  path: string;
  languageId: string;
  version: number;
  text: Rope;
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
  /** True while a long document is being checked, slice by slice. */
  isUnderWay(path: string): boolean;
  close(path: string): void;
}

/** A check, its text, and whatever else it depends on. */
interface Kept extends Check {
  text: Rope;
  said: string;
}

interface UnderWay {
  text: Rope;
  said: string;
  check: Promise<Check>;
}

// UTF-16 units; what is longer is checked in slices.
const long = 60_000;

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
  const kept = new Map<string, Kept>();
  const running = new Map<string, UnderWay>();
  const failed = new Set<string>();

  function tellOnce(path: string, ruleId: string, error: Error) {
    const key = `${path}\n${ruleId}`;
    if (failed.has(key)) return;
    failed.add(key);
    ports.onFailure(path, ruleId, error);
  }

  async function check(open: OpenText): Promise<Check> {
    const { path, languageId, version, text } = open;
    const settings = await ports.settingsOf(path);
    const config = await ports.configurations.load(path, settings, text);
    const { generation } = ports.configurations;
    const said = JSON.stringify([generation, settings, languageId, config.settings.key]);
    const before = kept.get(path);
    const same = before?.said === said;
    if (same && before.text === text) return before.version === version ? before : { ...before, version };
    const underWay = running.get(path);
    if (underWay?.said === said && underWay.text === text) return { ...(await underWay.check), version };
    const begin = (): Promise<Check> =>
      read(open, { settings, config, said, before: same ? before : undefined }, () => running.get(path) === work);
    const work: UnderWay = { text, said, check: Promise.resolve().then(begin) };
    // What was under way for an older text is left at its next stop.
    running.set(path, work);
    try {
      return await work.check;
    } finally {
      if (running.get(path) === work) running.delete(path);
    }
  }

  async function read(
    open: OpenText,
    {
      settings,
      config,
      said,
      before,
    }: { settings: ClientSettings; config: DeskConfig; said: string; before: Kept | undefined },
    isWanted: () => boolean,
  ): Promise<Check> {
    const { path, languageId, version, text } = open;
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
    const stays = before?.session !== undefined && decision.reason === 'look-excludes';
    const started = ports.now();
    let session = decision.checked || stays ? before?.session : undefined;
    let report: Report | undefined;
    if (decision.checked || stays) {
      try {
        if (session) session.update(text);
        else session = config.desk.open({ path, source: text, stets: await ports.stetsOf(path) });
        report = text.length < long ? session.check() : await runInSlices(session.checkInSteps(), isWanted, ports.now);
        for (const { ruleId, error } of report?.failures ?? []) tellOnce(path, ruleId, error);
      } catch (error) {
        session = undefined;
        tellOnce(path, '', error instanceof Error ? error : new Error(String(error)));
      }
    }
    const check: Check = {
      path,
      version,
      reason: stays ? 'look' : decision.reason,
      config,
      session: report && session,
      report,
      duration: ports.now() - started,
    };
    const newer = isWanted() ? undefined : running.get(path);
    if (newer) return newer.check;
    if (isWanted()) kept.set(path, { ...check, text, said });
    return check;
  }

  return {
    check,
    isUnderWay: (path) => (running.get(path)?.text.length ?? 0) >= long,
    close(path) {
      kept.delete(path);
      running.delete(path);
      for (const key of failed) if (key.startsWith(`${path}\n`)) failed.delete(key);
    },
  };
}
