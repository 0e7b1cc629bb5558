import { foldWord } from '../text/index.ts';
import type { BodyRow, CountryRow, LexiconRows, OfficeRow } from './rows.ts';
import { PhraseTrie } from './trie.ts';

/** What a wording of an office says. */
export interface OfficeWording {
  row: OfficeRow;
  /** `with` and `without` tell «of the General Staff» from «of General Staff». */
  article?: 'with' | 'without';
  plural: boolean;
  short: boolean;
}

/** What a word before an office does to it. */
export type Modifier = 'deputy' | 'ordinal' | 'passing' | 'acting' | 'plain';

/** Offices, their fields, bodies and countries by wording. */
export interface Offices {
  readonly wordings: PhraseTrie<OfficeWording>;
  readonly fields: PhraseTrie<string>;
  readonly modifiers: ReadonlyMap<string, Modifier>;
  readonly bodies: PhraseTrie<BodyRow>;
  /** Folded words that names of bodies end with, and those that «of» or «for» follows in them. */
  readonly heads: { readonly last: ReadonlySet<string>; readonly leading: ReadonlySet<string> };
  /** Folded names of buildings that stand for a body: «the Pentagon». */
  readonly seats: ReadonlySet<string>;
  readonly countries: PhraseTrie<{ code: string; adjective: boolean }>;
  row(id: string): OfficeRow | undefined;
}

const words = (phrase: string) =>
  foldWord(phrase)
    .split(/[^a-z0-9']+/)
    .filter(Boolean);

/** Reads the compiled rows of offices, bodies and countries. */
export function readOffices(rows: LexiconRows): Offices {
  const wordings = new PhraseTrie<OfficeWording>();
  const byId = new Map<string, OfficeRow>();
  for (const row of rows.offices) {
    if (!byId.has(row.id)) byId.set(row.id, row);
    for (const form of [row.name, ...(row.forms ?? [])]) addOffice(wordings, row, form, false);
    for (const form of row.short ?? []) addOffice(wordings, row, form, true);
  }
  const fields = new PhraseTrie<string>();
  for (const field of rows.fields) fields.add(words(field), foldField(field));
  const modifiers = new Map<string, Modifier>();
  for (const [kind, list] of Object.entries(rows.modifiers) as [Modifier, readonly string[]][])
    for (const word of list) modifiers.set(foldWord(word), kind);
  const bodies = new PhraseTrie<BodyRow>();
  for (const row of rows.bodies) for (const form of [row.name, ...(row.forms ?? [])]) bodies.add(words(form), row);
  return {
    wordings,
    fields,
    modifiers,
    bodies,
    heads: { last: new Set(rows.heads.last), leading: new Set(rows.heads.leading) },
    seats: new Set(rows.seats.map(foldWord)),
    countries: readCountries(rows.countries),
    row: (id) => byId.get(id),
  };
}

function addOffice(trie: PhraseTrie<OfficeWording>, row: OfficeRow, form: string, short: boolean): void {
  const optional = form.includes('(the)');
  const variants: [string, OfficeWording['article']][] = optional
    ? [
        [form.replace('(the) ', 'the '), 'with'],
        [form.replace('(the) ', ''), 'without'],
      ]
    : [[form, undefined]];
  for (const [variant, article] of variants) {
    const parts = words(variant);
    trie.add(parts, { row, article, plural: false, short });
    const head = Math.max(
      0,
      parts.findIndex((_, i) => i + 1 === parts.length || ['of', 'in', 'general'].includes(parts[i + 1] ?? '')),
    );
    const many = parts.map((part, i) => (i === head ? pluralise(part) : part));
    if (!short) trie.add(many, { row, article, plural: true, short });
  }
}

const pluralise = (word: string) =>
  word.endsWith('man')
    ? `${word.slice(0, -2)}en`
    : word.endsWith('y') && !/[aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : `${word}s`;

function readCountries(rows: readonly CountryRow[]): Offices['countries'] {
  const trie: Offices['countries'] = new PhraseTrie();
  for (const { code, names, adjectives } of rows) {
    for (const name of names) trie.add(words(name), { code, adjective: false });
    for (const adjective of adjectives) trie.add(words(adjective), { code, adjective: true });
  }
  return trie;
}

/** British and American spellings and «national» make no other field: Defence, Defense, National Defence. */
function foldField(field: string): string {
  return foldWord(field)
    .replace('defense', 'defence')
    .replace('labor', 'labour')
    .replace('national ', '')
    .replace(/^foreign.*/, 'foreign')
    .replace(/^internal affairs/, 'interior');
}
