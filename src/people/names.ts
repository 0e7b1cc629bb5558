import type { Span } from '../article/index.ts';
import type { Atoms } from './atoms.ts';
import { foldedAt, Gap, isStop } from './atoms.ts';
import { Clue } from './clues.ts';
import { isFamilyFirst } from './family-first.ts';
import { isCountryHere } from './look.ts';
import { Caps } from './pieces.ts';
import type { Reader } from './reader.ts';
import { isGiven, nameIn } from './reader.ts';
import { readOffice, readRank } from './titles.ts';

/** A name as written. */
export interface NameParts {
  span: Span;
  text: string;
  given: string | undefined;
  initials: string | undefined;
  particles: string | undefined;
  surname: string;
  surnameSpan: Span;
  suffix: string | undefined;
  /** How many words it has; a hyphenated one counts once. */
  words: number;
  /** The atom that it begins with, and the one behind it. */
  from: number;
  next: number;
  /** The name belongs to a thing: «Heydar Aliyev Foundation». */
  thing: boolean;
}

const isCapital = (caps: number | undefined) => caps === Caps.title || caps === Caps.upper;

/**
 * False of most words that no name begins with, where no title stands before them: what `beginsName` says of a word and how it
 * and the next are written.
 */
export function mayBeginName(clue: number, caps: number | undefined, next: number | undefined): boolean {
  if (caps === Caps.lower) return (clue & Clue.particle) !== 0;
  if (clue & Clue.plain) return caps === Caps.initial || ((clue & Clue.long) !== 0 && isCapital(next));
  // Short ones may be another word: `isCountryHere`.
  return (clue & longCountry) !== longCountry || isCapital(next);
}

const longCountry = Clue.country | Clue.long;

/**
 * True when a name may begin at an atom.
 *
 * @param titled a title stands before it, so that «Jan» is no month
 */
export function beginsName(reader: Reader, i: number, titled = false): boolean {
  const { atoms, clues } = reader;
  const caps = atoms.caps[i];
  const clue = clues[i] ?? 0;
  if (caps === Caps.lower) {
    if (!(clue & Clue.particle) || isAnd(atoms, i)) return false;
    if (isCapital(atoms.caps[i + 1]) && atoms.gap[i + 1] === Gap.hyphen) return true;
    // «General de Gaulle», «Colonel van der Berg».
    return titled && atoms.gap[i + 1] === Gap.space && continuesName(reader, i, 0);
  }
  const gap = atoms.gap[i + 1];
  const isBeforeCapital = isCapital(atoms.caps[i + 1]);
  if (caps === Caps.initial)
    return isStop(gap)
      ? isBeforeCapital || atoms.caps[i + 1] === Caps.initial
      : gap === Gap.space && isBeforeCapital && !(clue & Clue.plain);
  if (!isCapital(caps)) return false;
  if (clue & Clue.plain)
    return isBeforeCapital && gap === Gap.space && ((clue & Clue.long) !== 0 || titled) && isGiven(reader, i);
  if (clue & Clue.country && isCountryHere(reader, i))
    return isBeforeCapital && gap === Gap.space && isGiven(reader, i);
  if (clue & Clue.honorific && gap === Gap.stopSpace) return false;
  // «NATO Military»: an abbreviation before a capitalised word.
  return !(caps === Caps.upper && atoms.caps[i + 1] === Caps.title && !reader.allCaps && foldedAt(atoms, i).length < 6);
}

/** The «and» of Iberian names, which a word in small letters before a capital seldom is. */
function isAnd(atoms: Atoms, i: number): boolean {
  const folded = foldedAt(atoms, i);
  return folded === 'e' || folded === 'y';
}

/** Reads a name from an atom on: given names, initials, particles, surname, suffix. */
export function readName(reader: Reader, from: number, titled = false): NameParts | undefined {
  const { atoms, clues } = reader;
  if (!beginsName(reader, from, titled)) return undefined;
  // First atoms of the words of the name, where there are several; hyphens tie atoms to one word.
  let heads: number[] | undefined;
  let nickname: Nickname | undefined;
  let next = from + 1;
  let thing = false;
  const most = reader.titleCase ? 2 : 6;
  for (; next < atoms.count; next++) {
    const gap = atoms.gap[next];
    const before = clues[next - 1] ?? 0;
    if (before & Clue.ending) break;
    if (gap === Gap.break && !nickname) {
      const behind = nicknameEnd(reader, next);
      if (behind === next || !isCapital(atoms.caps[behind]) || !continuesName(reader, behind, heads ? heads.length : 1))
        break;
      nickname = { from: next, next: behind };
      heads ??= [from];
      heads.push(behind);
      next = behind;
      continue;
    }
    if (gap === Gap.hyphen) {
      // «America-a good nation»: a hyphen for a dash.
      if (atoms.caps[next] === Caps.lower && foldedAt(atoms, next).length === 1) break;
      continue;
    }
    if (gap !== Gap.space && !(isStop(gap) && (atoms.caps[next - 1] === Caps.initial || before & Clue.suffix))) break;
    // As behind most names.
    if (atoms.caps[next] === Caps.lower && !((clues[next] ?? 0) & smallInNames)) break;
    const words = heads ? heads.length : 1;
    if (words >= most) break;
    if (!continuesName(reader, next, words)) {
      thing = isCapital(atoms.caps[next]) && ((clues[next] ?? 0) & Clue.thing) !== 0;
      break;
    }
    if (heads) heads.push(next);
    else heads = [from, next];
  }
  const last = heads?.[heads.length - 1] ?? from;
  if (atoms.caps[last] === Caps.initial || (atoms.caps[from] === Caps.lower && next === from + 1)) return undefined;
  // As most names.
  if (next === from + 1) return oneWord(reader, from, thing);
  return splitName({ reader, heads: heads ?? [from], next, nickname }, thing);
}

