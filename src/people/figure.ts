import type { TeamPerson } from '../lexicon/index.ts';
import { firstIndex } from '../text/index.ts';
import type { Person, PlacedMention } from './cast.ts';
import type { fatherOf, JoinedName } from './joined.ts';
import { orderMentions } from './order.ts';
import { markTitles } from './ranked.ts';

/** The titles that a person's mentions have, each once: few. */
export interface TitlesHeld {
  readonly ranks: string[];
  readonly offices: string[];
}

/** A person while the mentions are brought together. */
export interface Figure extends TitlesHeld {
  given?: string;
  surname: string;
  plain: string;
  /** In the order in which they joined: those of a pass stand together and in the order of the text. */
  mentions: PlacedMention[];
  /** Where the mentions of each pass begin. */
  passes: number[];
  /** Surnames as written, each once: few. */
  readonly surnames: string[];
  /** The lists that the person stands in, if any. */
  lists: Set<string> | undefined;
  team?: TeamPerson;
  /** Of the first mention; read when somebody is looked for by them. */
  joined?: JoinedName;
  father?: ReturnType<typeof fatherOf>;
  /** «Admiral Datuk Zainal Abidin Hamzah» is Admiral Zainal later: the last name is the father’s. */
  malay: boolean;
}

const malayStyles = new Set(['datuk', 'dato', 'tun', 'haji']);

/** Somebody of whom no mention is entered yet. */
export function openFigure({ surname, honorific }: PlacedMention, plain: string): Figure {
  return {
    given: undefined,
    surname,
    plain,
    mentions: [],
    passes: [],
    surnames: [],
    ranks: [],
    offices: [],
    lists: undefined,
    team: undefined,
    joined: undefined,
    father: undefined,
    malay: honorific !== undefined && malayStyles.has(honorific.toLowerCase()),
  };
}

/**
 * Enters a mention with what it tells of titles and lists.
 *
 * @param pass which walk through the text it is found in
 */
export function enter(figure: Figure, mention: PlacedMention, pass: number): void {
  while (figure.passes.length <= pass) figure.passes.push(figure.mentions.length);
  figure.mentions.push(mention);
  addOnce(figure.surnames, mention.surname);
  noteTitles(figure, mention);
  if (mention.list === undefined) return;
  figure.lists ??= new Set();
  figure.lists.add(listOf(mention));
}

/** Notes the titles of a mention. */
export function noteTitles({ ranks, offices }: TitlesHeld, mention: PlacedMention): void {
  if (mention.rank) addOnce(ranks, mention.rank.id);
  for (const { id } of mention.offices) addOnce(offices, id);
}

function addOnce(list: string[], text: string): void {
  if (!list.includes(text)) list.push(text);
}

/** True for two mentions of one list, of which one stands right before the other among those of a circle. */
export const isOfOneList = (a: PlacedMention, b: PlacedMention): boolean =>
  b.list !== undefined && a.list === b.list && a.block === b.block;

/** The list of a block that a mention stands in. */
export const listOf = ({ block, list }: PlacedMention): string => `${block}:${list}`;

/** True of somebody who is named before a mention. */
export const isNamedBefore = (figure: Figure, mention: PlacedMention): boolean =>
  lastBefore(figure, mention) !== undefined;

/** Of several bearers of one surname: the one spelt so, else as `pickTitled` has it. */
export function pickBearer(bearers: readonly Figure[], mention: PlacedMention): Figure | undefined {
  if (bearers.length === 1) return bearers[0];
  const spelt = bearers.filter(({ surnames }) => surnames.includes(mention.surname));
  if (spelt.length > 0 && spelt.length < bearers.length) return pickBearer(spelt, mention);
  return pickTitled(bearers, mention);
}

/** Of several bearers of a surname that all write in one way: the one with the same title, else the one named last before. */
function pickTitled(bearers: readonly Figure[], mention: PlacedMention): Figure | undefined {
  const titled = bearers.filter((figure) => sharesTitle(figure, mention));
  if (titled.length === 1) return titled[0];
  let best: Figure | undefined;
  let at: PlacedMention | undefined;
  for (const figure of titled.length > 0 ? titled : bearers) {
    const last = lastBefore(figure, mention);
    if (!last || (at && !isBefore(at, last))) continue;
    best = figure;
    at = last;
  }
  return best ?? bearers[0];
}

const isBefore = (a: PlacedMention, b: PlacedMention): boolean => orderMentions(a, b) < 0;

/** The last mention of a person before another mention; found by halving, pass by pass. */
function lastBefore({ mentions, passes }: Figure, mention: PlacedMention): PlacedMention | undefined {
  let last: PlacedMention | undefined;
  for (let pass = 0; pass < passes.length; pass++) {
    const first = passes[pass] ?? 0;
    const end = passes[pass + 1] ?? mentions.length;
    const count = firstIndex(end - first, (i) => {
      const there = mentions[first + i];
      return !there || !isBefore(there, mention);
    });
    const found = count > 0 ? mentions[first + count - 1] : undefined;
    if (found && (!last || isBefore(last, found))) last = found;
  }
  return last;
}

/** True of somebody who has a title that a mention has. */
export function sharesTitle({ ranks, offices }: TitlesHeld, { rank, offices: own }: PlacedMention): boolean {
  if (rank && ranks.includes(rank.id)) return true;
  for (const { id } of own) {
    if (offices.includes(id)) return true;
    for (const there of offices) if (isOneOffice(id, there)) return true;
  }
  return false;
}

/** The defence minister is «the minister» too. */
const isOneOffice = (a: string, b: string): boolean => a === b || isFieldOf(a, b) || isFieldOf(b, a);

const isFieldOf = (office: string, own: string): boolean => own[office.length] === ':' && own.startsWith(office);

/** The person that a figure has become. */
export function toPerson(figure: Figure): Person {
  // Those of a pass stand in the order of the text.
  const mentions = figure.passes.length > 1 ? figure.mentions.sort(orderMentions) : figure.mentions;
  const fullest = mentions.reduce((best, mention) =>
    (mention.given?.length ?? 0) > (best.given?.length ?? 0) ? mention : best,
  );
  return {
    name: figure.team?.name ?? fullest.text,
    mentions,
    given: figure.given,
    surname: figure.surname,
    spellings: countSpellings(figure, mentions),
    country: figure.team?.country ?? mentions.find(({ country }) => country)?.country,
    team: figure.team,
    titles: markTitles(mentions),
  };
}

function countSpellings({ surname, surnames }: Figure, mentions: readonly PlacedMention[]): Person['spellings'] {
  // As most people.
  if (surnames.length === 1) return [{ text: surname, count: mentions.length }];
  const counts = new Map<string, number>();
  for (const { surname } of mentions) counts.set(surname, (counts.get(surname) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}
