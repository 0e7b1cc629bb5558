import { compileExceptions } from '../exceptions.ts';
import { groupFiller, keepCapital, takeCase } from '../fixes.ts';
import { fillMessage, listOptions, splitOptions } from '../message.ts';
import type { PackRule } from '../pack.ts';
import type { CompilePattern } from '../regex/index.ts';
import { compilePattern, listSpellings } from '../regex/index.ts';
import { isTerm } from '../terms.ts';
import type { Check, TextHit } from './check.ts';

const isPlain = (text: string) => !/[\\^$*+?()[\]{}]/.test(text);

/** What is written so, and should be written otherwise. Longer keys go first, as Vale has it. */
export function substitution(rule: PackRule, accepted: readonly string[], compile: CompilePattern): Check {
  const swaps = [...rule.swap].sort(([a], [b]) => b.length - a.length);
  const isExcepted = compileExceptions(rule.exceptions, rule.vocab ? accepted : []);
  const fillers = swaps.map(([key]) => groupFiller(key, rule.ignorecase));
  const report = (index: number, matched: string, text: string, start: number, end: number): TextHit | undefined => {
    const [, value] = swaps[index] ?? ['', ''];
    const observed = matched.trim();
    const written = rule.capitalize && isCapital(observed) ? capitalise(value) : value;
    const isFilled = /\$\d+|\$\{\d+\}/.test(written);
    const expected = isFilled ? (fillers[index]?.(written, text, start, observed) ?? written) : written;
    const isReplace = rule.action?.name === 'replace';
    // What was filled in is text of the article: «$5» is no pattern.
    const isLiteral = isReplace || isFilled || isPlain(expected);
    const listed = isReplace && rule.action?.params.length ? rule.action.params : splitOptions(expected);
    const options = rule.matchcase ? listed.map((option) => takeCase(option, observed)) : listed;
    if (isLiteral ? options.includes(observed) : isSame(expected, observed)) return undefined;
    if (isExcepted(observed, text, start, end)) return undefined;
    // A pattern of right forms is said by the form that was meant.
    const meant = isLiteral ? undefined : formMeant(expected, observed);
    // With the action, Vale quotes the options itself.
    const own = isReplace && rule.action?.params.length === 0;
    const message = fillMessage(own ? unquoteFirst(rule.message) : rule.message, [
      own ? listOptions(options) : (meant ?? expected),
      observed,
    ]);
    const fixes = isLiteral ? options : meant === undefined ? [] : [meant];
    const cased = rule.ignorecase ? fixes.map((fix) => keepCapital(fix, observed)) : fixes;
    // Blanks that a pattern took in stay where the replacement has none.
    const [before, after] = [/^\s*/.exec(matched)?.[0] ?? '', /\s*$/.exec(matched)?.[0] ?? ''];
    const framed = cased.map((fix) => (fix === '' || fix !== fix.trim() ? fix : before + fix + after));
    return { start, end, message, expected: [...new Set(framed)].filter((fix) => fix !== matched) };
  };
  if (!rule.nonword && swaps.every(([key]) => isTerm(key))) {
    return {
      kind: 'terms',
      rule,
      terms: swaps.map(([key]) => key),
      ignoreCase: rule.ignorecase,
      report: (term, start, end, text) => report(term, text.slice(start, end), text, start, end),
    };
  }
  const list = swaps.map(([key]) => `(${uncapture(key)})`).join('|');
  const pattern = compile(rule.nonword ? `(?m)(?:${list})` : `(?m)\\b(?:${list})\\b`, { i: rule.ignorecase });
  return {
    kind: 'text',
    rule,
    literals: pattern.literals,
    neighbours: pattern.neighbours,
    marks: pattern.marks,
    find(text) {
      const matches = pattern.matches(text);
      if (matches.length === 0) return none;
      return matches.flatMap((match) => {
        const index = match.groups.findIndex((group, i) => i > 0 && group !== undefined) - 1;
        return report(index, match.text, text, match.start, match.end) ?? [];
      });
    },
  };
}

const none: readonly TextHit[] = [];

/** Groups of the author's would upset the numbers by which a match finds its replacement. */
function uncapture(key: string): string {
  if (!key.includes('(')) return key;
  return key.replace(
    /(\\.|\[(?:\\.|[^\]\\])*\])|\((?!\?)|\(\?P?<(?![=!])\w+>/g,
    (whole, kept: string | undefined) => kept ?? (whole ? '(?:' : ''),
  );
}

/** True when the text already has the form wanted, which may be a pattern. */
function isSame(expected: string, observed: string): boolean {
  if (expected === observed) return true;
  // A full stop alone makes no pattern: «37.2» is not «37,2».
  if (isPlain(expected.replaceAll('.', ''))) return false;
  try {
    return compilePattern(`^(?:${expected})$`).test(observed);
  } catch {
    return false;
  }
}

/** Of the forms that a pattern allows, the one that was written in other capitals. */
function formMeant(pattern: string, observed: string): string | undefined {
  const lower = observed.toLowerCase();
  return listSpellings(pattern)?.find((form) => form.toLowerCase() === lower);
}

function unquoteFirst(message: string): string {
  for (const quoted of ["'%s'", '"%s"']) {
    if (message.split(quoted).length === 3) return message.replace(quoted, '%s');
  }
  return message;
}

function isCapital(text: string): boolean {
  return text !== '' && text === capitalise(text);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
