import type { PackAction } from './pack.ts';
import type { Pattern, PatternMatch } from './regex/index.ts';
import { compilePattern } from './regex/index.ts';

/** The replacements of a text that was matched; none where there is nothing to replace it by. */
export type Replace = (observed: string) => readonly string[];

/** The replacements that an action makes of a match. */
export function readAction(action: PackAction | undefined): Replace {
  const { name, params = [] } = action ?? {};
  if (name === 'replace') return () => params;
  if (name === 'remove') return () => [''];
  if (name === 'convert') return (observed) => [params[0] === 'simple' ? simplify(observed) : observed];
  return name === 'edit' ? readEdit(params) : () => [];
}

/** «CamelCase_name» as «camel case name». */
function simplify(text: string): string {
  return text
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function readEdit([verb, first = '', second = '']: readonly string[]): Replace {
  switch (verb) {
    case 'trim':
      return (observed) => [trimEnd(trimStart(observed, first), first)];
    case 'trim_left':
      return (observed) => [trimStart(observed, first)];
    case 'trim_right':
      return (observed) => [trimEnd(observed, first)];
    case 'remove':
      return (observed) => [observed.replaceAll(first, '')];
    case 'truncate':
      return (observed) => [observed.split(first)[0] ?? observed];
    case 'split':
      return (observed) => [observed.split(first)[Number(second)] ?? observed];
    case 'replace':
      return (observed) => [observed.replaceAll(first, second)];
    case 'regex': {
      let pattern: Pattern | undefined;
      return (observed) => {
        pattern ??= compilePattern(first);
        return [replaceGroups(pattern, observed, second)];
      };
    }
    case 'lower':
      return (observed) => [observed.toLowerCase()];
    case 'upper':
      return (observed) => [observed.toUpperCase()];
    default:
      return () => [];
  }
}

/** Replaces every match of a pattern; `$1` and `${1}` stand for its groups. */
function replaceGroups(pattern: Pattern, text: string, replacement: string): string {
  let result = '';
  let taken = 0;
  for (const match of pattern.matches(text)) {
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
  let alone: Pattern | undefined;
  // A text may hold many matches.
  let last: { text: string; matches: readonly PatternMatch[] } | undefined;
  return (replacement, text, start, observed) => {
    compiled ??= compilePattern(pattern, { i: ignoreCase, m: true });
    if (last?.text !== text) last = { text, matches: compiled.matches(text) };
    const there = last.matches.find((match) => match.start === start && match.text.trim() === observed);
    if (there) return insertGroups(replacement, there.groups);
    alone ??= compilePattern(pattern, { i: ignoreCase });
    return replaceGroups(alone, observed, replacement);
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
