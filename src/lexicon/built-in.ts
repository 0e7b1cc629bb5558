import type { AssetPort } from '../text/index.ts';
import { foldWord, lazy, openMarks } from '../text/index.ts';
import { readCountries } from './countries.ts';
import { readDialect } from './dialect.ts';
import type { DialectSignRows } from './dialect-signs.ts';
import { readDialectSigns } from './dialect-signs.ts';
import { readGazetteer } from './gazetteer.ts';
import { readNameWords } from './name-words.ts';
import { readOffices } from './offices.ts';
import type { PlaceData } from './places.ts';
import { readPlaces } from './places.ts';
import { readRanks } from './ranks.ts';
import type { LexiconRows, PackedPhrases, RankRow } from './rows.ts';
import { openWordList } from './word-list.ts';

const noPhrases: PackedPhrases = { firsts: [], lines: [], seconds: [] };
const noRows: LexiconRows = {
  rankForms: [],
  rankWordings: noPhrases,
  offices: [],
  officeWordings: noPhrases,
  modifiers: {},
  fields: noPhrases,
  bodies: [],
  bodyWordings: noPhrases,
  heads: { last: [], leading: [] },
  seats: [],
  notNames: {},
  countryWordings: noPhrases,
  nameWords: {},
  nameTwins: { given: [], families: [] },
};
const noPlaces: PlaceData = {
  rows: [],
  states: [],
  countries: { alone: '', words: '', foreign: '' },
  gazetteer: { names: '', phrases: noPhrases, others: '' },
};
const noSigns: DialectSignRows = { signs: {}, homes: {} };

/** The data that ships, each part read when it is first asked for. */
export type BuiltIn = ReturnType<typeof open>;

const known = new WeakMap<AssetPort, BuiltIn>();

/** The built-in data behind a port; one reading serves all lexicons of the port. */
export function readBuiltIn(assets: AssetPort): BuiltIn {
  const there = known.get(assets) ?? open(assets);
  known.set(assets, there);
  return there;
}

function open(assets: AssetPort) {
  const text = (name: string) => {
    const bytes = assets(name);
    return bytes ? new TextDecoder().decode(bytes) : '';
  };
  const list = (name: string) =>
    lazy(() => {
      const marks = assets(`${name}.bits`);
      return openWordList(text(`${name}.txt`), marks && openMarks(marks));
    });
  const rows = lazy(() => JSON.parse(text('lexicon.json') || 'null') ?? noRows) as () => LexiconRows;
  const placeData = lazy(() => JSON.parse(text('places.json') || 'null') ?? noPlaces) as () => PlaceData;
  const signs = lazy(() => JSON.parse(text('dialect-signs.json') || 'null') ?? noSigns) as () => DialectSignRows;
  return {
    ranks: lazy(() => readRanks(rows(), () => JSON.parse(text('ranks.json') || '[]') as readonly RankRow[])),
    offices: lazy(() => readOffices(rows())),
    nameWords: lazy(() => readNameWords(rows().nameWords)),
    nameTwins: () => rows().nameTwins,
    dialect: lazy(() => readDialect(list('dialect')())),
    countries: lazy(() => readCountries(placeData().countries)),
    dialectSigns: {
      'en-GB': lazy(() => readDialectSigns(signs(), 'en-GB')),
      'en-US': lazy(() => readDialectSigns(signs(), 'en-US')),
    },
    places: lazy(() => readPlaces(placeData())),
    gazetteer: lazy(() => readGazetteer(placeData().gazetteer)),
    placeData,
    givenNames: list('given-names'),
    surnames: list('surnames'),
    notNames: lazy(
      () =>
        new Map(Object.entries(rows().notNames).map(([rank, words]) => [foldWord(rank), new Set(words.map(foldWord))])),
    ),
  };
}
