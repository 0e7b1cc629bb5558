import type { Lexicon } from '../lexicon/index.ts';
import type { Steps } from '../text/index.ts';
import { finish, foldWord, Pace } from '../text/index.ts';
import type { Cast, Mention, Person, PlacedMention } from './cast.ts';
import type { Figure } from './figure.ts';
import { isNamedBefore, pickBearer, sharesTitle, toPerson } from './figure.ts';
import { areGivenAlike, areGivenNear, areGivenSlips, areSecondNear, areSyllablesAlike, isInitials } from './given.ts';
import { readOneName } from './one-name.ts';
import { readOneSurname } from './one-surname.ts';
import { orderPeople } from './order.ts';
import { Register } from './register.ts';
import { areKindred } from './similar.ts';

/**
 * The people of an article: mentions of one person brought together by surname (any transliteration, or one slip away),
 * given name or initial, and team list. Capitalised words alone join a person that a title or full name brings in.
 * Linear in mentions, but for people of one initial.
 *
 * @param mentionsByBlock what `findMentions` gave for each block
 */
export function resolveCast(mentionsByBlock: readonly (readonly Mention[])[], lexicon: Lexicon): Cast {
  return resolvePlaced(
    mentionsByBlock.flatMap((mentions, block) => mentions.map((mention) => ({ ...mention, block }))),
    lexicon,
  );
}

/** The people of some mentions in the order of the text. */
export function resolvePlaced(placed: readonly PlacedMention[], lexicon: Lexicon): Cast {
  return resolveAtOnce(placed, lexicon) ?? weighNames(placed, lexicon);
}

/** The same, stopping often: for thousands of mentions. */
export function* resolveInSteps(placed: readonly PlacedMention[], lexicon: Lexicon): Steps<Cast> {
  return resolveAtOnce(placed, lexicon) ?? (yield* weighInSteps(placed, lexicon));
}

/** The people of mentions among which nobody need be weighed against another. */
function resolveAtOnce(placed: readonly PlacedMention[], lexicon: Lexicon): Cast | undefined {
  // Where nobody is brought in, nobody can be meant.
  if (areBare(placed)) return { people: nobody, loose: placed };
  const only = readOneName(placed, lexicon);
  return only ? { people: [only], loose: none } : readOneSurname(placed, lexicon);
}

/** So many mentions are weighed in a few milliseconds. */
export const mentionsAtOnce = 500;

const nobody: readonly Person[] = [];
const none: readonly PlacedMention[] = [];

function areBare(placed: readonly PlacedMention[]): boolean {
  for (let i = 0; i < placed.length; i++) if (placed[i]?.evidence !== 'bare') return false;
  return true;
}

/** The people of mentions with several names, each weighed against those that are known by then. */
export function weighNames(placed: readonly PlacedMention[], lexicon: Lexicon): Cast {
  return finish(weighInSteps(placed, lexicon));
}

function* weighInSteps(placed: readonly PlacedMention[], lexicon: Lexicon): Steps<Cast> {
  const register = new Register(lexicon, placed);
  const loose: PlacedMention[] = [];
  // Full names first, then a title with a surname, then capitalised words alone: each finds those before it.
  // «named Dauren Kosanov», then «Minister Kosanov»: the title tells that the words before were a name.
  const titled = new Set(
    placed.flatMap((one) => (one.evidence === 'title' && !register.givenOf(one) ? [one.surname] : [])),
  );
  const isFull = (mention: PlacedMention) =>
    register.givenOf(mention) !== undefined &&
    (register.evidenceOf(mention) !== 'bare' || (titled.has(mention.surname) && mention.role !== 'headline'));
  const pace = new Pace(mentionsAtOnce);
  for (const mention of placed) {
    if (isFull(mention)) register.join(findFull(mention, register) ?? register.introduce(mention), mention);
    if (pace.isDue(1)) yield;
  }
  register.beginPass();
  for (const mention of placed) {
    if (register.evidenceOf(mention) !== 'bare' && !register.givenOf(mention))
      register.join(findTitled(mention, register) ?? register.introduce(mention), mention);
    if (pace.isDue(1)) yield;
  }
  register.beginPass();
  for (const mention of placed) {
    if (pace.isDue(1)) yield;
    if (register.evidenceOf(mention) !== 'bare' || isFull(mention)) continue;
    const figure = findBare(mention, register);
    if (figure) register.join(figure, mention);
    else loose.push(mention);
  }
  const people = register.figures.map(toPerson).sort(orderPeople);
  return { people, loose };
}

