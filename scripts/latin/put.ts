import { parse } from 'acorn';
import { LatinFirst } from './latin-first.ts';

/** What most copy is made of: Latin letters, the marks that they are taken apart into, general punctuation, signs of currency, the mark of a lost letter. */
const region: readonly (readonly [from: number, to: number])[] = [
  [0, 0x36f],
  [0x2000, 0x206f],
  [0x20a0, 0x20cf],
  [0xfffd, 0xfffd],
];

/**
 * Puts two patterns in the place of one with classes of Unicode (`\p{L}`): V8 takes up to thirty times longer to compile
 * such a class than the ranges of what Latin copy can hold of it, and does so for each pattern anew.
 *
 * @param code a function expression that begins with the directive for strict mode
 * @returns the same with a {@link LatinFirst} for each such literal
 */
export function putLatinFirst(code: string): string {
  const name = 'latin$';
  if (code.includes(name)) throw new Error(`the program has a name ${name} of its own`);
  const directive = '"use strict";';
  const head = code.indexOf(directive) + directive.length;
  if (head < directive.length) throw new Error(`the program lacks the directive ${directive}`);
  const parts: string[] = [];
  const names = new Map<string, string>();
  const members: Record<string, string> = {};
  let end = head;
  for (const { pattern, flags, start, end: after } of findClassPatterns(code)) {
    Object.assign(members, membersFor(pattern, flags));
    // Many stand in several places: these share one.
    const made = `new ${name}(${JSON.stringify(pattern)},"${flags}")`;
    const one = names.get(made) ?? name + names.size;
    names.set(made, one);
    // A blank, since `return/a/` has none. One that keeps its place has another wherever its literal is met.
    parts.push(code.slice(end, start), /[gy]/.test(flags) ? ` ${one}.copy()` : ` ${one}`);
    end = after;
  }
  if (names.size === 0) return code;
  const patterns = [...names].map(([made, one]) => `${one}=${made}`);
  const prelude = `const ${name}=${LatinFirst};Object.assign(${name}.members,${JSON.stringify(members)});`;
  return [code.slice(0, head), prelude, `const ${patterns.join()};`, ...parts, code.slice(end)].join('');
}

/** The literals of a script or module that have classes of Unicode, in order. */
export function findClassPatterns(code: string): { pattern: string; flags: string; start: number; end: number }[] {
  const found: ReturnType<typeof findClassPatterns> = [];
  parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onToken({ type, start, end, ...token }) {
      if (type.label !== 'regexp' || !('value' in token)) return;
      const { pattern, flags } = token.value as { pattern: string; flags: string };
      if (flags.includes('u') && /\\p\{/i.test(pattern)) found.push({ pattern, flags, start, end });
    },
  });
  return found;
}

/** What the region holds of a pattern's classes of Unicode, as {@link LatinFirst.members}. */
export function membersFor(pattern: string, flags: string): Record<string, string> {
  const fold = flags.includes('i') ? 'i' : '';
  const classes = pattern.match(/\\p\{[^}]*\}/giu) ?? [];
  return Object.fromEntries(classes.map((property) => [fold + property, listMembers(property, fold)]));
}

/** Ranges of the region's members of a class; where case is ignored, of what matches it. */
function listMembers(property: string, fold: string): string {
  const regex = new RegExp(`^[${property}]$`, `u${fold}`);
  const ranges: string[] = [];
  const code = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`;
  for (const [from, to] of region) {
    let start = -1;
    for (let unit = from; unit <= to + 1; unit++) {
      const isMember = unit <= to && regex.test(String.fromCharCode(unit));
      if (isMember && start < 0) start = unit;
      if (isMember || start < 0) continue;
      ranges.push(start === unit - 1 ? code(start) : `${code(start)}-${code(unit - 1)}`);
      start = -1;
    }
  }
  return ranges.join('');
}
