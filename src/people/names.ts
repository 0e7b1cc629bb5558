import type { Span } from '../article/index.ts';
import { Caps, Gap } from './atoms.ts';
import { isFamilyFirst } from './family-first.ts';
import type { Reader } from './reader.ts';
import { Clue, isStop } from './reader.ts';
import type { Read } from './titles.ts';
import { endsPossessive, isCountryHere, readOffice, readRank } from './titles.ts';

/** A name as written. */
export interface NameParts {
  span: Span;
  text: string;
  given?: string;
  initials?: string;
  particles?: string;
  surname: string;
  surnameSpan: Span;
  suffix?: string;
  /** How many words it has; a hyphenated one counts once. */
  words: number;
  /** The folded first word. */
  first: string;
  /** The name belongs to a thing: «Heydar Aliyev Foundation». */
  thing: boolean;
}

const isCapital = (caps: number | undefined) => caps === Caps.title || caps === Caps.upper;

/**
 * True when a name may begin at an atom.
 *
 * @param titled a title stands before it, so that «Jan» is no month
 */
export function beginsName(reader: Reader, i: number, titled = false): boolean {
  const { atoms, clues, lexicon } = reader;
  const { nameWords } = lexicon;
  const caps = atoms.caps[i];
  const folded = atoms.folded[i] ?? '';
  if (caps === Caps.initial)
    return (
      (isStop(atoms.gap[i + 1]) && (isCapital(atoms.caps[i + 1]) || atoms.caps[i + 1] === Caps.initial)) ||
      (atoms.gap[i + 1] === Gap.space && isCapital(atoms.caps[i + 1]) && !nameWords.plain.has(folded))
    );
  if (caps === Caps.lower) {
    if (!nameWords.particles.has(folded) || folded === 'e' || folded === 'y') return false;
    if (isCapital(atoms.caps[i + 1]) && atoms.gap[i + 1] === Gap.hyphen) return true;
    // «General de Gaulle», «Colonel van der Berg».
    return titled && atoms.gap[i + 1] === Gap.space && continuesName(reader, i, 0);
  }
  if (!isCapital(caps)) return false;
  const clue = clues[i] ?? 0;
  if (clue & Clue.plain)
    return (
      (folded.length > 3 || titled) &&
      lexicon.isGivenName(folded) &&
      isCapital(atoms.caps[i + 1]) &&
      atoms.gap[i + 1] === Gap.space
    );
  if (clue & Clue.country && isCountryHere(reader, i))
    return lexicon.isGivenName(folded) && isCapital(atoms.caps[i + 1]) && atoms.gap[i + 1] === Gap.space;
  if (clue & Clue.honorific && atoms.gap[i + 1] === Gap.stopSpace) return false;
  // «NATO Military»: an abbreviation before a capitalised word.
  if (caps === Caps.upper && !reader.allCaps && folded.length < 6 && atoms.caps[i + 1] === Caps.title) return false;
  return true;
}

/** Reads a name from an atom on: given names, initials, particles, surname, suffix. */
export function readName(reader: Reader, from: number, titled = false): Read<NameParts> | undefined {
  const { atoms, lexicon } = reader;
  const { nameWords } = lexicon;
  if (!beginsName(reader, from, titled)) return undefined;
  // First atoms of the words of the name; hyphens tie atoms to one word.
  const heads: number[] = [];
  let next = from;
  let thing = false;
  const most = reader.titleCase ? 2 : 6;
  while (next < atoms.count) {
    const gap = atoms.gap[next];
    if (next > from) {
      if (endsPossessive(reader, next - 1)) break;
      const afterInitial =
        isStop(gap) && (atoms.caps[next - 1] === Caps.initial || nameWords.suffixes.has(atoms.folded[next - 1] ?? ''));
      if (gap === Gap.hyphen) {
        // «America-a good nation»: a hyphen for a dash.
        if (atoms.caps[next] === Caps.lower && atoms.folded[next]?.length === 1) break;
        next++;
        continue;
      }
      if (gap !== Gap.space && !afterInitial) break;
      if (heads.length >= most) break;
      if (!continuesName(reader, next, heads.length)) {
        thing = isCapital(atoms.caps[next]) && nameWords.things.has(atoms.folded[next] ?? '');
        break;
      }
    }
    heads.push(next);
    next++;
  }
  const last = heads.at(-1);
  if (
    last === undefined ||
    atoms.caps[last] === Caps.initial ||
    (heads.length === 1 && atoms.caps[from] === Caps.lower && next === from + 1)
  )
    return undefined;
  return {
    next,
    value: splitName({ reader, heads, next }, thing),
  };
}