function findFull(mention: PlacedMention, register: Register): Figure | undefined {
  if (register.figures.length === 0) return undefined;
  const listed = register.listed(mention);
  if (listed) return listed;
  const given = register.givenOf(mention);
  const same = register.bearers(mention);
  const found =
    same.find((figure) => figure.given === given && figure.surnames.includes(mention.surname)) ??
    same.find((figure) => areGivenAlike(figure.given, given, register)) ??
    same.find(
      (figure) =>
        (areGivenSlips(figure.given, given, register.read) &&
          (sharesTitle(figure, mention) || isUnknown(given ?? '', register))) ||
        (areSyllablesAlike(figure.given, given) && sharesTitle(figure, mention)) ||
        areSecondNear(figure.given, given, register.read) ||
        (mention.met && areGivenNear(figure.given, given, register.read)),
    );
  if (found || given === undefined || isInitials(given)) return found;
  const near = register
    .nearBearers(mention)
    .find(
      (figure) =>
        figure.given !== undefined && !isInitials(figure.given) && areGivenAlike(figure.given, given, register),
    );
  return (
    near ??
    findFar(mention, register) ??
    register.familyTwin(mention) ??
    register.joinedBearer(mention) ??
    register.turnedBearer(mention) ??
    findMet(mention, given, register) ??
    register.sonOf(mention) ??
    findShortened(mention, given, register)
  );
}

/** «Ida Holms said» of Ida Holm: the given name bears out what else would be a plural or another surname. */
function findMet(mention: PlacedMention, given: string, register: Register): Figure | undefined {
  if (!mention.met) return undefined;
  const [only, ...others] = register.slipBearers(mention).filter((figure) => figure.given === given);
  return others.length === 0 ? only : undefined;
}

/** «Máximo Franco» of Máximo Franco Bequer: the last given name is the first of two surnames. */
function findShortened(mention: PlacedMention, given: string, register: Register): Figure | undefined {
  const [only, ...others] = register.middleBearers(mention).filter((figure) => {
    const words = figure.given?.split(/\s+/) ?? [];
    const isLast = register.read(words.pop() ?? '').plain === register.read(mention.surname).plain;
    return isLast && words.length > 0 && areGivenAlike(words.join(' '), given, register);
  });
  return others.length === 0 ? only : undefined;
}

function findTitled(mention: PlacedMention, register: Register): Figure | undefined {
  if (register.figures.length === 0) return undefined;
  const same = register.bearers(mention);
  const middle = register.middleBearers(mention);
  // «General Núñez» of José Núñez Pérez, and not of Colonel Ana Pérez Núñez.
  const [only] = middle.filter((figure) => sharesTitle(figure, mention));
  if (only && !same.some((figure) => sharesTitle(figure, mention))) return only;
  if (same.length > 0) return pickBearer(same, mention);
  const royals = register.royals(mention);
  const [royal, ...others] = royals.length > 0 ? royals : register.nearRoyals(mention);
  if (royal && others.length === 0) return royal;
  if (middle.length === 1 && middle[0]?.malay && mention.rank && middle[0].ranks.length > 0) return middle[0];
  // A slip in the surname is believed only when the title agrees too.
  const near = register.nearBearers(mention);
  const titled = near.filter((figure) => sharesTitle(figure, mention));
  if (titled.length > 0) return pickBearer(titled, mention);
  const far = findFar(mention, register);
  if (far) return far;
  const joined = register.joinedBearer(mention);
  if (joined) return joined;
  const earlier = mention.owns ? findEarlier(mention, false, register) : undefined;
  if (earlier) return earlier;
  // Nobody is brought in by the surname alone: a name that no list knows is the one before it, misspelt.
  const before = near.filter((figure) => figure.given && isNamedBefore(figure, mention));
  return before.length > 0 && isUnknown(mention.surname, register) ? pickBearer(before, mention) : undefined;
}

/** «Hugh» of Hugh Alistair. */
const isFirstOf = (a: string, b: string): boolean =>
  a === b || `${b} `.startsWith(`${a} `) || `${a} `.startsWith(`${b} `);