/** The longest that a nickname is, in atoms: «Frank “The Big Man” Hill». */
const longestNickname = 3;
const opensNickname = /^\.? ["“]$/;
const closesNickname = /^["”] $/;

/** The atom behind a nickname in quotation marks that begins with an atom; the atom itself where none does. */
function nicknameEnd({ atoms, parsed }: Reader, from: number): number {
  const { end, start, caps } = atoms;
  const between = (k: number) => parsed.text.slice(end[k - 1], start[k]);
  if (!isCapital(caps[from]) || !opensNickname.test(between(from))) return from;
  for (let k = from + 1; k <= from + longestNickname && k < atoms.count; k++)
    if (closesNickname.test(between(k))) return k;
  return from;
}

/** What a word in small letters is that goes on with a name. */
const smallInNames = Clue.particle | Clue.patronymic;

function continuesName(reader: Reader, k: number, words: number): boolean {
  const { atoms, clues, lexicon } = reader;
  const caps = atoms.caps[k];
  const clue = clues[k] ?? 0;
  if (caps === Caps.lower) {
    if (clue & Clue.patronymic) return words > 1;
    if (!(clue & Clue.particle)) return false;
    if (words < 2 && isAnd(atoms, k)) return false;
    // A particle leads to a capital, straight or over another particle.
    const ahead = (clues[k + 1] ?? 0) & Clue.particle && atoms.caps[k + 1] === Caps.lower ? k + 2 : k + 1;
    return (
      isCapital(atoms.caps[ahead]) &&
      (atoms.gap[k + 1] === Gap.space || atoms.gap[k + 1] === Gap.hyphen) &&
      !((clues[ahead] ?? 0) & Clue.plain)
    );
  }
  if (caps === Caps.initial)
    return (
      isStop(atoms.gap[k + 1]) ||
      (atoms.gap[k + 1] === Gap.space && isCapital(atoms.caps[k + 1])) ||
      nicknameEnd(reader, k + 1) > k + 1
    );
  if (!isCapital(caps)) return false;
  if (caps === Caps.upper && !reader.allCaps && !(clue & Clue.suffix) && !(clue & Clue.long)) return false;
  // «Sheriff Bill May said»
  if (clue & Clue.plain && !(words === 1 && !reader.titleCase && (isNamed(reader, k) || isSyllable(reader, k))))
    return false;
  if (clue & Clue.thing) return false;
  if (clue & (Clue.rank | Clue.office)) {
    const office = readOffice(reader, k);
    if (readRank(reader, k) || office) {
      const surname = office && lexicon.offices.row(office.value.id)?.traits?.includes('surname');
      if (!(surname && words === 1 && office.next === k + 1)) return false;
    }
  }
  if (clue & Clue.country && isCountryHere(reader, k)) {
    const country = lexicon.offices.countries.longest((i) => foldedAt(atoms, i), k);
    if (country && (country.value.adjective || words !== 1 || isCapital(atoms.caps[k + 1]))) return false;
  }
  return true;
}

/** A surname that is a month or a verb too, behind a given name: «Bill May». */
const isNamed = (reader: Reader, k: number): boolean =>
  isGiven(reader, k - 1) &&
  reader.lexicon.isSurname(foldedAt(reader.atoms, k)) &&
  reader.atoms.caps[k + 1] !== Caps.title;

/** A syllable that is an English word too, behind a family name: «Gwak In-ho». */
const isSyllable = ({ atoms, clues }: Reader, k: number): boolean =>
  atoms.gap[k + 1] === Gap.hyphen &&
  atoms.caps[k + 1] === Caps.lower &&
  ((clues[k - 1] ?? 0) & (Clue.familyFirst | Clue.familyDoubtful)) !== 0;

/** The words of a name: the atoms that each begins with, and the atom after the last. */
interface Words {
  reader: Reader;
  heads: readonly number[];
  next: number;
  nickname: Nickname | undefined;
}

/** The atoms of a nickname between two words of a name, no part of either. */
interface Nickname {
  from: number;
  next: number;
}

/** A name of one word: what `splitName` makes of it. */
function oneWord(reader: Reader, from: number, thing: boolean): NameParts {
  const { start, end } = reader.atoms;
  const span = { start: start[from] ?? 0, end: end[from] ?? 0 };
  const surname = nameIn(reader, from, from + 1);
  return {
    span,
    text: surname,
    words: 1,
    from,
    next: from + 1,
    thing,
    surname,
    surnameSpan: span,
    given: undefined,
    initials: undefined,
    particles: undefined,
    suffix: undefined,
  };
}

function splitName(words: Words, thing: boolean): NameParts {
  const { reader, heads, next } = words;
  const { atoms, clues, parsed } = reader;
  const from = heads[0] ?? 0;
  const span = { start: atoms.start[from] ?? 0, end: atoms.end[next - 1] ?? 0 };
  let count = heads.length;
  let suffix: string | undefined;
  if (count > 1 && (clues[heads[count - 1] ?? 0] ?? 0) & Clue.suffix) {
    suffix = sliceWords(words, count - 1, count);
    count--;
  }
  if (count >= 2 && count <= 3 && isFamilyFirst(reader, from, heads[1] ?? 0)) {
    return {
      span,
      text: parsed.text.slice(span.start, span.end),
      words: heads.length,
      from,
      next,
      thing,
      surname: nameOf(words, 0, 1),
      surnameSpan: { start: span.start, end: endOf(words, 0) },
      given: nameOf(words, 1, count),
      initials: undefined,
      particles: undefined,
      suffix,
    };
  }
  let surnameAt = count - 1;
  // «Aliyev Ilham Heydar oglu»: a closing patronymic puts the family name first.
  if (count >= 3 && (clues[heads[surnameAt] ?? 0] ?? 0) & Clue.patronymic) surnameAt = count >= 4 ? 0 : count - 2;
  const head = heads[surnameAt] ?? next;
  const behind = headBehind(words, surnameAt);
  // «al-Assad», «el-Sisi»: the surname stands after the hyphen.
  const isTied = head + 1 < behind && atoms.gap[head + 1] === Gap.hyphen && ((clues[head] ?? 0) & Clue.particle) !== 0;
  const surnameHead = isTied ? head + 1 : head;
  const surname = nameIn(reader, surnameHead, behind);
  const isAll = surnameHead === from && behind === next;
  const surnameSpan = isAll ? span : { start: atoms.start[surnameHead] ?? 0, end: atoms.end[behind - 1] ?? 0 };
  let lead = surnameAt;
  while (lead > 0 && isParticle(words, lead - 1)) lead--;
  let initialsTo = 0;
  while (initialsTo < lead && atoms.caps[heads[initialsTo] ?? 0] === Caps.initial) initialsTo++;
  const isFirst = surnameAt === 0 && count > 1;
  return {
    span,
    text: isAll ? surname : parsed.text.slice(span.start, span.end),
    words: heads.length,
    from,
    next,
    thing,
    surname,
    surnameSpan,
    given: isFirst ? nameOf(words, 1, count) : initialsTo < lead ? nameOf(words, initialsTo, lead) : undefined,
    initials: initialsTo > 0 ? readInitials(words, initialsTo) : undefined,
    particles:
      lead < surnameAt
        ? sliceWords(words, lead, surnameAt)
        : isTied
          ? parsed.text.slice(atoms.start[head], surnameSpan.start)
          : undefined,
    suffix,
  };
}

/** The atom behind a word. */
function headBehind({ heads, next, nickname }: Words, word: number): number {
  const behind = heads[word + 1] ?? next;
  return nickname && behind === nickname.next ? nickname.from : behind;
}

const endOf = (words: Words, word: number): number => words.reader.atoms.end[headBehind(words, word) - 1] ?? 0;

const sliceWords = (words: Words, from: number, to: number): string =>
  words.reader.parsed.text.slice(words.reader.atoms.start[words.heads[from] ?? 0], endOf(words, to - 1));

/** Some words of a name as the one string that stands for them in all mentions. */
const nameOf = (words: Words, from: number, to: number): string =>
  nameIn(words.reader, words.heads[from] ?? 0, headBehind(words, to - 1));

function readInitials(words: Words, to: number): string {
  const text = sliceWords(words, 0, to);
  return words.reader.parsed.text[endOf(words, to - 1)] === '.' ? `${text}.` : text;
}

/** «Nasser Al Marri» has the Arabic article in capitals; «Al Gore» has a given name. */
function isParticle({ reader, heads }: Words, word: number): boolean {
  const at = heads[word] ?? 0;
  const clue = reader.clues[at] ?? 0;
  if (!(clue & Clue.particle)) return false;
  return reader.atoms.caps[at] === Caps.lower || (word > 0 && (clue & Clue.article) !== 0);
}
