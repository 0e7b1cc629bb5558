import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { saysArticle } from '../article/index.ts';
import type { ConfigProblem, LoadedConfig, Settings } from '../config/index.ts';
import { createConfigLoader, findArticleKeys, keepRules } from '../config/index.ts';
import type { Desk } from '../desk/index.ts';
import { createDesk } from '../desk/index.ts';
import { nodeAssets, nodeFiles, nodePlugins, nodeTagger, readToday } from '../node/index.ts';
import { asksForTagger } from '../style/index.ts';
import { needAssets } from './built.ts';
import type { FoundArticle } from './find-articles.ts';
import type { ReadText } from './read-text.ts';
import { readText } from './read-text.ts';
import type { FileReport } from './report.ts';
import { reportFailure, reportSession } from './report.ts';
import { createStetLists } from './stet-lists.ts';

/** What a run asks for; plain data, so that it can be handed to a worker. */
export interface CheckerOptions {
  configFile?: string;
  styles: readonly string[];
  /** `write` puts safe fixes into the file and reports what is left; `propose` only makes the fixed text. */
  fix: 'none' | 'write' | 'propose';
  /** Text for the messages' fingerprints is needed too. */
  keepSource: boolean;
  /** The people are asked for too: finding who «the minister» is takes as long as a few rules. */
  listPeople: boolean;
  /** A folder for results; those of runs that make fixes are not kept. */
  cache?: string;
  /** Report this rule alone, at its own severity where it is off. */
  only?: string;
}

/** A file checked. */
export interface CheckedFile {
  report: FileReport;
  /** False for a file that was found, not named, and that neither its name, its content nor a configuration makes one. */
  isArticle: boolean;
  /** The report is that of an earlier run. */
  wasKept?: boolean;
  /** Before and after, when something can be fixed safely; `fixed` only on demand. */
  source?: string;
  fixed?: string;
  /** What is wrong in the configuration that the file was checked by. */
  problems: readonly ConfigProblem[];
  /** What should be known beside it, though nothing went wrong. */
  remarks?: readonly string[];
  /** What else went wrong: a rule that threw, a file that could not be fixed. */
  notes: readonly string[];
}

/** Checks files; desks and configurations are kept for the next. */
export interface Checker {
  checkFile(found: FoundArticle): Promise<CheckedFile>;
  /** @param path a name for the report and the format; the configuration is looked for from there */
  checkText(path: string, text: string): Promise<CheckedFile>;
}

/**
 * Sets up a checker.
 *
 * @throws UsageError when the compiled data is missing
 */
