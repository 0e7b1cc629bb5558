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

/** What blocks of one kind have in common. */
type Kind = Pick<ParsedBlock, 'role' | 'language'> & Pick<Block, 'depth' | 'heads'>;

/** What reads the blocks of one kind. */
export interface Readers {
  kind: Kind;
  /** The file's, without the dot. */
  extension: string;
  /** The sections of such a block. */
  own: readonly string[];
  /** The same as one string. */
  section: string;
  /** The checks that read it, by their place among all, and the lists of terms after them. */
  checks: Bits;
  /** The checks whose scope takes a view of such a block. */
  takes(view: Pick<View, 'sections' | 'around'>): Bits;
}

/**
 * Finds the checks that read a block. There are few kinds of blocks in a story, so each kind is asked once.
 *
 * @param extension the file's, without the dot
 */
export function chooseReaders(
  checks: readonly Compiled[],
): (parsed: ParsedBlock, block: Pick<Block, 'depth' | 'heads'>, extension: string) => Readers {
  const known: Readers[] = [];
  return ({ role, language }, { depth, heads }, extension) => {
    for (const readers of known) {
      const { kind } = readers;
      if (kind.role !== role || kind.language !== language || kind.depth !== depth || kind.heads !== heads) continue;
      if (readers.extension === extension) return readers;
    }
    const readers = choose({ role, language, depth, heads }, extension);
    known.push(readers);
    return readers;
  };

  function choose(kind: Kind, extension: string): Readers {
    const own = blockSections(kind);
    const gather = (choice: (one: Compiled) => boolean): Bits => {
      const bits = createBits(checks.length + 1);
      checks.forEach((one, place) => {
        if (choice(one)) addBit(bits, place);
      });
      return bits;
    };
    const mine = gather(({ check }) => readsBlock(check.rule, kind));
    addBit(mine, checks.length);
    // Views of one name lie in the same sections.
    const taken = new Map<string | undefined, Bits>();
    const takes = (view: Pick<View, 'sections' | 'around'>): Bits => {
      const bits = taken.get(view.sections[0]) ?? gather(({ scope }) => takesView(scope, view));
      taken.set(view.sections[0], bits);
      return bits;
    };
    return { kind, extension, own, section: own.join('_'), checks: mine, takes };
  }
}

/** Whether a scope takes a view of a block. */
export const takesView = (scope: Scope, view: Pick<View, 'sections' | 'around'>): boolean =>
  matchesScope(scope, view.sections, view.around) && takesPieces(scope, view);

/** Whether a rule is for such blocks: by their language, and by the part of the story that they are. */
export function readsBlock(rule: PackRule, { role, language }: Pick<ParsedBlock, 'role' | 'language'>): boolean {
  if (rule.languages.length > 0 && !rule.languages.includes(language) && language !== 'und') return false;
  return rule.parts.length === 0 || rule.parts.some((part: StoryPart) => partRoles[part].includes(role));
}
