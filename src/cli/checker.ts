import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConfigProblem, Settings } from '../config/index.ts';
import { createConfigLoader } from '../config/index.ts';
import type { Desk } from '../desk/index.ts';
import { createDesk } from '../desk/index.ts';
import { nodeAssets, nodeFiles, nodePlugins } from '../node/index.ts';
import { readText } from './read-text.ts';
import type { FileReport } from './report.ts';
import { reportFailure, reportSession } from './report.ts';
import { createStetLists, readToday } from './stet-lists.ts';

/** What a run asks for; plain data, so that it can be handed to a worker. */
export interface CheckerOptions {
  configFile?: string;
  styles: readonly string[];
  /** `write` puts safe fixes into the file and reports what is left; `propose` only makes the fixed text. */
  fix: 'none' | 'write' | 'propose';
  /** Text for the messages' fingerprints is needed too. */
  keepSource: boolean;
  /** Report this rule alone, at its own severity where it is off. */
  only?: string;
}

/** A file checked. */
export interface CheckedFile {
  report: FileReport;
  /** False when the configuration's `files` says that it is no article. */
  isArticle: boolean;
  /** Before and after, when something can be fixed safely; `fixed` only on demand. */
  source?: string;
  fixed?: string;
  /** What is wrong in the configuration that the file was checked by. */
  problems: readonly ConfigProblem[];
  /** What else went wrong: a rule that threw, a file that could not be fixed. */
  notes: readonly string[];
}

/** Checks files; desks and configurations are kept for the next. */
export interface Checker {
  /** @param chosen false for a file found in a folder: one that its configuration calls no article is passed over */
  checkFile(path: string, chosen: boolean): Promise<CheckedFile>;
  /** @param path a name for the report and the format; the configuration is looked for from there */
  checkText(path: string, text: string): Promise<CheckedFile>;
}

/** Sets up a checker. */
export function createChecker(options: CheckerOptions): Checker {
  const loader = createConfigLoader({
    files: nodeFiles,
    assets: nodeAssets,
    plugins: nodePlugins,
    trusted: true,
    ...(options.configFile ? { configFile: slashes(resolve(options.configFile)) } : {}),
    styles: options.styles,
  });
  const desks = new Map<string, Desk>();
  const stetLists = createStetLists(readToday());

  async function check(path: string, read: () => Promise<{ text: string; faithful: boolean }>, chosen: boolean) {
    const { settings, problems, isArticle } = await loader.load(slashes(resolve(path)));
    const passed = { isArticle: isArticle !== false, problems };
    if (!chosen && isArticle === false) return { ...passed, report: reportFailure(path, ''), notes: [] };
    let desk = desks.get(settings.key);
    if (!desk) {
      desk = createDesk(options.only ? chooseRule(settings, options.only) : settings, {
        assets: nodeAssets,
        ...(settings.plugins ? { rules: settings.plugins } : {}),
      });
      desks.set(settings.key, desk);
    }
    const { text, faithful } = await read();
    const stets = await stetLists.find(path);
    const session = desk.open({ path, source: text, stets: stets?.rows ?? [] });
    const failures = session.check().failures.map(({ ruleId, error }) => `${path}: ${ruleId} failed: ${error.message}`);
    const notes = new Set([...(stets?.notes ?? []), ...failures]);
    const keep = (report: FileReport): FileReport => ({
      ...report,
      messages: report.messages.filter(({ ruleId }) => options.only === undefined || ruleId === options.only),
    });
    const checked: CheckedFile = { ...passed, report: keep(reportSession(session, path)), notes: [] };
    if (options.keepSource) checked.source = text;
    if (options.fix !== 'none') {
      const fixed = session.fixAll();
      if (fixed !== text) {
        checked.source = text;
        if (options.fix === 'propose') checked.fixed = fixed;
        else if (!faithful) notes.add(`${path}: not saved as UTF-8, so it was not fixed`);
        else {
          checked.fixed = fixed;
          session.update(fixed);
          checked.report = reportSession(session, path);
          if (options.keepSource) checked.source = fixed;
        }
      }
    }
    return { ...checked, notes: [...notes] };
  }

  return {
    async checkFile(path, chosen) {
      try {
        const checked = await check(path, () => readText(path), chosen);
        if (options.fix === 'write' && checked.fixed !== undefined) await writeFile(path, checked.fixed);
        return checked;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { report: reportFailure(path, message), isArticle: true, problems: [], notes: [] };
      }
    },
    checkText: (path, text) => check(path, async () => ({ text, faithful: true }), true),
  };
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** The settings with one rule on, at its own severity where it was off. */
function chooseRule(settings: Settings, id: string): Settings {
  const setting = settings.rules.get(id);
  if (setting?.severity !== 'off') return settings;
  return { ...settings, rules: new Map([...settings.rules, [id, { ...setting, severity: 'warning' }]]) };
}
