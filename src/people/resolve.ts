import type { Lexicon, TeamPerson } from '../lexicon/index.ts';
import type { Cast, Mention, Person, PlacedMention } from './cast.ts';
import { compareNames, fitsInitial } from './similar.ts';
import { nameKeys, stripName } from './transliterate.ts';

interface Figure {
  given?: string;
  surname: string;
  mentions: PlacedMention[];
  team?: TeamPerson;
}

/**
 * The people of an article: mentions of one person brought together by surname (any transliteration, or one slip away),
 * given name or initial, and team list. Capitalised words alone join a person that a title or full name brings in.
 *
 * @param mentionsByBlock what `findMentions` gave for each block
 */
export function resolveCast(mentionsByBlock: readonly (readonly Mention[])[], lexicon: Lexicon): Cast {
  const placed = mentionsByBlock.flatMap((mentions, block) => mentions.map((mention) => ({ ...mention, block })));
  const team = indexTeam(lexicon.people);
  const figures: Figure[] = [];
  const byKey = new Map<string, Figure[]>();
  const introduce = (mention: PlacedMention): Figure => {
    const figure: Figure = { given: givenOf(mention), surname: mention.surname, mentions: [] };
    figures.push(figure);
    for (const key of nameKeys(mention.surname)) {
      const there = byKey.get(key);
      if (there) there.push(figure);
      else byKey.set(key, [figure]);
    }
    return figure;
  };
  const join = (figure: Figure, mention: PlacedMention) => {
    figure.mentions.push(mention);
    const given = givenOf(mention);
    if (given && (figure.given === undefined || (isInitials(figure.given) && !isInitials(given)))) figure.given = given;
    figure.team ??= team.get(foldName(mention.text));
  };
  const loose: PlacedMention[] = [];
  // Full names first, then a title with a surname, then capitalised words alone: each finds those before it.
  const full = placed.filter((mention) => mention.evidence !== 'bare' && givenOf(mention));
  for (const mention of full) join(findFull(mention, figures, byKey, team) ?? introduce(mention), mention);
  for (const mention of placed)
    if (mention.evidence !== 'bare' && !givenOf(mention))
      join(findTitled(mention, figures, byKey) ?? introduce(mention), mention);
  for (const mention of placed) {
    if (mention.evidence !== 'bare') continue;
    const figure = findBare(mention, byKey, team, figures);
    if (figure) join(figure, mention);
    else loose.push(mention);
  }
  const order = (a: PlacedMention, b: PlacedMention) => a.block - b.block || a.span.start - b.span.start;
  const people = figures.map((figure) => toPerson(figure, order));
  people.sort((a, b) => order(a.mentions[0] as PlacedMention, b.mentions[0] as PlacedMention));
  return { people, loose };
}

const givenOf = (mention: Mention) =>
  mention.given && mention.initials ? `${mention.initials} ${mention.given}` : (mention.given ?? mention.initials);
const isInitials = (given: string) => /^(?:\p{L}\.?\s*)+$/u.test(given) && given.length < 5;
const foldName = (name: string) => name.split(/\s+/).map(stripName).join(' ');

function indexTeam(people: readonly TeamPerson[]): Map<string, TeamPerson> {
  const index = new Map<string, TeamPerson>();
  for (const person of people)
    for (const name of [person.name, ...person.aliases, ...person.wrong, ...(person.native ? [person.native] : [])])
      if (!index.has(foldName(name))) index.set(foldName(name), person);
  return index;
}

function findFull(
  mention: PlacedMention,
  figures: readonly Figure[],
  byKey: ReadonlyMap<string, readonly Figure[]>,
  team: ReadonlyMap<string, TeamPerson>,
): Figure | undefined {
  const row = team.get(foldName(mention.text));
  const listed = row && figures.find((figure) => figure.team === row);
  if (listed) return listed;
  const given = givenOf(mention);
  const same = bearersOf(mention.surname, byKey, figures);
  return (
    same.find((figure) => areGivenAlike(figure.given, given)) ??
    same.find((figure) => areGivenSlips(figure.given, given) && sharesTitle(figure, mention)) ??
    figures.find(
      (figure) =>
        figure.given !== undefined &&
        given !== undefined &&
        !isInitials(given) &&
        !isInitials(figure.given) &&
        areGivenAlike(figure.given, given) &&
        compareNames(figure.surname, mention.surname) === 'slip',
    )
  );
}

