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
  return {
    wordings: new PhraseTrie<OfficeWording>(rows.officeWordings, ([place, says = '']) => ({
      row: rowAt(rows.offices, place),
      article: says.includes('t') ? 'with' : says.includes('b') ? 'without' : undefined,
      plural: says.includes('p'),
      short: says.includes('s'),
    })),
    fields: new PhraseTrie<string>(rows.fields, ([field = '']) => field),
    modifiers: new Map(Object.entries(rows.modifiers)),
    bodies: new PhraseTrie<BodyRow>(rows.bodyWordings, ([place]) => rowAt(rows.bodies, place)),
    heads: { last: new Set(rows.heads.last), leading: new Set(rows.heads.leading) },
    seats: new Set(rows.seats),
    countries: new PhraseTrie(rows.countryWordings, ([code = '', says]) => ({ code, adjective: says === 'a' })),
    row: (id) => byId.get(id),
  };
}

function rowAt<Row>(rows: readonly Row[], place: string | undefined): Row {
  const row = rows[Number(place)];
  if (!row) throw new Error(`no row ${place}`);
  return row;
}
