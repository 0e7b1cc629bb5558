import type { AssetPort } from '../../text/index.ts';
import { lazy } from '../../text/index.ts';

/** A code page: the upper half of a one-byte encoding. */
export interface CodePage {
  id: string;
  name: string;
  /** The characters of bytes 0x80–0xFF; U+FFFD where there is none. */
  upper: string;
  /** From a character to its byte. Bytes without a character stand for the C1 control of their number, as browsers have it. */
  bytes: ReadonlyMap<string, number>;
}

/** Letters beyond A–Z of a language. */
export interface Alphabet {
  id: string;
  name: string;
  lower: string;
  upper: string;
}

/** Words of a language, set apart by spaces. */
export interface AlphabetWords {
  /** Those that prose of the language is never without. */
  common?: string;
  /** Frequent words with letters to lose. */
  words?: string;
}

/** What data/encoding/ holds, ready for look-ups. */
export interface Tables {
  pages: readonly CodePage[];
  alphabets: readonly Alphabet[];
  /** What is known of the words of their languages, by the alphabet's id: sixty times as long, and clean copy needs none. */
  alphabetWords: ReadonlyMap<string, AlphabetWords>;
  /** Letters of all alphabets. */
  letters: ReadonlySet<string>;
  entities: ReadonlyMap<string, string>;
  invisible: ReadonlyMap<string, string>;
  ligatures: ReadonlyMap<string, string>;
  spacingMarks: ReadonlyMap<string, string>;
  homoglyphs: ReadonlyMap<string, string>;
  /** Function words of the languages that stories are written in. */
  common: ReadonlySet<string>;
  /** Those of Turkish and Azerbaijani alone. */
  turkic: ReadonlySet<string>;
  /** What may follow the apostrophe of a Turkish name, by what is left of it. */
  suffixes: ReadonlyMap<string, string>;
  /** Other languages whose names lose letters. */
  neighbours: readonly Neighbour[];
  /** English words of a story from there, and which languages they speak for. */
  cues: ReadonlyMap<string, readonly string[]>;
  /** Patterns of masked oaths: there the question mark is meant. */
  oaths: ReadonlySet<string>;
  /** Short names in capitals that a dash joins. */
  acronyms: ReadonlySet<string>;
  /** What follows a Turkish name or word whose apostrophe or space was lost. */
  endings: ReadonlySet<string>;
  /** English contractions but those in 's, with a straight apostrophe. */
  contracted: ReadonlySet<string>;
  /** Words of English copy with letters beyond ASCII, by what is left of them. */
  loans: ReadonlyMap<string, string>;
}

/** A language whose names are known by lists, endings and letters. */
export interface Neighbour {
  id: string;
  /** Small letters beyond A–Z. */
  letters: ReadonlySet<string>;
  /** Endings of surnames with letters to lose, longest first. */
  endings: readonly string[];
}

/** The compiled form, written by scripts/assets/encoding.ts: a line each, its name, a tab and JSON. */
export interface TableRows {
  pages: { id: string; name: string; upper: string }[];
  alphabets: Alphabet[];
  alphabetWords: Record<string, AlphabetWords>;
  entities: Record<string, string>;
  invisible: Record<string, string>;
  ligatures: Record<string, string>;
  spacingMarks: Record<string, string>;
  homoglyphs: Record<string, string>;
  common: string[];
  turkic: string[];
  suffixes: string[];
  neighbours: { id: string; cues: string[]; endings: string[] }[];
  oaths: string[];
  acronyms: string[];
  endings: string[];
  contracted: string[];
  loans: string[];
}

/**
 * Reads the tables, each when it is first asked for: clean copy asks for a few. Undefined when they were not built.
 */
export function readTables(assets: AssetPort): Tables | undefined {
  const bytes = assets('encoding-tables.bin');
  if (!bytes) return undefined;
  const lines = new Map<string, string>();
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const tab = line.indexOf('\t');
    lines.set(line.slice(0, tab), line.slice(tab + 1));
  }
  const rows = <Name extends keyof TableRows>(name: Name) => JSON.parse(lines.get(name) ?? '') as TableRows[Name];
  const set = (name: 'common' | 'turkic' | 'oaths' | 'acronyms' | 'endings' | 'contracted') =>
    lazy(() => new Set(rows(name)));
  const map = (name: 'entities' | 'ligatures' | 'homoglyphs') => lazy(() => new Map(Object.entries(rows(name))));
  const alphabets = lazy(() => rows('alphabets'));
  const neighbours = lazy(() => rows('neighbours'));
  return askWhenRead({
    pages: lazy(() => rows('pages').map((row) => new Page(row))),
    alphabets,
    alphabetWords: lazy(() => new Map(Object.entries(rows('alphabetWords')))),
    letters: lazy(() => new Set(alphabets().flatMap(({ lower, upper }) => [...lower, ...upper]))),
    entities: map('entities'),
    invisible: lazy(() => mapCodes(rows('invisible'))),
    ligatures: map('ligatures'),
    spacingMarks: lazy(
      () => new Map(Object.entries(rows('spacingMarks')).map(([mark, code]) => [mark, charOfHex(code)] as const)),
    ),
    homoglyphs: map('homoglyphs'),
    common: set('common'),
    turkic: set('turkic'),
    neighbours: lazy(() => neighbours().map((row) => readNeighbour(row, alphabets()))),
    cues: lazy(() => readCues(neighbours())),
    oaths: set('oaths'),
    acronyms: set('acronyms'),
    endings: set('endings'),
    contracted: set('contracted'),
    loans: lazy(() => new Map(rows('loans').map((word) => [word.replace(/[^\0-\x7f]/g, '?'), word] as const))),
    suffixes: lazy(() => new Map(rows('suffixes').map((word) => [word.replace(/[ğış]/g, '?'), word] as const))),
  });
}

/** An object whose properties are asked for when they are read. */
function askWhenRead<T extends object>(ask: { readonly [Name in keyof T]: () => T[Name] }): T {
  const asked = {} as T;
  for (const name of Object.keys(ask) as (keyof T)[]) Object.defineProperty(asked, name, { get: ask[name] });
  return asked;
}

const charOfHex = (code: string) => String.fromCharCode(Number.parseInt(code, 16));

const mapCodes = (record: Record<string, string>) =>
  new Map(Object.entries(record).map(([code, name]) => [charOfHex(code), name] as const));

function readNeighbour({ id, endings }: TableRows['neighbours'][number], alphabets: readonly Alphabet[]): Neighbour {
  return { id, letters: new Set(alphabets.find((alphabet) => alphabet.id === id)?.lower), endings };
}

function readCues(neighbours: TableRows['neighbours']): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { id, cues } of neighbours) for (const cue of cues) all.set(cue, [...(all.get(cue) ?? []), id]);
  return all;
}

/** A code page; the way back is made for those that are asked. */
class Page implements CodePage {
  readonly id: string;
  readonly name: string;
  readonly upper: string;
  #bytes: ReadonlyMap<string, number> | undefined;

  constructor({ id, name, upper }: TableRows['pages'][number]) {
    this.id = id;
    this.name = name;
    this.upper = upper;
  }

  get bytes(): ReadonlyMap<string, number> {
    this.#bytes ??= findBytes(this.upper);
    return this.#bytes;
  }
}

function findBytes(upper: string): Map<string, number> {
  const bytes = new Map<string, number>();
  for (let i = 0; i < 128; i++) {
    const char = upper.charAt(i);
    if (char !== '\ufffd') bytes.set(char, 128 + i);
    else if (i < 32) bytes.set(String.fromCharCode(128 + i), 128 + i);
  }
  return bytes;
}
