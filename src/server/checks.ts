import type { Span } from '../article/index.ts';
import { articleExtensions } from '../article/index.ts';
import type { Message, Report, Session, StetRow } from '../desk/index.ts';
import type { Rope } from '../text/index.ts';
import type { Configurations, DeskConfig } from './configurations.ts';
import { decideArticle } from './is-article.ts';
import type { ArticleReason, ClientSettings } from './protocol.ts';
import { longDocument } from './protocol.ts';
import { createSlices, letOthersIn } from './slices.ts';

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
  /**
   * What ranges of a long document say by themselves, while it is checked for the first time; undefined for any other.
   *
   * @param rangesOf asked when the document is open, in UTF-16 offsets: people scroll meanwhile
   */
  glance(text: OpenText, rangesOf: () => readonly Span[]): Promise<readonly Message[] | undefined>;
  /** True while a long document is being checked, slice by slice. */
  isUnderWay(path: string): boolean;
  close(path: string): void;
}

/** A check, its text, and whatever else it depends on. */
interface Kept extends Check {
  text: Rope;
  said: string;
}

/** A document before its check. */
interface Opened {
  reason: ArticleReason;
  session: Session | undefined;
  /** When it was begun. */
  started: number;
}

interface UnderWay {
  text: Rope;
  said: string;
  opened: Promise<Opened>;
  check: Promise<Kept>;
}

const isLong = ({ length }: Rope): boolean => length >= longDocument;

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
  const runInSlices = createSlices(ports.now);
  const failed = new Set<string>();

  function tellOnce(path: string, ruleId: string, thrown: unknown) {
    const key = `${path}\n${ruleId}`;
    if (failed.has(key)) return;
    failed.add(key);
    ports.onFailure(path, ruleId, thrown instanceof Error ? thrown : new Error(String(thrown)));
  }

  async function check(open: OpenText): Promise<Check> {
    const { text, version } = open;
    const begun = await begin(open);
    const found = 'check' in begun ? await begun.check : begun;
    return found.text === text && found.version !== version ? { ...found, version } : found;
  }

  async function glance(open: OpenText, rangesOf: () => readonly Span[]): Promise<readonly Message[] | undefined> {
    // Where marks stand they wait for those of the whole: few would only take their place.
    const standing = kept.get(open.path);
    if (!isLong(open.text) || (standing && isLong(standing.text))) return undefined;
    const begun = await begin(open);
    return 'opened' in begun ? (await begun.opened).session?.glance(rangesOf()) : undefined;
  }

  /** The check of a text: the one that is known or under way, or a new one. */
  async function begin(open: OpenText): Promise<Kept | UnderWay> {
    const { path, languageId, text } = open;
    const settings = await ports.settingsOf(path);
    const config = await ports.configurations.load(path, settings, text);
    const { generation } = ports.configurations;
    const said = JSON.stringify([generation, settings, languageId, config.settings.key]);
    const last = kept.get(path);
    const before = last?.said === said ? last : undefined;
    if (before?.text === text) return before;
    const underWay = running.get(path);
    if (underWay?.said === said && underWay.text === text) return underWay;
    const opened = Promise.resolve().then(() => openArticle(open, settings, config, before));
    const work: UnderWay = {
      text,
      said,
      opened,
      check: opened
        .then((article) => read(open, article, { config, said }, () => running.get(path) === work))
        .finally(() => {
          if (running.get(path) === work) running.delete(path);
        }),
    };
    // Who waits for it hears of its failure.
    work.check.catch(() => {});
    // What was under way for an older text is left at its next stop.
    running.set(path, work);
    return work;
  }

  /** Decides whether a document is an article, and takes its format off. */
  async function openArticle(
    { path, languageId, text }: OpenText,
    settings: ClientSettings,
    config: DeskConfig,
    before: Kept | undefined,
  ): Promise<Opened> {
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
    const opened: Opened = { reason: stays ? 'look' : decision.reason, session: undefined, started: ports.now() };
    if (!decision.checked && !stays) return opened;
    try {
      if (before?.session) {
        before.session.update(text);
        opened.session = before.session;
      } else opened.session = config.desk.open({ path, source: text, stets: await ports.stetsOf(path) });
    } catch (error) {
      tellOnce(path, '', error);
    }
    return opened;
  }

  async function read(
    { path, version, text }: OpenText,
    { reason, session, started }: Opened,
    { config, said }: { config: DeskConfig; said: string },
    isWanted: () => boolean,
  ): Promise<Kept> {
    let report: Report | undefined;
    try {
      // A glance comes first.
      if (isLong(text)) await letOthersIn();
      report = isLong(text) && session ? await runInSlices(session.checkInSteps(), isWanted) : session?.check();
      for (const { ruleId, error } of report?.failures ?? []) tellOnce(path, ruleId, error);
    } catch (error) {
      tellOnce(path, '', error);
    }
    const duration = ports.now() - started;
    const check: Kept = { path, version, reason, config, session: report && session, report, duration, text, said };
    const newer = isWanted() ? undefined : running.get(path);
    if (newer) return newer.check;
    if (isWanted()) kept.set(path, check);
    return check;
  }

  return {
    check,
    glance,
    isUnderWay(path) {
      const work = running.get(path);
      return work !== undefined && isLong(work.text);
    },
    close(path) {
      kept.delete(path);
      running.delete(path);
      for (const key of failed) if (key.startsWith(`${path}\n`)) failed.delete(key);
    },
  };
}
