import type { PackAction } from './pack.ts';
import type { Pattern, PatternMatch } from './regex/index.ts';
import { compilePattern } from './regex/index.ts';

/**
 * The replacements that an action makes of a match; none when it makes none here.
 *
 * @param action as in the rule
 * @param observed the text matched
 */
export function applyAction(action: PackAction | undefined, observed: string): readonly string[] {
  if (!action) return [];
  const { name, params } = action;
  if (name === 'replace') return params;
  if (name === 'remove') return [''];
  if (name === 'convert') return params[0] === 'simple' ? [simplify(observed)] : [observed];
  if (name === 'edit') return editText(params, observed);
  return [];
}

/** «CamelCase_name» as «camel case name». */
function simplify(text: string): string {
  return text
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function editText([verb, first = '', second = '']: readonly string[], observed: string): readonly string[] {
  switch (verb) {
    case 'trim':
      return [trimEnd(trimStart(observed, first), first)];
    case 'trim_left':
      return [trimStart(observed, first)];
    case 'trim_right':
      return [trimEnd(observed, first)];
    case 'remove':
      return [observed.replaceAll(first, '')];
    case 'truncate':
      return [observed.split(first)[0] ?? observed];
    case 'split':
      return [observed.split(first)[Number(second)] ?? observed];
    case 'replace':
      return [observed.replaceAll(first, second)];
    case 'regex':
      return [replaceGroups(first, observed, second)];
    case 'lower':
      return [observed.toLowerCase()];
    case 'upper':
      return [observed.toUpperCase()];
    default:
      return [];
  }
}

/** Replaces every match of a pattern; `$1` and `${1}` stand for its groups. */
function replaceGroups(pattern: string, text: string, replacement: string, ignoreCase = false): string {
  let result = '';
  let taken = 0;
  for (const match of compilePattern(pattern, { i: ignoreCase }).matches(text)) {
    result += text.slice(taken, match.start) + insertGroups(replacement, match.groups);
    taken = match.end;
  }
  return result + text.slice(taken);
}

/** Fills groups into the replacement of a match, which begins at an offset of the text. */
export type FillGroups = (replacement: string, text: string, start: number, observed: string) => string;

/**
 * Readies a pattern for replacements that its own groups are filled into. It is tried where the match stands, for it may
 * look around itself.
 */
export function groupFiller(pattern: string, ignoreCase: boolean): FillGroups {
  let compiled: Pattern | undefined;
  // A text may hold many matches.
  let last: { text: string; matches: readonly PatternMatch[] } | undefined;
  return (replacement, text, start, observed) => {
    compiled ??= compilePattern(pattern, { i: ignoreCase, m: true });
    if (last?.text !== text) last = { text, matches: compiled.matches(text) };
    const there = last.matches.find((match) => match.start === start && match.text.trim() === observed);
    return there ? insertGroups(replacement, there.groups) : replaceGroups(pattern, observed, replacement, ignoreCase);
  };
}

function insertGroups(replacement: string, groups: readonly (string | undefined)[]): string {
  return replacement.replace(/\$(?:(\d+)|\{(\d+)\})/g, (_, a: string, b: string) => groups[Number(a ?? b)] ?? '');
}

/** The replacement in the case of the text replaced: «OK» for capitals, «Ok» for a first capital, else small. */
export function takeCase(replacement: string, observed: string): string {
  if (observed === observed.toLowerCase()) return replacement.toLowerCase();
  if (observed === observed.toUpperCase() && observed.length > 1) return replacement.toUpperCase();
  return keepCapital(replacement, observed);
}

/** The replacement with a capital where the text replaced has one. */
export function keepCapital(replacement: string, observed: string): string {
  const first = observed.charAt(0);
  const isCapital = first !== first.toLowerCase() && observed.slice(1) === observed.slice(1).toLowerCase();
  return isCapital ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
}

function trimStart(text: string, letters: string): string {
  let start = 0;
  while (start < text.length && letters.includes(text.charAt(start))) start++;
  return text.slice(start);
}

function trimEnd(text: string, letters: string): string {
  let end = text.length;
  while (end > 0 && letters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
