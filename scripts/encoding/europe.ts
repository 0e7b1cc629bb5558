import { readFileSync } from 'node:fs';
import { cs_CZ, hr, hu, lv, pl, ro, sk, sr_RS_latin } from '@faker-js/faker';
import { parse } from 'yaml';
import { strings } from './corpus.ts';

/** Locales of @faker-js/faker (MIT) by the language that their names go to. */
const locales = { pl: [pl], cs: [cs_CZ], sk: [sk], hu: [hu], ro: [ro], hr: [hr, sr_RS_latin], lv: [lv] };

/**
 * Names of other languages with letters beyond ASCII, by language: the desk's lists, what npm data there is, and the
 * surnames of women by rule.
 *
 * @param file data/encoding/names-europe.yaml
 */
export function europeanNames(file: string): Record<string, string[]> {
  const { source: _, ...lists } = parse(readFileSync(file, 'utf8')) as Record<string, { names: string }>;
  return Object.fromEntries(
    Object.entries(lists).map(([id, { names }]) => {
      const people = (locales as Record<string, { person?: object; location?: object }[]>)[id] ?? [];
      const found = strings(
        people.map(({ person = {}, location = {} }) => {
          const { first_name, last_name } = person as Record<string, unknown>;
          return [first_name, last_name, (location as Record<string, unknown>).city_name];
        }),
      ).concat(names);
      const words = found.flatMap((text) => text.match(/\p{Lu}[\p{L}]{2,}/gu) ?? []);
      const all = [...words, ...words.flatMap((word) => womensForms(id, word))];
      return [id, [...new Set(all)].filter((word) => /[^\0-\x7f]/.test(word)).sort()];
    }),
  );
}

function womensForms(id: string, name: string): string[] {
  const form = (ending: RegExp, other: string) => (ending.test(name) ? [name.replace(ending, other)] : []);
  if (id === 'pl') return form(/(?<=[sc]|dz)ki$/, 'ka');
  if (id === 'cs' || id === 'sk') {
    if (/(?:[aeiouyáéíóúůě]|ová)$/.test(name)) return form(/ý$/, 'á').concat(form(/(?<=[^aeiou])a$/, 'ová'));
    return form(/(?<=.{2}[^aeiouáěů])ek$/, 'ková').concat(form(/(?<=.{2})ec$/, 'cová'), `${name}ová`);
  }
  if (id === 'lt')
    return /(?:as|is|ys|us)$/.test(name)
      ? [
          name.replace(/(?:ius|[aiyu]s)$/, 'ienė'),
          name.replace(/[aiyu]s$/, /ius$/.test(name) ? 'ūtė' : 'aitė'),
          name.replace(/[aiyu]s$/, 'ytė'),
        ]
      : [];
  return [];
}