function continuesName(reader: Reader, k: number, words: number): boolean {
  const { atoms, clues, lexicon } = reader;
  const { nameWords } = lexicon;
  const caps = atoms.caps[k];
  const folded = atoms.folded[k] ?? '';
  if (caps === Caps.lower) {
    if (nameWords.patronymics.has(folded)) return words > 1;
    if (!nameWords.particles.has(folded)) return false;
    if ((folded === 'e' || folded === 'y') && words < 2) return false;
    // A particle leads to a capital, straight or over another particle.
    const ahead =
      nameWords.particles.has(atoms.folded[k + 1] ?? '') && atoms.caps[k + 1] === Caps.lower ? k + 2 : k + 1;
    return (
      isCapital(atoms.caps[ahead]) &&
      (atoms.gap[k + 1] === Gap.space || atoms.gap[k + 1] === Gap.hyphen) &&
      !nameWords.plain.has(atoms.folded[ahead] ?? '')
    );
  }
  if (caps === Caps.initial)
    return isStop(atoms.gap[k + 1]) || (atoms.gap[k + 1] === Gap.space && isCapital(atoms.caps[k + 1]));
  if (!isCapital(caps)) return false;
  if (caps === Caps.upper && !reader.allCaps && folded.length < 4 && !nameWords.suffixes.has(folded)) return false;
  const clue = clues[k] ?? 0;
  // «Sheriff Bill May said»
  if (clue & Clue.plain && !(words === 1 && !reader.titleCase && (isNamed(reader, k) || isSyllable(reader, k))))
    return false;
  if (nameWords.things.has(folded)) return false;
  if (clue & (Clue.rank | Clue.office)) {
    const office = readOffice(reader, k);
    if (readRank(reader, k) || office) {
      const surname = office && lexicon.offices.row(office.value.id)?.traits?.includes('surname');
      if (!(surname && words === 1 && office.next === k + 1)) return false;
    }
  }
  if (clue & Clue.country && isCountryHere(reader, k)) {
    const country = lexicon.offices.countries.longest((i) => atoms.folded[i], k);
    if (country && (country.value.adjective || words !== 1 || isCapital(atoms.caps[k + 1]))) return false;
  }
  return true;
}

/** A surname that is a month or a verb too, behind a given name: «Bill May». */
const isNamed = ({ atoms, lexicon }: Reader, k: number): boolean =>
  lexicon.isGivenName(atoms.folded[k - 1] ?? '') &&
  lexicon.isSurname(atoms.folded[k] ?? '') &&
  atoms.caps[k + 1] !== Caps.title;

/** A syllable that is an English word too, behind a family name: «Gwak In-ho». */
function isSyllable({ atoms, lexicon: { nameWords } }: Reader, k: number): boolean {
  const family = atoms.folded[k - 1] ?? '';
  return (
    atoms.gap[k + 1] === Gap.hyphen &&
    atoms.caps[k + 1] === Caps.lower &&
    (nameWords.families_first.has(family) || nameWords.families_doubtful.has(family))
  );
}

/** The words of a name: the atoms that each begins with, and the atom after the last. */
interface Words {
  reader: Reader;
  heads: readonly number[];
  next: number;
}

