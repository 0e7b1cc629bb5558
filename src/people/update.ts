import type { Lexicon } from '../lexicon/index.ts';
import type { Cast, Mention, Person, PlacedMention } from './cast.ts';
import { resolveCast } from './resolve.ts';

/** A cast and the mentions that it was resolved from. */
export interface CastReading {
  cast: Cast;
  mentions: readonly (readonly Mention[])[];
}

/** So many paragraphs that changed are still cheaper to put in place than all people to resolve. */
const mostChanged = 4;

/**
 * The people of an article, at the cost of what changed since a reading of it. Where the mentions of a paragraph have
 * only moved, people stay who they are: those who are not mentioned there are the same objects as before.
 *
 * @param mentions what `findMentions` gave for each block; the same list for a block that did not change
 */
export function updateCast(
  mentions: readonly (readonly Mention[])[],
  lexicon: Lexicon,
  before: CastReading | undefined,
): CastReading {
  const changed = before && changedBlocks(mentions, before.mentions);
  if (!before || !changed) return { cast: resolveCast(mentions, lexicon), mentions };
  if (changed.length === 0) return { cast: before.cast, mentions };
  const news = new Map(changed.map((block) => [block, mentions[block] ?? []]));
  const olds = new Map(changed.map((block) => [block, before.mentions[block] ?? []]));
  const replace = (there: readonly PlacedMention[]): readonly PlacedMention[] => {
    if (!there.some(({ block }) => news.has(block))) return there;
    return there.map((placed) => {
      const now = news.get(placed.block);
      if (!now) return placed;
      // What is placed was copied from the mention whose span it shares.
      const at = olds.get(placed.block)?.findIndex(({ span }) => span === placed.span) ?? -1;
      const mention = now[at];
      return mention ? { ...mention, block: placed.block } : placed;
    });
  };
  const people = before.cast.people.map((person): Person => {
    const moved = replace(person.mentions);
    return moved === person.mentions ? person : { ...person, mentions: moved };
  });
  return { cast: { people, loose: replace(before.cast.loose) }, mentions };
}

/** The blocks whose mentions moved; undefined when anything else happened. */
function changedBlocks(
  now: readonly (readonly Mention[])[],
  before: readonly (readonly Mention[])[],
): number[] | undefined {
  if (now.length !== before.length) return undefined;
  const changed: number[] = [];
  for (let block = 0; block < now.length; block++) {
    const [a, b] = [now[block] ?? [], before[block] ?? []];
    if (a === b) continue;
    if (changed.length === mostChanged || !readsAlike(a, b)) return undefined;
    changed.push(block);
  }
  return changed;
}

/** Whether two values are alike in everything but where it stands. */
function readsAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    const [one, other] = [a[key as keyof typeof a], b[key as keyof typeof b]];
    if (key === 'start' || key === 'end' ? typeof one !== typeof other : !readsAlike(one, other)) return false;
  }
  return true;
}
