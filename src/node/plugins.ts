import { pathToFileURL } from 'node:url';
import type { PluginPort } from '../config/index.ts';
import { importModule } from './import-module.ts';

/** Plugins installed where the configuration that names them can reach them. */
export const nodePlugins: PluginPort = async (name, from) => {
  const { createRequire } = await import('node:module');
  const found = createRequire(pathToFileURL(from)).resolve(name);
  return ((await importModule(pathToFileURL(found).href)) as { default: unknown }).default;
};
