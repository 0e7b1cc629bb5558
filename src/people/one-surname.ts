import type { Lexicon } from '../lexicon/index.ts';
import type { Cast, Person, PlacedMention } from './cast.ts';
import type { TitlesHeld } from './figure.ts';
import { isOfOneList, noteTitles, sharesTitle } from './figure.ts';
import type { NameForms, ReadForms } from './forms.ts';
import { knownForms } from './forms.ts';
import { areApart } from './given.ts';
import { isOnList } from './one-name.ts';
import { markTitles } from './ranked.ts';

/** One of those who have the surname. */
interface Bearer extends TitlesHeld {
  readonly given: string;
  /** The place of the last mention, of those that are told by then, before the one in question. */
  last: number;
  mentions: PlacedMention[];
}

/** Whose each mention is, in step with these; undefined while that is not told. */
type Owners = (Bearer | undefined)[];

/**
 * The people of mentions that write one surname in one way beside given names of one word, each two of them plainly two
 * names: the Holms of a story. What `weighNames` says of them without looking for anybody whose name is like theirs.
 *
 * @param placed in the order of the text
 * @returns undefined where it takes more to tell
 */
export function readOneSurname(placed: readonly PlacedMention[], lexicon: Lexicon): Cast | undefined {
  if (!areSimple(placed, lexicon)) return undefined;
  // «named Ida Holm», then «Minister Holm»: the title tells that the words before were a name.
  const isTitled = hasTitledSurname(placed);
  const owners: Owners = new Array(placed.length).fill(undefined);
  const bearers: Bearer[] = [];
  for (let i = 0; i < placed.length; i++) {
    const mention = placed[i];
    if (!mention?.given || (mention.evidence === 'bare' && (!isTitled || mention.role === 'headline'))) continue;
    const { given } = mention;
    let bearer = findGiven(bearers, given);
    if (!bearer) {
      bearer = { given, ranks: [], offices: [], last: -1, mentions: [] };
      bearers.push(bearer);
    }
    noteTitles(bearer, mention);
    owners[i] = bearer;
  }
  if (bearers.length === 0 || isOnList(placed, lexicon)) return undefined;
  tell(owners, placed, bearers, false);
  tell(owners, placed, bearers, true);
  return gather(owners, placed);
}

function hasTitledSurname(placed: readonly PlacedMention[]): boolean {
  for (const { given, evidence } of placed) if (!given && evidence === 'title') return true;
  return false;
}

/**
 * Tells whose the mentions of a kind are, from the first to the last.
 *
 * @param areBare of capitalised words alone, else of surnames that something shows to be a name
 */
function tell(owners: Owners, placed: readonly PlacedMention[], bearers: readonly Bearer[], areBare: boolean): void {
  for (const bearer of bearers) bearer.last = -1;
  // The one named last.
  let latest: Bearer | undefined;
  for (let i = 0; i < placed.length; i++) {
    const mention = placed[i];
    let owner = owners[i];
    if (!owner && mention && (areBare ? mention.evidence === 'bare' : !mention.given && mention.evidence !== 'bare')) {
      owner = mention.given ? findGiven(bearers, mention.given) : pickBearer(bearers, mention, latest);
      owners[i] = owner;
      if (owner) noteTitles(owner, mention);
    }
    if (!owner) continue;
    owner.last = i;
    latest = owner;
  }
}

/** The one with the same title, else the one named last before: `pickTitled` of people who stand in the order of the text. */
function pickBearer(
  bearers: readonly Bearer[],
  mention: PlacedMention,
  latest: Bearer | undefined,
): Bearer | undefined {
  const otherwise = latest ?? bearers[0];
  // As most.
  if (bearers.length === 1 || (!mention.rank && mention.offices.length === 0)) return otherwise;
  let titled: Bearer | undefined;
  let count = 0;
  for (const bearer of bearers) {
    if (!sharesTitle(bearer, mention)) continue;
    count++;
    if (!titled || bearer.last > titled.last) titled = bearer;
  }
  if (!titled) return otherwise;
  return count === 1 || titled.last >= 0 ? titled : bearers[0];
}

function findGiven(bearers: readonly Bearer[], given: string): Bearer | undefined {
  for (let i = 0; i < bearers.length; i++) if (bearers[i]?.given === given) return bearers[i];
  return undefined;
}

/** The people in the order of the text, each with the mentions that are theirs, and the mentions of nobody. */
function gather(owners: Owners, placed: readonly PlacedMention[]): Cast {
  const found: Bearer[] = [];
  const loose: PlacedMention[] = [];
  for (let i = 0; i < placed.length; i++) {
    const mention = placed[i];
    if (!mention) continue;
    const owner = owners[i];
    if (!owner) loose.push(mention);
    else if (owner.mentions.push(mention) === 1) found.push(owner);
  }
  return { people: found.map(toPerson), loose };
}

function toPerson({ given, mentions }: Bearer): Person {
  let name: string | undefined;
  let country: string | undefined;
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention?.given) name ??= mention.text;
    country ||= mention?.country;
  }
  const surname = mentions[0]?.surname ?? '';
  return {
    name: name ?? surname,
    mentions,
    given,
    surname,
    spellings: [{ text: surname, count: mentions.length }],
    country,
    team: undefined,
    titles: markTitles(mentions),
  };
}

/** True of mentions of one surname, none of which takes a second look. */
function areSimple(placed: readonly PlacedMention[], lexicon: Lexicon): boolean {
  const surname = placed[0]?.surname ?? '';
  const read = knownForms(lexicon);
  const { plain } = read(surname);
  const met: NameForms[] = [];
  let before: PlacedMention | undefined;
  for (let i = 0; i < placed.length; i++) {
    const mention = placed[i];
    if (!mention || mention.surname !== surname || !isSimple(mention) || (before && isOfOneList(before, mention)))
      return false;
    before = mention;
    if (mention.given && !isPlain(mention.given, plain, met, { read, lexicon })) return false;
  }
  return true;
}

/** «Ida Holm» or «Holm»: nothing beside the given name and the surname, in this order. */
const isSimple = ({ given, particles, initials, suffix, surnameSpan, name }: PlacedMention): boolean =>
  !particles && !initials && !suffix && !(given && surnameSpan.start === name.start);

/** True for a given name of one word that is plainly another than each met before; it is one of them from then on. */
function isPlain(
  given: string,
  surname: string,
  met: NameForms[],
  knowledge: { read: ReadForms; lexicon: Lexicon },
): boolean {
  for (let i = 0; i < met.length; i++) if (met[i]?.name === given) return true;
  const forms = knowledge.read(given);
  if (forms.words.length > 1 || forms.plain === '' || forms.plain === surname) return false;
  for (let i = 0; i < met.length; i++) {
    const other = met[i];
    if (other && !areApart(other, forms, knowledge)) return false;
  }
  met.push(forms);
  return true;
}
