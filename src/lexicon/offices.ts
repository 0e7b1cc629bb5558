import type { BodyRow, LexiconRows, Modifier, OfficeRow } from './rows.ts';
import { PhraseTrie } from './trie.ts';

/** What a wording of an office says. */
export interface OfficeWording {
  row: OfficeRow;
  /** `with` and `without` tell «of the General Staff» from «of General Staff». */
  article?: 'with' | 'without';
  plural: boolean;
  short: boolean;
}

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

/** Opens the compiled offices, bodies and countries. */
export function readOffices(rows: LexiconRows): Offices {
  const byId = new Map<string, OfficeRow>();
  for (const row of rows.offices) if (!byId.has(row.id)) byId.set(row.id, row);
  const wordings = new PhraseTrie<OfficeWording>();
  for (const [phrase, place, says] of rows.officeWordings) {
    const row = rows.offices[place];
    if (!row) continue;
    const article = says.includes('t') ? 'with' : says.includes('b') ? 'without' : undefined;
    wordings.add(phrase, { row, article, plural: says.includes('p'), short: says.includes('s') });
  }
  const bodies = new PhraseTrie<BodyRow>();
  for (const [phrase, place] of rows.bodyWordings) {
    const row = rows.bodies[place];
    if (row) bodies.add(phrase, row);
  }
  const fields = new PhraseTrie<string>();
  for (const [phrase, field] of rows.fields) fields.add(phrase, field);
  const countries: Offices['countries'] = new PhraseTrie();
  for (const [phrase, code, says] of rows.countryWordings) countries.add(phrase, { code, adjective: says === 'a' });
  return {
    wordings,
    fields,
    modifiers: new Map(Object.entries(rows.modifiers)),
    bodies,
    heads: { last: new Set(rows.heads.last), leading: new Set(rows.heads.leading) },
    seats: new Set(rows.seats),
    countries,
    row: (id) => byId.get(id),
  };
}
