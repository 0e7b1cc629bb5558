export type { RunCommand } from './commands.ts';
export { createConfigCommands } from './commands.ts';
export { registerConfigFeatures } from './features.ts';
export { switchStyle } from './house-style.ts';
export { testPacks } from './pack-tests.ts';
export type { RuleMatches } from './rule-matches.ts';
export { createRuleMatches } from './rule-matches.ts';
