import type { BodyRow, CountryRow, OfficeRow, OfficeWordingRow } from '../../src/lexicon/rows.ts';
import { foldWord } from '../../src/text/index.ts';

const wordsOf = (phrase: string) =>
  foldWord(phrase)
    .split(/[^a-z0-9']+/)
    .filter(Boolean);

const fold = (phrase: string) => wordsOf(phrase).join(' ');

/** The first of rows with equal phrases, which counts. */
const takeFirst = <Row extends readonly [phrase: string, ...unknown[]]>(rows: readonly Row[]): Row[] =>
  [...new Map([...rows].reverse().map((row) => [row[0], row])).values()].reverse();

/** All wordings of offices: names and other forms, in the singular and the plural. */
export function listOfficeWordings(offices: readonly OfficeRow[]): OfficeWordingRow[] {
  return takeFirst(
    offices.flatMap(({ name, forms = [], short = [] }, row) => [
      ...[name, ...forms].flatMap((form) => listForms(form, row, false)),
      ...short.flatMap((form) => listForms(form, row, true)),
    ]),
  );
}

function listForms(form: string, row: number, short: boolean): OfficeWordingRow[] {
  const variants: [text: string, article: string][] = form.includes('(the)')
    ? [
        [form.replace('(the) ', 'the '), 't'],
        [form.replace('(the) ', ''), 'b'],
      ]
    : [[form, '']];
  return variants.flatMap(([variant, article]) => {
    const words = wordsOf(variant);
    if (short) return [[words.join(' '), row, `${article}s`]];
    const head = Math.max(
      0,
      words.findIndex((_, i) => i + 1 === words.length || ['of', 'in', 'general'].includes(words[i + 1] ?? '')),
    );
    const many = words.map((word, i) => (i === head ? pluralise(word) : word));
    return [
      [words.join(' '), row, article],
      [many.join(' '), row, `${article}p`],
    ];
  });
}

const pluralise = (word: string) =>
  word.endsWith('man')
    ? `${word.slice(0, -2)}en`
    : word.endsWith('y') && !/[aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : `${word}s`;

/** All names of bodies. */
export const listBodyWordings = (bodies: readonly BodyRow[]): (readonly [phrase: string, row: number])[] =>
  takeFirst(bodies.flatMap(({ name, forms = [] }, row) => [name, ...forms].map((form) => [fold(form), row] as const)));

/** All names of countries, and their adjectives. */
export const listCountryWordings = (
  countries: readonly CountryRow[],
): (readonly [phrase: string, code: string, says: string])[] =>
  takeFirst(
    countries.flatMap(({ code, names, adjectives }) => [
      ...names.map((name) => [fold(name), code, ''] as const),
      ...adjectives.map((adjective) => [fold(adjective), code, 'a'] as const),
    ]),
  );

/** All fields of offices, each with the form that stands for its spellings. */
export const listFields = (fields: readonly string[]): (readonly [phrase: string, field: string])[] =>
  takeFirst(fields.map((field) => [fold(field), foldField(field)] as const));

/** British and American spellings and «national» make no other field: Defence, Defense, National Defence. */
function foldField(field: string): string {
  return foldWord(field)
    .replace('defense', 'defence')
    .replace('labor', 'labour')
    .replace('national ', '')
    .replace(/^foreign.*/, 'foreign')
    .replace(/^internal affairs/, 'interior');
}
