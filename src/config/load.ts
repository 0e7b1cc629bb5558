import type { AssetPort } from '../text/index.ts';
import type { Origin } from './explain.ts';
import type { PluginPort } from './loader.ts';
import { createConfigLoader } from './loader.ts';
import type { Settings } from './settings.ts';

/** Reads files for the configuration. Paths are absolute with forward slashes, or URIs; only the port reads them. */
export interface FilePort {
  /** The text of a file; undefined when there is none. */
  read(path: string): Promise<string | undefined>;
  /** Paths of all files below a folder; without it folders of style rules are not read. */
  list?(folder: string): Promise<readonly string[]>;
  /** The configuration file of an installed package, asked only where the workspace is trusted. */
  findPackage?(name: string, from: string): Promise<string | undefined>;
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
  /** Every value that holds and where it was set. */
  explain(): readonly Origin[];
}

/**
 * Finds, reads and resolves the configuration of an article. Never throws: what is wrong is a problem, the rest holds.
 *
 * @param path the article
 * @param options.trusted false in an untrusted workspace: only data is read, no plugins
 * @param options.configFile read this file instead of looking upward
 * @param options.styles further style packs; the name of a rank style sets that too
 */
export async function loadConfig(
  path: string,
  files: FilePort,
  assets: AssetPort,
  options: { trusted?: boolean; configFile?: string; styles?: readonly string[]; plugins?: PluginPort } = {},
): Promise<LoadedConfig> {
  return createConfigLoader({ files, assets, ...options }).load(path);
}
