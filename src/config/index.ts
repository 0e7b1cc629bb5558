export type { ConfigProblem, FilePort, LoadedConfig } from './load.ts';
export { loadConfig } from './load.ts';
export type { RuleSetting, Settings } from './settings.ts';
export { defaultSettings } from './settings.ts';
