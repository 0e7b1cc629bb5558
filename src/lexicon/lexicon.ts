import type { AssetPort } from '../text/index.ts';
import { foldWord, lazy } from '../text/index.ts';
import { readBuiltIn } from './built-in.ts';
import type { Countries } from './countries.ts';
import type { DialectWords } from './dialect.ts';
import type { DialectSigns } from './dialect-signs.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { NameWords } from './name-words.ts';
import type { Offices } from './offices.ts';
import type { Places } from './places.ts';
import { readPlaces } from './places.ts';
import type { Ranks } from './ranks.ts';
import type { NameTwins } from './rows.ts';
import type { TeamPerson, TeamTerm } from './team.ts';
import type { UnwantedForms } from './terms.ts';
import { indexTerms } from './terms.ts';

/** What the desk knows: the built-in data and the team's. */
export interface Lexicon {
  readonly people: readonly TeamPerson[];
  readonly terms: readonly TeamTerm[];
  /** What the team's terms ban; undefined when they ban nothing. */
  readonly unwanted: UnwantedForms | undefined;
  readonly ranks: Ranks;
  readonly offices: Offices;
  /** Words that tell where a name begins and ends. */
  readonly nameWords: NameWords;
  /** Spellings of one name that no rule of letters joins. */
  readonly nameTwins: NameTwins;
  readonly dialect: DialectWords;
  /** What tells of British or American English besides spelling. */
  dialectSigns(tag: 'en-GB' | 'en-US'): DialectSigns;
  readonly places: Places;
  readonly countries: Countries;
  readonly gazetteer: Gazetteer;
  /** True for a given name; the word is folded (`foldWord`). */
  isGivenName(folded: string): boolean;
  /** True for a frequent surname; the word is folded. */
  isSurname(folded: string): boolean;
  /** True when a capitalised word after the rank's last word makes it no rank («General Electric»). Both folded. */
  isNotName(rankWord: string, folded: string): boolean;
}

/**
 * The built-in data plus a team's lists. Without the compiled assets (`lexicon.json`, `given-names.txt`) it knows the
 * team's lists alone. What is built in is read when first asked for, once an asset port.
 */
export function createLexicon(
  assets: AssetPort,
  { people = [], terms = [] }: { people?: readonly TeamPerson[]; terms?: readonly TeamTerm[] } = {},
): Lexicon {
  const builtIn = readBuiltIn(assets);
  const given = lazy(() => new Set(people.map(({ name }) => foldWord(name.split(/\s+/)[0] ?? ''))));
  const unwanted = lazy(() => ({ forms: indexTerms(terms) }));
  const places = terms.some(({ kind }) => kind === 'place')
    ? lazy(() => readPlaces(builtIn.placeData(), terms))
    : builtIn.places;
  return {
    people,
    terms,
    get unwanted() {
      return unwanted().forms;
    },
    get ranks() {
      return builtIn.ranks();
    },
    get offices() {
      return builtIn.offices();
    },
    get nameWords() {
      return builtIn.nameWords();
    },
    get nameTwins() {
      return builtIn.nameTwins();
    },
    get dialect() {
      return builtIn.dialect();
    },
    get places() {
      return places();
    },
    get gazetteer() {
      return builtIn.gazetteer();
    },
    get countries() {
      return builtIn.countries();
    },
    dialectSigns: (tag) => builtIn.dialectSigns[tag](),
    isGivenName: (folded) => builtIn.givenNames().has(folded) || given().has(folded),
    isSurname: (folded) => builtIn.surnames().has(folded),
    isNotName: (rankWord, folded) => builtIn.notNames().get(rankWord)?.has(folded) ?? false,
  };
}

/** Whether a word is a given name, a surname or a place on the lists that ship. */
export const isListedName = (folded: string, { isGivenName, isSurname, gazetteer }: Lexicon): boolean =>
  isGivenName(folded) || isSurname(folded) || gazetteer.name(folded) !== undefined;
