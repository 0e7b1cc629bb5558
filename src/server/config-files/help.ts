import type { CompletionItem, Hover, Position } from 'vscode-languageserver';
import { CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import type { Rule } from '../../config/index.ts';
import {
  configKeys,
  createSchema,
  describePackRule,
  describeRule,
  languages,
  overrideKeys,
  rankStyles,
  ruleSeverities,
  rules,
  shippedPacks,
} from '../../config/index.ts';
import type { Pack } from '../../style/index.ts';
import { lazy } from '../../text/index.ts';
import { placeInJson } from './json-place.ts';
import type { ConfigPlace } from './place.ts';
import { placeInConfig } from './place.ts';

/** Something that may stand at a place. */
interface Choice {
  text: string;
  kind: CompletionItemKind;
  detail?: string;
  documentation?: string;
}

const value = (text: string): Choice => ({ text, kind: CompletionItemKind.EnumMember });
const key = (text: string, detail = ''): Choice => ({ text, kind: CompletionItemKind.Property, detail });
const shipped = shippedPacks.map((name) => value(`copydesk:${name}`));
const values: Readonly<Record<string, readonly Choice[]>> = {
  style: rankStyles.map(value),
  language: languages.map(value),
  root: ['true', 'false'].map(value),
  styles: shipped,
  extends: shipped,
};
const severities = ruleSeverities.map(value);
const ruleKeys = lazy(() =>
  rules.map(
    (rule): Choice => ({
      ...key(rule.id, `${rule.category}, ${rule.optIn ? 'off' : rule.severity}`),
      documentation: describeRule(rule),
    }),
  ),
);

/** The language that a configuration is written in. */
export type ConfigSyntax = 'yaml' | 'json';

/** The keys, rule ids, severities, options and names that may stand at a position of a configuration. */
export function completeConfig(
  text: string,
  position: Position,
  packs: readonly Pack[] = [],
  syntax: ConfigSyntax = 'yaml',
): CompletionItem[] {
  const place = findPlace(text, position, syntax);
  if (!place) return [];
  return choose(place, packs).map(({ text: name, kind, detail, documentation }) => {
    const word = syntax === 'json' && !/^(?:true|false)$/.test(name) ? JSON.stringify(name) : name;
    return {
      label: name,
      kind,
      ...(detail ? { detail } : {}),
      ...(documentation ? { documentation: { kind: MarkupKind.Markdown, value: documentation } } : {}),
      ...(word === name ? {} : { filterText: word }),
      textEdit: {
        range: { start: { ...position, character: place.start }, end: { ...position, character: place.end } },
        newText: kind === CompletionItemKind.Property && place.isLast ? `${word}: ` : word,
      },
    };
  });
}

function findPlace(text: string, position: Position, syntax: ConfigSyntax): ConfigPlace | undefined {
  return syntax === 'json' ? placeInJson(text, position) : placeInConfig(text, position);
}

/**
 * What a key, rule or option of a configuration means; undefined when the word is none.
 *
 * @param markdown false for clients that show plain text only
 */
export function explainConfig(
  text: string,
  position: Position,
  markdown = true,
  packs: readonly Pack[] = [],
  syntax: ConfigSyntax = 'yaml',
): Hover | undefined {
  const place = findPlace(text, position, syntax);
  if (!place) return undefined;
  const { path, word, start, end } = place;
  const rule = isAmongRules(place) ? rules.find(({ id }) => id === word) : undefined;
  const own = isAmongRules(place) ? packs.flatMap(({ rules: all }) => all).find(({ id }) => id === word) : undefined;
  const meaning = rule
    ? describeRule(rule)
    : own
      ? describePackRule(own)
      : (ruleOf(place)?.options[word]?.description ??
        (place.key === undefined && isTop(path) ? describeKey(word) : undefined));
  return meaning === undefined
    ? undefined
    : {
        contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: meaning },
        range: { start: { ...position, character: start }, end: { ...position, character: end } },
      };
}

function choose(place: ConfigPlace, packs: readonly Pack[]): readonly Choice[] {
  const { path, key: own, lead } = place;
  const rule = ruleOf(place);
  if (rule) return chooseSetting(rule, place);
  if (isAmongRules(place)) return [...ruleKeys(), ...packs.flatMap(listPackRules)];
  const ofPack = severityPlace(place, packs);
  if (ofPack) return severities;
  if (own !== undefined) return values[own] ?? [];
  if (path.length === 0) return lead === '' ? configKeys.map((name) => key(name, describeKey(name))) : [];
  if (path.length === 1 && path[0] === 'overrides') return overrideKeys.map((name) => key(name, describeKey(name)));
  return values[path.at(-1) ?? ''] ?? [];
}

/** Whether a name is that of a pack or of one of its rules. */
export function isOfPack(name: string, packs: readonly Pack[]): boolean {
  return packs.some((pack) => pack.name === name || pack.rules.some(({ id }) => id === name));
}

/** A pack, which is set as a whole, and each of its rules. */
function listPackRules({ name, title, rules: all }: Pack): Choice[] {
  const each = all.map((rule): Choice => ({ ...key(rule.id, rule.level), documentation: describePackRule(rule) }));
  return [key(name, title), ...each];
}

/** Whether a severity of a pack or of one of its rules is being written. */
function severityPlace({ path, key: own, lead }: ConfigPlace, packs: readonly Pack[]): boolean {
  if (own === undefined || path.at(-1) !== 'rules' || lead !== '') return false;
  return isOfPack(own, packs);
}

/** A severity, the name of an option, or its value. */
function chooseSetting(rule: Rule, { path, key: own, lead }: ConfigPlace): readonly Choice[] {
  const names = Object.entries(rule.options).map(([name, { description }]) => key(name, description));
  const option = /\{(?:[^}]*,)?\s*([\w-]+):\s*$/.exec(lead)?.[1] ?? (path.at(-1) === rule.id ? own : undefined);
  if (option && Object.hasOwn(rule.options, option)) {
    const schema = rule.options[option];
    if (schema?.type === 'boolean') return ['true', 'false'].map(value);
    return schema?.type === 'string' ? (schema.enum ?? []).map(value) : [];
  }
  if (/\{(?:[^}]*,)?\s*$/.test(lead) && lead.includes('[')) return names;
  if (path.at(-1) === rule.id) return [...severities, ...names];
  return /(?:^|[[:]\s*)$/.test(lead) && !/\[[^\]]*\{/.test(lead) ? severities : [];
}

/** The rule whose setting a place lies in, in a block or in a map on one line. */
function ruleOf({ path, key: own, lead }: ConfigPlace): Rule | undefined {
  const inline = own === 'rules' ? /[{,]\s*([\w-]+):\s*(?:\[[^\]]*)?$/.exec(lead)?.[1] : undefined;
  const id = inline ?? (path.at(-1) === 'rules' ? own : path.at(-2) === 'rules' ? path.at(-1) : undefined);
  return rules.find((rule) => rule.id === id);
}

function isAmongRules({ path, key: own, lead }: ConfigPlace): boolean {
  if (own === 'rules') return /^\{(?:.*,)?\s*$/.test(lead) && !/\[[^\]]*$/.test(lead);
  return own === undefined && path.at(-1) === 'rules' && isTop(path.slice(0, -1));
}

const isTop = (path: readonly string[]) => path.length === 0 || (path.length === 1 && path[0] === 'overrides');

function describeKey(name: string): string | undefined {
  const { properties } = createSchema(rules) as { properties: Readonly<Record<string, { description?: string }>> };
  return properties[name]?.description;
}
