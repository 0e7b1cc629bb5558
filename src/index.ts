/*
 * Copydesk for Node: open an article at a desk, read what it says, apply what is safe.
 *
 *     const { settings } = await loadConfig(path, nodeFiles, nodeAssets);
 *     const session = createDesk(settings, { assets: nodeAssets }).open({ path, source });
 *     for (const { place, reason } of session.check().messages) …
 */
export type { Article, Block, BlockRole, Reader, Span, Stet } from './article/index.ts';
export { articleExtensions, readArticle } from './article/index.ts';
export type {
  ConfigLoader,
  ConfigProblem,
  FilePort,
  LoadedConfig,
  LoaderPorts,
  Origin,
  PluginPort,
  RuleSetting,
  Settings,
} from './config/index.ts';
export { createConfigLoader, defaultSettings, loadConfig, rules } from './config/index.ts';
export type {
  ArticleFile,
  Desk,
  DeskPorts,
  Edit,
  Message,
  Place,
  RelatedPlace,
  Report,
  RetextPorts,
  Session,
  StetRow,
} from './desk/index.ts';
export {
  applyEdits,
  collectSafeEdits,
  createDesk,
  describeStet,
  formatStetRows,
  parseStetRows,
  toRetextPlugin,
} from './desk/index.ts';
export { nodeAssets, nodeFiles, nodePlugins, nodeTagger } from './node/index.ts';
export type { Cast, Mention, Person } from './people/index.ts';
export type { Category, Rule, Severity } from './rules/index.ts';
export type { AssetPort, Said, Translate } from './text/index.ts';
export { fillSaid } from './text/index.ts';
