import type { Lexicon } from '../lexicon/index.ts';
import type { Cast, Mention, Person, PlacedMention } from './cast.ts';
import type { Kin } from './kin.ts';
import { gatherKin } from './kin.ts';
import { orderMentions, orderPeople, resolveCast, resolvePlaced } from './resolve.ts';

/** A cast and the mentions that it was resolved from. */
export interface CastReading {
  cast: Cast;
  mentions: readonly (readonly Mention[])[];
  /** Whose names may meet; made at the first change. */
  kin?: Kin;
}

/** So many paragraphs that changed are still cheaper to put in place than all people to resolve. */
const mostChanged = 4;

/**
 * The people of an article, at the cost of what changed since a reading of it: those who may be named where the text
 * changed are resolved anew, all others are the same objects as before.
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
  if (changed.size === 0) return { ...before, mentions };
  const kin = before.kin && !before.kin.isFull ? before.kin : gatherKin(before.mentions, lexicon);
  for (const block of changed) for (const mention of mentions[block] ?? []) kin.add(mention);
  // A name with a lost letter may be anybody's.
  if (kin.isOpen) return { cast: resolveCast(mentions, lexicon), mentions };
  const touched = new Set<number>();
  for (const block of changed)
    for (const { surname } of [...(mentions[block] ?? []), ...(before.mentions[block] ?? [])])
      touched.add(kin.of(surname));
  const people: Person[] = [];
  const loose: PlacedMention[] = [];
  const anew: PlacedMention[] = [];
  const take = (there: readonly PlacedMention[]) => {
    for (const mention of there) if (!changed.has(mention.block)) anew.push(mention);
  };
  for (const person of before.cast.people)
    if (touched.has(kin.of(person.surname))) take(person.mentions);
    else people.push(person);
  for (const mention of before.cast.loose)
    if (!touched.has(kin.of(mention.surname))) loose.push(mention);
    else if (!changed.has(mention.block)) anew.push(mention);
  for (const block of changed) for (const mention of mentions[block] ?? []) anew.push({ ...mention, block });
  const resolved = resolvePlaced(anew.sort(orderMentions), lexicon);
  return {
    cast: {
      people: resolved.people.length > 0 ? [...people, ...resolved.people].sort(orderPeople) : people,
      loose: resolved.loose.length > 0 ? [...loose, ...resolved.loose].sort(orderMentions) : loose,
    },
    mentions,
    kin,
  };
}

/** The blocks whose mentions changed; undefined when blocks came or went, or too many changed. */
function changedBlocks(
  now: readonly (readonly Mention[])[],
  before: readonly (readonly Mention[])[],
): ReadonlySet<number> | undefined {
  if (now.length !== before.length) return undefined;
  const changed = new Set<number>();
  for (let block = 0; block < now.length; block++) {
    const [a, b] = [now[block] ?? [], before[block] ?? []];
    if (a === b || (a.length === 0 && b.length === 0)) continue;
    if (changed.size === mostChanged) return undefined;
    changed.add(block);
  }
  return changed;
}