function splitName(words: Words, thing: boolean): NameParts {
  const { reader, heads, next } = words;
  const { atoms, parsed, lexicon } = reader;
  const [from = 0] = heads;
  const span = { start: atoms.start[from] ?? 0, end: atoms.end[next - 1] ?? 0 };
  const text = parsed.text.slice(span.start, span.end);
  const first = atoms.folded[from] ?? '';
  const { nameWords } = lexicon;
  let count = heads.length;
  let suffix: string | undefined;
  if (count > 1 && nameWords.suffixes.has(foldedAt(words, count - 1))) {
    suffix = sliceWords(words, count - 1, count);
    count--;
  }
  if (count >= 2 && count <= 3 && isFamilyFirst(reader, heads[0] ?? 0, heads[1] ?? 0)) {
    const surnameSpan = { start: atoms.start[heads[0] ?? 0] ?? 0, end: endOf(words, 0) };
    return {
      span,
      text,
      words: heads.length,
      first,
      thing,
      surname: parsed.text.slice(surnameSpan.start, surnameSpan.end),
      surnameSpan,
      given: sliceWords(words, 1, count),
      initials: undefined,
      particles: undefined,
      suffix,
    };
  }
  let surnameAt = count - 1;
  // «Aliyev Ilham Heydar oglu»: a closing patronymic puts the family name first.
  if (count >= 3 && nameWords.patronymics.has(foldedAt(words, surnameAt))) surnameAt = count >= 4 ? 0 : count - 2;
  const head = heads[surnameAt] ?? next;
  const start = atoms.start[head] ?? 0;
  // «al-Assad», «el-Sisi»: the surname stands after the hyphen.
  const isTied =
    atoms.gap[head + 1] === Gap.hyphen &&
    head + 1 < (heads[surnameAt + 1] ?? next) &&
    nameWords.particles.has(atoms.folded[head] ?? '');
  const surnameSpan = { start: isTied ? (atoms.start[head + 1] ?? start) : start, end: endOf(words, surnameAt) };
  let lead = surnameAt;
  while (lead > 0 && isParticle(words, lead - 1)) lead--;
  let initialsTo = 0;
  while (initialsTo < lead && atoms.caps[heads[initialsTo] ?? 0] === Caps.initial) initialsTo++;
  const names = surnameAt === 0 && count > 1 ? sliceWords(words, 1, count) : sliceWords(words, initialsTo, lead);
  return {
    span,
    text,
    words: heads.length,
    first,
    thing,
    surname: parsed.text.slice(surnameSpan.start, surnameSpan.end),
    surnameSpan,
    given: names,
    initials: readInitials(words, initialsTo),
    particles: sliceWords(words, lead, surnameAt) ?? (isTied ? parsed.text.slice(start, surnameSpan.start) : undefined),
    suffix,
  };
}

const foldedAt = ({ reader, heads }: Words, word: number): string => reader.atoms.folded[heads[word] ?? 0] ?? '';

const endOf = ({ reader, heads, next }: Words, word: number): number =>
  reader.atoms.end[(heads[word + 1] ?? next) - 1] ?? 0;

function sliceWords(words: Words, from: number, to: number): string | undefined {
  const { reader, heads } = words;
  return to > from ? reader.parsed.text.slice(reader.atoms.start[heads[from] ?? 0], endOf(words, to - 1)) : undefined;
}

function readInitials(words: Words, to: number): string | undefined {
  const text = sliceWords(words, 0, to);
  return text !== undefined && words.reader.parsed.text[endOf(words, to - 1)] === '.' ? `${text}.` : text;
}

/** «Nasser Al Marri» has the Arabic article in capitals; «Al Gore» has a given name. */
function isParticle(words: Words, word: number): boolean {
  const { atoms, lexicon } = words.reader;
  const folded = foldedAt(words, word);
  if (!lexicon.nameWords.particles.has(folded)) return false;
  return atoms.caps[words.heads[word] ?? 0] === Caps.lower || (word > 0 && lexicon.nameWords.articles.has(folded));
}