function findTitled(
  mention: PlacedMention,
  figures: readonly Figure[],
  byKey: ReadonlyMap<string, readonly Figure[]>,
): Figure | undefined {
  const same = bearersOf(mention.surname, byKey, figures);
  if (same.length > 0) return pickBearer(same, mention);
  // A slip in the surname is believed only when the title agrees too.
  const near = figures.filter(
    (figure) => sharesTitle(figure, mention) && compareNames(figure.surname, mention.surname) === 'slip',
  );
  return near.length === 1 ? near[0] : undefined;
}

/** Those whose surname is the same in some transliteration; a lost letter (`?`) stands for any. */
function bearersOf(
  surname: string,
  byKey: ReadonlyMap<string, readonly Figure[]>,
  figures: readonly Figure[],
): readonly Figure[] {
  for (const key of nameKeys(surname)) {
    const same = byKey.get(key);
    if (same) return same;
  }
  return figures.filter((figure) => fitsWildcard(surname, figure.surname) || fitsWildcard(figure.surname, surname));
}

function fitsWildcard(damaged: string, whole: string): boolean {
  if (!/[?\ufffd]/.test(damaged) || damaged.length !== whole.length) return false;
  const folded = stripName(whole);
  return [...stripName(damaged)].every((letter, i) => letter === '?' || letter === '\ufffd' || letter === folded[i]);
}

/** True when two given names may be one person's: equal in some transliteration, one the other's initial, or one missing. */
function areGivenAlike(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return true;
  const [short, long] = [splitGiven(a), splitGiven(b)].sort((one, two) => one.length - two.length) as [
    string[],
    string[],
  ];
  // «Tayyip» of «Recep Tayyip»: every part of the shorter is found in the longer.
  return short.every((part) =>
    long.some((there) => {
      if (part.length === 1 || part.endsWith('.')) return fitsInitial(part, there);
      if (there.length === 1 || there.endsWith('.')) return fitsInitial(there, part);
      const likeness = compareNames(part, there);
      return likeness !== 'different' && likeness !== 'slip';
    }),
  );
}

const areGivenSlips = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && compareNames(a, b) === 'slip';

const splitGiven = (given: string): readonly string[] => given.match(/[^\s.]+\.?/g) ?? [];

/** Of several bearers of one surname: the one with the same title, else the one named last before. */
function pickBearer(bearers: readonly Figure[], mention: PlacedMention): Figure | undefined {
  if (bearers.length === 1) return bearers[0];
  const titled = bearers.filter((figure) => sharesTitle(figure, mention));
  if (titled.length === 1) return titled[0];
  const isBefore = (there: PlacedMention) =>
    there.block < mention.block || (there.block === mention.block && there.span.start < mention.span.start);
  let best: Figure | undefined;
  let at: PlacedMention | undefined;
  for (const figure of titled.length > 0 ? titled : bearers)
    for (const there of figure.mentions)
      if (
        isBefore(there) &&
        (!at || there.block > at.block || (there.block === at.block && there.span.start > at.span.start))
      ) {
        best = figure;
        at = there;
      }
  return best ?? bearers[0];
}

function sharesTitle(figure: Figure, mention: PlacedMention): boolean {
  return figure.mentions.some(
    (there) =>
      (there.rank && mention.rank && there.rank.id === mention.rank.id) ||
      there.offices.some(({ id }) => mention.offices.some((office) => office.id === id)),
  );
}

function findBare(
  mention: PlacedMention,
  byKey: ReadonlyMap<string, readonly Figure[]>,
  team: ReadonlyMap<string, TeamPerson>,
  figures: readonly Figure[],
): Figure | undefined {
  const row = team.get(foldName(mention.text));
  const listed = row && figures.find((figure) => figure.team === row);
  if (listed) return listed;
  const given = givenOf(mention);
  const bearers = nameKeys(mention.surname)
    .flatMap((key) => byKey.get(key) ?? [])
    .filter((figure) => !given || (figure.given && areGivenAlike(figure.given, given)));
  return bearers.length > 0 ? pickBearer(bearers, mention) : undefined;
}

function toPerson(figure: Figure, order: (a: PlacedMention, b: PlacedMention) => number): Person {
  const mentions = figure.mentions.sort(order);
  const counts = new Map<string, number>();
  for (const { surname } of mentions) counts.set(surname, (counts.get(surname) ?? 0) + 1);
  const fullest = mentions.reduce((best, mention) =>
    (mention.given?.length ?? 0) > (best.given?.length ?? 0) ? mention : best,
  );
  return {
    name: figure.team?.name ?? fullest.text,
    mentions,
    given: figure.given,
    surname: figure.surname,
    spellings: [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count),
    country: figure.team?.country ?? mentions.find(({ country }) => country)?.country,
    team: figure.team,
  };
}