/**
 * The only one whose surname is two slips away: believed where the title agrees, and of a full name the given name, and where
 * a list knows one of the two at most; of two surnames of one stem (Rustamov and Rustamli) both title and given name are asked.
 */
function findFar(mention: PlacedMention, register: Register): Figure | undefined {
  const given = register.givenOf(mention);
  const [only, ...others] = register
    .farBearers(mention)
    .filter((figure) => given === undefined || (figure.given !== undefined && isFirstOf(given, figure.given)));
  if (!only || others.length > 0) return undefined;
  const isTitled = sharesTitle(only, mention);
  if (given !== undefined && isTitled) return only;
  if (areKindred(only.plain, register.read(mention.surname).plain)) return undefined;
  if (given === undefined && !isTitled) return undefined;
  return isUnknown(mention.surname, register) || isUnknown(only.surname, register) ? only : undefined;
}

const isUnknown = (name: string, { lexicon }: Register): boolean =>
  name.split(/\s+/).some((word) => !lexicon.isGivenName(foldWord(word)) && !lexicon.isSurname(foldWord(word)));

function findBare(mention: PlacedMention, register: Register): Figure | undefined {
  const listed = register.listed(mention);
  if (listed) return listed;
  const given = register.givenOf(mention);
  const bearers = register
    .bearers(mention)
    .filter((figure) => !given || (figure.given && areGivenAlike(figure.given, given, register)));
  if (!given && !bearers.some((one) => isNamedBefore(one, mention))) {
    const earlier = findEarlier(mention, bearers.length > 0, register);
    if (earlier) return earlier;
  }
  const middle = given ? [] : register.middleBearers(mention);
  // «Fernández» is the Lucía Fernández Ortega of the line before, not the José Fernández of the next.
  const isEarlier =
    middle.some((one) => isNamedBefore(one, mention)) && !bearers.some((one) => isNamedBefore(one, mention));
  if (bearers.length > 0 && !isEarlier) return pickBearer(bearers, mention);
  if (!given) {
    const before = middle.length > 1 ? middle.filter((figure) => isNamedBefore(figure, mention)) : middle;
    return before.length === 1 ? before[0] : register.joinedBearer(mention);
  }
  return (
    findMisspelt(mention, given, register) ??
    register.joinedBearer(mention) ??
    register.turnedBearer(mention) ??
    findMet(mention, given, register)
  );
}

/**
 * The only one named before whose surname is a slip away: «Holmes was calm» of the Ida Holme of the line before, though a Jon
 * Holmes is brought in later; «Orlov said» of the judge Ida Orlova, where nobody else is an Orlov;
 * «Hargreave’s car» of Ida Hargreaves.
 */
function findEarlier(mention: PlacedMention, later: boolean, register: Register): Figure | undefined {
  if (mention.role !== 'body') return undefined;
  const there = later
    ? register.nearBearers(mention)
    : mention.met
      ? register.genderedBearers(mention)
      : mention.owns
        ? register.bearersWithS(mention)
        : [];
  const [only, ...others] = there.filter((figure) => figure.given && isNamedBefore(figure, mention));
  return others.length === 0 ? only : undefined;
}

/** «Xi Jingping» where Xi Jinping is known, «Hoang Xuan Chien» where Huang Xuan Chien is: one of the two words has a slip. */
function findMisspelt(mention: PlacedMention, given: string, register: Register): Figure | undefined {
  if (isInitials(given)) return undefined;
  const same = register.bearers(mention);
  const slip = same.find((figure) => areGivenSlips(figure.given, given, register.read) && isUnknown(given, register));
  if (slip) return slip;
  const near = register
    .nearBearers(mention)
    .filter((figure) => figure.given && !isInitials(figure.given) && areGivenAlike(figure.given, given, register));
  const [only] = near;
  if (!only || near.length > 1) return undefined;
  // «Soler Mendes» where José Soler Mendez is known: the first of two surnames stands before it.
  const isOfTwo = only.given?.split(/\s+/).slice(1).includes(given);
  return isUnknown(mention.surname, register) || isOfTwo || (/\s/.test(given) && only.given === given)
    ? only
    : undefined;
}
