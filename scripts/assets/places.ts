import { readFileSync } from 'node:fs';
import english from 'dictionary-en-gb';
import countries from 'i18n-iso-countries';
import nspell from 'nspell';
import { parse } from 'yaml';
import type { CountryRow, PlaceRow } from '../../src/lexicon/index.ts';
import { isSlip, stripName } from '../../src/people/index.ts';
import { foldWord } from '../../src/text/index.ts';
import { listCountries, listGazetteer } from '../lexicon/place-names.ts';
import { writeJson } from '../write-json.ts';

interface PlaceData {
  sources: Record<string, string>;
  rows: (PlaceRow & { source: string })[];
  plain: { source: string; names: string }[];
  article: string[];
  states: { source: string; names: string[] };
}

interface CityData {
  names: string;
  phrases: string[][];
  bodies: string[];
  others: string;
}

const languages =
  'az bs ca cs da de es et eu fi fr gl hr hu id is it lt lv ms nb nl nn pl pt ro sk sl sq sv tr uz vi'.split(' ');
const known = new Set(['forms', 'write', 'wrong', 'beside', 'equal', 'old', 'names', 'after', 'source']);

/** Compiles data/places.yaml, one row a place, data/cities.yaml and the names in data/countries.yaml to places.json. */
export async function build(outDir: string): Promise<void> {
  const data = parse(readFileSync('data/places.yaml', 'utf8')) as PlaceData;
  const people = readPeople();
  const words = nspell(english);
  const owners = new Map<string, string>();
  const own = (form: string, place: string) => {
    const other = owners.get(form);
    if (other !== undefined && other !== place)
      throw new Error(`data/places.yaml: «${form}» is in two rows: ${other}, ${place}`);
    owners.set(form, place);
  };
  const rows: PlaceRow[] = [];
  for (const { source, ...row } of data.rows) {
    const place = row.forms?.[0];
    if (!place || row.forms.length + (row.wrong?.length ?? 0) < 2)
      throw new Error(`data/places.yaml: a row without two forms: ${JSON.stringify(row)}`);
    if (!data.sources[source]) throw new Error(`data/places.yaml: ${place}: no source «${source}»`);
    for (const key of Object.keys(row))
      if (!known.has(key)) throw new Error(`data/places.yaml: ${place}: no column «${key}»`);
    if (row.write && !row.forms.includes(row.write))
      throw new Error(`data/places.yaml: ${place}: «${row.write}» is none of its forms`);
    for (const form of row.old ?? [])
      if (!row.forms.includes(form)) throw new Error(`data/places.yaml: ${place}: «${form}» is none of its forms`);
    for (const form of [...row.forms, ...(row.wrong ?? [])]) own(form, place);
    rows.push(row);
  }
  for (const { source, names } of data.plain) {
    if (!data.sources[source]) throw new Error(`data/places.yaml: plain names without a source: ${source}`);
    for (const name of names.split(/\s+/)) {
      const plain = stripLetters(name);
      // What is a person's name or an English word as well is left to the people rules.
      if (
        !name ||
        plain === name ||
        owners.has(name) ||
        owners.has(plain) ||
        people.has(foldWord(name)) ||
        words.correct(plain.toLowerCase())
      )
        continue;
      own(name, name);
      own(plain, name);
      rows.push({ forms: [name, plain] });
    }
  }
  const cities = parse(readFileSync('data/cities.yaml', 'utf8')) as CityData;
  const named = (parse(readFileSync('data/countries.yaml', 'utf8')) as { countries: CountryRow[] }).countries;
  writeJson(`${outDir}/places.json`, {
    rows,
    states: data.states.names,
    countries: listCountries(named, data.article, readForeign()),
    gazetteer: listGazetteer(named, {
      names: cities.names.split(/\s+/),
      phrases: cities.phrases.flat(),
      bodies: cities.bodies,
      others: cities.others.split(/\s+/),
    }),
  });
}

/** Plain letters as plain copy has them, capitals kept: «İzmir» → «Izmir», «Şuşa» → «Susa». */
const stripLetters = (name: string) =>
  name
    .replace(
      /[ıİəƏłŁøØ]/g,
      (letter) => ({ ı: 'i', İ: 'I', ə: 'a', Ə: 'A', ł: 'l', Ł: 'L', ø: 'o', Ø: 'O' })[letter] ?? letter,
    )
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');

/** Country names in other languages of Latin letters that are a slip away from an English one. */
function readForeign(): string[] {
  countries.registerLocale(JSON.parse(readFileSync('node_modules/i18n-iso-countries/langs/en.json', 'utf8')));
  const english = Object.values(countries.getNames('en', { select: 'all' })).flat();
  const foreign = new Set<string>();
  for (const language of languages) {
    countries.registerLocale(
      JSON.parse(readFileSync(`node_modules/i18n-iso-countries/langs/${language}.json`, 'utf8')),
    );
    for (const name of Object.values(countries.getNames(language, { select: 'all' })).flat())
      if (english.some((word) => isSlip(stripName(word), stripName(name)))) foreign.add(name);
  }
  return [...foreign].sort();
}

function readPeople(): Set<string> {
  const data = parse(readFileSync('data/given-names.yaml', 'utf8')) as Record<
    'given' | 'surnames',
    { names: string }[]
  >;
  return new Set([...data.given, ...data.surnames].flatMap(({ names }) => names.split(/\s+/).map(foldWord)));
}
