export { rules } from './registry.ts';
export type { RetextPlugin } from './retext.ts';
export type {
  AnyWideRule,
  ArticleContext,
  BlockContext,
  BlockRule,
  CaseRule,
  Category,
  DeskContext,
  Example,
  Finding,
  Need,
  OptionSchema,
  Options,
  OptionValue,
  RankStyle,
  Related,
  Report,
  Rule,
  Severity,
  WordTest,
} from './rule.ts';
export { defineRule } from './rule.ts';
