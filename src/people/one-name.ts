import type { Lexicon } from '../lexicon/index.ts';
import type { Person, PlacedMention } from './cast.ts';
import { isOfOneList } from './figure.ts';
import { knownForms } from './forms.ts';
import { givenOf } from './given.ts';
import { markTitles } from './ranked.ts';
import { foldName, indexTeam } from './team.ts';

/**
 * The person whom all of some mentions name by one surname and at most one given name or its initials, each written in one way.
 * Most people are named so, and nobody need be weighed against another.
 *
 * @param placed in the order of the text, one of them at least not `bare`
 * @returns undefined where it takes more to tell
 */
export function readOneName(placed: readonly PlacedMention[], lexicon: Lexicon): Person | undefined {
  const [first] = placed;
  if (!first) return undefined;
  const { surname } = first;
  let full: PlacedMention | undefined;
  let given: string | undefined;
  let isBroughtIn = false;
  let country: string | undefined;
  let before = first;
  for (const mention of placed) {
    if (mention.surname !== surname || mention.particles) return undefined;
    if (mention !== first && isOfOneList(before, mention)) return undefined;
    before = mention;
    country ||= mention.country;
    const own = givenOf(mention);
    if (!own) continue;
    full ??= mention;
    given ??= own;
    if (own !== given) return undefined;
    if (mention.evidence !== 'bare') isBroughtIn = true;
  }
  // A full name that nothing shows to be one may be a place’s or a thing’s.
  if ((full && !isBroughtIn) || isOnList(placed, lexicon)) return undefined;
  return {
    // Initials make no fuller name.
    name: (full?.given ? full : first).text,
    mentions: placed,
    given,
    surname,
    spellings: [{ text: surname, count: placed.length }],
    country,
    team: undefined,
    titles: markTitles(placed),
  };
}

/** True when the team's list has a name of some mentions. */
export function isOnList(placed: readonly PlacedMention[], lexicon: Lexicon): boolean {
  if (lexicon.people.length === 0) return false;
  const team = indexTeam(lexicon);
  const read = knownForms(lexicon);
  return placed.some(({ text }) => team.named(foldName(text, read)) !== undefined);
}
