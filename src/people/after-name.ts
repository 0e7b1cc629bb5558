import { foldedAt, Gap } from './atoms.ts';
import type { OfficeUse } from './cast.ts';
import { Clue } from './clues.ts';
import { nameAfter } from './name-after.ts';
import type { NameParts } from './names.ts';
import { beginsName } from './names.ts';
import { Caps } from './pieces.ts';
import type { Reader } from './reader.ts';
import { readTitles } from './title-row.ts';
import { endsPossessive, readOffice, readRank } from './titles.ts';

/** «Foreign Minister Anna Berg of Norway». */
export function countryAfter({ atoms, clues, lexicon }: Reader, next: number): string | undefined {
  if (foldedAt(atoms, next) !== 'of' || atoms.gap[next] !== Gap.space || !((clues[next + 1] ?? 0) & Clue.country))
    return undefined;
  const country = lexicon.offices.countries.longest((i) => foldedAt(atoms, i), next + 1)?.value;
  return country && !country.adjective ? country.code : undefined;
}

const relatives = new Set('who whose whom'.split(' '));

/** «Hennadii Trukhanov, 55,» and «Hennadii Trukhanov, who …»: what follows tells of a person. */
export function isTold({ atoms, parsed }: Reader, { words, next }: NameParts): boolean {
  if (atoms.gap[next] !== Gap.comma) return false;
  const word = foldedAt(atoms, next);
  return relatives.has(word) || (/^[1-9]\d$/.test(word) && parsed.text[atoms.end[next] ?? 0] === ',' && words < 5);
}

const appoints = new Set('appointed reappointed named nominated elected'.split(' '));
const goesOn = new Set('of who in at from after on as during when while and'.split(' '));

/** «said Ida Holm of the union», «appointed Ida Holm governor»: the words before and after speak of a person. */
export function isSpokenOf(reader: Reader, { words, next }: NameParts, from: number): boolean {
  const { atoms, clues } = reader;
  if (words < 2 || words > 4 || atoms.gap[from] !== Gap.space || (clues[next - 1] ?? 0) & Clue.country) return false;
  const verb = foldedAt(atoms, from - 1);
  if (appoints.has(verb)) return atoms.gap[next] === Gap.space && readOffice(reader, next) !== undefined;
  if (verb !== 'said' && verb !== 'says') return false;
  return atoms.gap[next] !== Gap.space || goesOn.has(foldedAt(atoms, next));
}

/** «Ida Holm said» at the head of a sentence or after a quotation: nobody is brought in so, the reader has met her. */
export function isMet(reader: Reader, { span, next }: NameParts, from: number): boolean {
  const { atoms, parsed } = reader;
  if (atoms.gap[next] !== Gap.space || !isDeed(reader, next)) return false;
  if (atoms.gap[from] === Gap.space && clauses.has(foldedAt(atoms, from - 1))) return true;
  return from === 0 || (atoms.gap[from] !== Gap.space && /[.!?”"’]/.test(parsed.text.charAt(span.start - 2)));
}

// «She said Ida Holm had left.»
const clauses = new Set('said says that because when while if'.split(' '));

/** «said», «took», «led», «represented»; «is» and «was» bring in. */
function isDeed({ atoms, clues }: Reader, at: number): boolean {
  if (atoms.caps[at] !== Caps.lower) return false;
  const verb = foldedAt(atoms, at);
  if ((clues[at] ?? 0) & (Clue.speech | Clue.act)) return verb !== 'is' && verb !== 'was';
  return verb.length > 4 && verb.endsWith('ed');
}

/** Offices after a name, if any: «X, Minister of Defence of Y,», «X, the chief of the General Staff,». */
export function readAfter(reader: Reader, from: number): { offices: OfficeUse[]; next: number } | undefined {
  const { atoms } = reader;
  let offices: OfficeUse[] | undefined;
  let next = from;
  for (let steps = 0; steps < 3 && next < atoms.count; steps++) {
    const and = steps > 0 && foldedAt(atoms, next) === 'and';
    if (!and && atoms.gap[next] !== Gap.comma && !(steps > 0 && atoms.gap[next] === Gap.dash)) break;
    let k = and ? next + 1 : next;
    if (foldedAt(atoms, k) === 'the' || foldedAt(atoms, k) === 'a') k++;
    let office = readOffice(reader, k);
    // «Ida Holm, the UN secretary-general’s envoy».
    if (office && endsPossessive(reader, office.next - 1)) office = readOffice(reader, office.next);
    // «Prince Joakim, the king’s brother».
    if (!office || endsPossessive(reader, office.next - 1)) break;
    const then = office.next;
    // The office of the next person: «Hasanov, Defence Minister Guliyev and …».
    const tied = atoms.gap[then] === Gap.space && (beginsName(reader, then) || readRank(reader, then));
    if (tied && readTitles(reader, k)) {
      const titles = readTitles(reader, k);
      if (titles && nameAfter(reader, titles)) break;
    }
    office.value.place = 'after';
    if (offices) offices.push(office.value);
    else offices = [office.value];
    next = then;
  }
  return offices && { offices, next };
}