export function createChecker(options: CheckerOptions): Checker {
  needAssets();
  const loader = createConfigLoader({
    files: nodeFiles,
    assets: nodeAssets,
    plugins: nodePlugins,
    trusted: true,
    today: readToday,
    openTagger: nodeTagger,
    ...(options.configFile ? { configFile: slashes(resolve(options.configFile)) } : {}),
    styles: options.styles,
  });
  const desks = new Map<string, Desk>();
  const today = readToday();
  const stetLists = createStetLists(today);
  const keeping = options.cache !== undefined && options.fix === 'none' ? openResults(options.cache) : undefined;

  async function choose(settings: Settings, packs: LoadedConfig['packs'], id: string): Promise<Settings> {
    const all = packs.map(({ pack }) => pack);
    const rule = all.flatMap(({ rules }) => rules).find((one) => one.id === id);
    const tagger = rule && asksForTagger(rule) ? await nodeTagger() : undefined;
    return keepRules(settings, all, new Set([id]), tagger);
  }

  async function check({ path, by }: FoundArticle, read: () => Promise<ReadText>): Promise<CheckedFile> {
    const place = slashes(resolve(path));
    const loaded = await loader.load(place);
    const file = await readFound(by, loaded.isArticle, path, read);
    if (!file) return { report: reportFailure(path, ''), isArticle: false, problems: [], notes: [] };
    const { text, faithful, readAs } = file;
    const { settings, problems, packs } = findArticleKeys(text) ? await loader.load(place, text) : loaded;
    const remarks = readAs ? [`${path}: not UTF-8; read as ${readAs}. Save it as UTF-8`] : [];
    const stets = await stetLists.find(path);
    // What a plugin does is not known from its name.
    const results = settings.plugins ? undefined : await keeping;
    const key = results?.keyOf([
      results.build,
      settings.key,
      options.only ?? '',
      today,
      JSON.stringify(stets?.rows ?? []),
      suffix(path),
      text,
    ]);
    const kept = key === undefined ? undefined : results?.cache.read(key);
    if (kept) {
      const report = { path, error: null, ...kept };
      const source = options.keepSource ? { source: text } : {};
      return { isArticle: true, wasKept: true, problems, report, remarks, notes: stets?.notes ?? [], ...source };
    }
    let desk = desks.get(settings.key);
    if (!desk) {
      desk = createDesk(options.only ? await choose(settings, packs, options.only) : settings, {
        assets: nodeAssets,
        ...(settings.plugins ? { rules: settings.plugins } : {}),
      });
      desks.set(settings.key, desk);
    }
    const session = desk.open({ path, source: text, stets: stets?.rows ?? [] });
    const failures = session.check().failures.map(({ ruleId, error }) => `${path}: ${ruleId} failed: ${error.message}`);
    const notes = new Set([...(stets?.notes ?? []), ...failures]);
    const keep = (report: FileReport): FileReport => ({
      ...report,
      messages: report.messages.filter(({ ruleId }) => options.only === undefined || ruleId === options.only),
    });
    const report = keep(reportSession(session, path, options.listPeople));
    const checked: CheckedFile = { isArticle: true, problems, report, remarks, notes: [] };
    if (options.keepSource) checked.source = text;
    if (key !== undefined && failures.length === 0) results?.cache.write(key, report);
    if (options.fix !== 'none') {
      const fixed = session.fixAll();
      if (fixed !== text) {
        checked.source = text;
        if (options.fix === 'propose') checked.fixed = fixed;
        else if (!faithful) {
          notes.add(`${path}: not saved as UTF-8, so it was not fixed`);
          checked.remarks = [];
        } else {
          checked.fixed = fixed;
          session.update(fixed);
          checked.report = reportSession(session, path, options.listPeople);
          if (options.keepSource) checked.source = fixed;
        }
      }
    }
    return { ...checked, notes: [...notes] };
  }

  return {
    async checkFile(found) {
      const { path } = found;
      try {
        const checked = await check(found, () => readText(path));
        if (options.fix === 'write' && checked.fixed !== undefined) writeFileSync(path, checked.fixed);
        return checked;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { report: reportFailure(path, message), isArticle: true, problems: [], notes: [] };
      }
    },
    checkText: (path, text) => check({ path, by: 'named' }, async () => ({ text, faithful: true })),
  };
}

/** Results of earlier runs; what keeps them is loaded only where some are kept. */
async function openResults(folder: string) {
  const { keyOf, openCache, readBuild } = await import('./cache.ts');
  return { cache: openCache(folder), build: readBuild(), keyOf };
}

/**
 * The text of a found file; undefined when it is no article.
 *
 * @param configured what the configuration's `files` says; undefined when it doesn't speak
 */
async function readFound(
  by: FoundArticle['by'],
  configured: boolean | undefined,
  path: string,
  read: () => Promise<ReadText>,
): Promise<ReadText | undefined> {
  if (by === 'named') return read();
  if (configured === false || (by === 'other' && !configured)) return undefined;
  if (by === 'own') return read();
  // A picture among the stories, a file of other software: nobody asked for it by name.
  const file = await read().catch(() => undefined);
  return file && (configured || saysArticle(file.text, path)) ? file : undefined;
}

/** The end of a name, which says the format. */
function suffix(path: string): string {
  return /\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? '';
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
