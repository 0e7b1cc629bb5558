import type { BodyRow, OfficeWording, RankWording } from '../lexicon/index.ts';
import type { Atoms } from './atoms.ts';
import { foldedAt, isTied } from './atoms.ts';
import { Clue, phraseClues } from './clues.ts';
import type { Country, Phrase } from './phrases.ts';
import { growPhrases } from './phrases.ts';
import { Caps } from './pieces.ts';
import type { Reader } from './reader.ts';

/** The longest phrase of each kind at an atom, and how many atoms it takes: 0 where there is none. */
export class Seen {
  office: OfficeWording | undefined = undefined;
  officeLength = 0;
  /** The country that the office's wording goes on over. */
  over: string | undefined = undefined;
  rank: RankWording | undefined = undefined;
  rankLength = 0;
  country: Country | undefined = undefined;
  countryLength = 0;
  field: string | undefined = undefined;
  fieldLength = 0;
  body: BodyRow | undefined = undefined;
  bodyLength = 0;
}

const nothing: Readonly<Seen> = new Seen();

/** Looks for the longest phrases of every kind at an atom. */
export function look(reader: Reader, i: number): Readonly<Seen> {
  const { atoms, clues } = reader;
  // As most words.
  if (!((clues[i] ?? 0) & phraseClues)) return nothing;
  let seen: Seen | undefined;
  let phrase: Phrase | undefined = phrasesAt(reader, i);
  for (let next = i + 1; phrase; next++) {
    if (phrase.isWhole) {
      seen ??= new Seen();
      take(seen, phrase, next - i);
    }
    phrase = phrase.next && isTied(atoms, next) ? phrase.next.get(foldedAt(atoms, next)) : undefined;
  }
  if (!seen) return nothing;
  if (seen.country && !isCountryHere(reader, i)) {
    seen.country = undefined;
    seen.countryLength = 0;
  }
  if (seen.office) goOnOverCountry(reader, i, seen);
  return seen;
}

function phrasesAt({ atoms, lexicon }: Reader, i: number): Phrase | undefined {
  const known = atoms.pieces.known[atoms.piece[i] ?? 0];
  if (known) known.phrases ??= growPhrases(foldedAt(atoms, i), lexicon);
  return known?.phrases;
}

function take(seen: Seen, { office, rank, country, field, body }: Phrase, length: number): void {
  if (office) {
    seen.office = office;
    seen.officeLength = length;
  }
  if (rank) {
    seen.rank = rank;
    seen.rankLength = length;
  }
  if (country) {
    seen.country = country;
    seen.countryLength = length;
  }
  if (field !== undefined) {
    seen.field = field;
    seen.fieldLength = length;
  }
  if (body) {
    seen.body = body;
    seen.bodyLength = length;
  }
}

const shortCountries = new Set(['us', 'uk', 'un', 'eu', 'uae', 'usa']);

/** «US» is a country, «us» and the «Un» of Kim Jong Un aren’t. */
export function isCountryHere({ atoms }: Reader, i: number): boolean {
  const caps = atoms.caps[i];
  return caps === Caps.upper || caps === Caps.initial || !shortCountries.has(foldedAt(atoms, i));
}

/** «chief of the Turkish General Staff»: the wording goes on over the country. */
function goOnOverCountry({ atoms, clues, lexicon }: Reader, i: number, seen: Seen): void {
  const of = i + seen.officeLength;
  if (!isTied(atoms, of) || foldedAt(atoms, of) !== 'of') return;
  const at = isTied(atoms, of + 1) && foldedAt(atoms, of + 1) === 'the' ? of + 2 : of + 1;
  if (!((clues[at] ?? 0) & Clue.country)) return;
  const { wordings, countries } = lexicon.offices;
  const country = countries.longest((k) => wordOfRun(atoms, k, at), at);
  if (!country) return;
  const skip = country.length;
  const over = wordings.longest((k) => (k < at ? wordOfRun(atoms, k, i) : wordOfRun(atoms, k + skip, at + skip)), i);
  // An adjective, or a name with its ending: «the Turkish», «Türkiye’s».
  if (!over || over.length <= seen.officeLength + 1 || i + over.length <= at) return;
  seen.office = over.value;
  seen.officeLength = over.length + skip;
  seen.over = country.value.code;
}

/** The word at an atom, where it begins the run or is tied to the word before. */
const wordOfRun = (atoms: Atoms, k: number, first: number): string | undefined =>
  k === first || isTied(atoms, k) ? foldedAt(atoms, k) : undefined;
