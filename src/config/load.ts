import type { Tagger } from '../style/index.ts';
import type { AssetPort } from '../text/index.ts';
import type { LoadedConfig } from './loader.ts';
import { createConfigLoader } from './loader.ts';
import type { FilePort, PluginPort } from './ports.ts';

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
  options: {
    trusted?: boolean;
    configFile?: string;
    styles?: readonly string[];
    plugins?: PluginPort;
    today?: () => string;
    openTagger?: () => Promise<Tagger>;
  } = {},
): Promise<LoadedConfig> {
  return createConfigLoader({ files, assets, ...options }).load(path);
}
