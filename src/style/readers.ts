import type { Block } from '../article/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import type { Bits } from './bits.ts';
import { addBit, createBits } from './bits.ts';
import type { Check } from './checks/index.ts';
import type { PackRule, StoryPart } from './pack.ts';
import { partRoles } from './pack.ts';
import type { Scope, View } from './scopes.ts';
import { blockSections, matchesScope } from './scopes.ts';
import { takesPieces } from './views.ts';

/** A rule's check, and what is to be known of a text before it is run. */
export interface Compiled {
  check: Check;
  scope: Scope;
  /** Kinds of names whose hits do not count. */
  without: readonly string[];
}

/** What reads the blocks of one kind. */
export interface Readers {
  /** The sections of such a block. */
  own: readonly string[];
  /** The same as one string. */
  section: string;
  /** The checks that read it, by their place among all, and the lists of terms after them. */
  checks: Bits;
  /** Those that take the block as a whole. */
  takesWhole: Bits;
}

/**
 * Finds the checks that read a block. There are few kinds of blocks in a story, so each kind is asked once.
 *
 * @param extension the file's, without the dot
 */
export function chooseReaders(
  checks: readonly Compiled[],
): (parsed: ParsedBlock, block: Pick<Block, 'depth' | 'heads'>, extension: string) => Readers {
  const known = new Map<string, Readers>();
  return (parsed, block, extension) => {
    const key = `${parsed.role} ${parsed.language} ${block.depth} ${block.heads} ${extension}`;
    const there = known.get(key);
    if (there) return there;
    const own = blockSections({ role: parsed.role, ...block });
    const whole = ['text', ...own, extension];
    const readers: Readers = {
      own,
      section: own.join('_'),
      checks: createBits(checks.length + 1),
      takesWhole: createBits(checks.length + 1),
    };
    addBit(readers.checks, checks.length);
    checks.forEach(({ check, scope }, place) => {
      if (!readsBlock(check.rule, parsed)) return;
      addBit(readers.checks, place);
      if (takesView(scope, { sections: whole, around: whole })) addBit(readers.takesWhole, place);
    });
    known.set(key, readers);
    return readers;
  };
}

/** Whether a scope takes a view of a block. */
export const takesView = (scope: Scope, view: Pick<View, 'sections' | 'around'>): boolean =>
  matchesScope(scope, view.sections, view.around) && takesPieces(scope, view);

/** Whether a rule is for such blocks: by their language, and by the part of the story that they are. */
export function readsBlock(rule: PackRule, parsed: ParsedBlock): boolean {
  if (rule.languages.length > 0 && !rule.languages.includes(parsed.language) && parsed.language !== 'und') return false;
  return rule.parts.length === 0 || rule.parts.some((part: StoryPart) => partRoles[part].includes(parsed.role));
}
