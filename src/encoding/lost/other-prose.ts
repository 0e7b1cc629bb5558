import type { Steps } from '../../text/index.ts';
import { mapInSteps } from '../../text/index.ts';
import type { IsWord, Knowledge, Names, Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { isHole } from '../repair.ts';
import type { LostWord } from './lost.ts';
import { areDoubled, findLost, halve } from './lost.ts';
import type { MendEvidence, Witnesses } from './mentions.ts';
import { gatherWitnesses, matchWhole } from './mentions.ts';

/** Words of a text that are asked for its language; how many must be common ones of it, and their share. */
const mostAsked = 120;
const leastFound = 3;
const commonShare = 0.1;
/** Share of words of English, Turkish or Azerbaijani from which a text is in one of these. */
const ownShare = 0.2;
const smallWord = /(?<![\p{L}\p{M}?\ufffd'’-])[\p{Ll}?\ufffd][\p{L}\p{M}?\ufffdʻʼ]*/gu;

/** None of the languages has these: most copy needs no closer look. */
const plainEnglish = / (?:the|and|of) /;

/** A language of Europe or Central Asia as prose of it is read. */
interface Prose {
  id: string;
  /** What a hole may stand for, in small letters. */
  letters: ReadonlySet<string>;
  /** The words that it is told by, with holes for their letters beyond ASCII. */
  common: ReadonlySet<string>;
  /** Frequent words with letters to lose, by length. */
  words: ReadonlyMap<number, readonly string[]>;
}

const gathered = new WeakMap<Tables, readonly Prose[]>();

function gatherProse(tables: Tables): readonly Prose[] {
  const known = gathered.get(tables);
  if (known) return known;
  const all = tables.alphabets.flatMap(({ id, lower }) => {
    const { words, common } = tables.alphabetWords.get(id) ?? {};
    if (!words || !common) return [];
    const told = common.split(' ');
    const byLength = new Map<number, string[]>();
    for (const word of new Set([...words.split(' '), ...told.filter((one) => one !== hollow(one))]))
      byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
    return [{ id, letters: new Set(lower), words: byLength, common: new Set(told.map(hollow)) }];
  });
  gathered.set(tables, all);
  return all;
}

/** A word with a hole for each letter beyond ASCII, lost or alive. */
const hollow = (word: string) => word.replace(/[^\0-\x7f]/g, '?');

/**
 * The language of damaged texts that are neither English nor Turkish nor Azerbaijani, by its commonest words; undefined
 * where none is told.
 */
function tellProse(texts: readonly string[], tables: Tables): Prose | undefined {
  const words = readSmallWords(texts);
  const turkic = words.filter((word) => tables.turkic.has(word)).length;
  const english = words.filter((word) => word.length > 1 && tables.common.has(word) && !tables.turkic.has(word)).length;
  const own = Math.max(turkic, english);
  if (own > ownShare * words.length) return undefined;
  const hollows = words.map(hollow);
  const count = (prose: Prose) =>
    hollows.filter((one, i) => prose.common.has(one) && isIn(words[i] ?? '', prose)).length;
  let best: Prose | undefined;
  let most = Math.max(own, leastFound - 1, commonShare * words.length);
  for (const prose of gatherProse(tables)) {
    const found = count(prose);
    if (found <= most) continue;
    most = found;
    best = prose;
  }
  return best;
}

/** The language of most texts that tell one, where it is half of them or more. */
function mostOf(told: readonly (Prose | undefined)[]): Prose | undefined {
  const all = told.filter((prose) => prose !== undefined);
  return all.find((prose) => all.length > 2 && all.filter((one) => one === prose).length * 2 >= all.length);
}

/** The first words of texts that begin small: as many as are asked. */
function readSmallWords(texts: readonly string[]): string[] {
  const words: string[] = [];
  for (const text of texts)
    for (const [word] of text.matchAll(smallWord)) {
      if (words.length === mostAsked) return words;
      words.push(word.toLowerCase());
    }
  return words;
}

/** A paragraph of English in a document of another language. */
function isEnglishText(text: string, isEnglish: IsWord | undefined): boolean {
  const words = readSmallWords([text]).filter((word) => /^[a-z]{2,}$/.test(word));
  return isEnglish !== undefined && words.filter(isEnglish).length > words.length / 2;
}

/** Whether all living letters of a word are of a language. */
function isIn(word: string, { letters }: Prose): boolean {
  for (const char of word) if (char > '\u007f' && char !== '\ufffd' && !letters.has(char)) return false;
  return true;
}

/**
 * Restores lost letters of texts that are prose in another language than English, Turkish and Azerbaijani.
 *
 * @param suspicious which of the texts hold holes
 * @returns repairs of each text in such a language; undefined for the others
 */
export function* restoreOtherProse(
  texts: readonly string[],
  suspicious: readonly boolean[],
  evidence: MendEvidence,
  { tables, names, isEnglish }: Knowledge,
): Steps<(Repair[] | undefined)[]> {
  const single = yield* mapInSteps(texts, (text, i) =>
    suspicious[i] && !plainEnglish.test(text) ? tellProse([text], tables) : undefined,
  );
  const document = tellProse(texts, tables) ?? mostOf(single);
  const told = yield* mapInSteps(texts, (text, i) =>
    document && suspicious[i] && !plainEnglish.test(text) && !isEnglishText(text, isEnglish) ? document : single[i],
  );
  if (told.every((prose) => !prose)) return texts.map(() => undefined);
  const pieces = yield* mapInSteps(texts, (text, i) =>
    told[i] ? findLost(text, tables, false, true, () => false, undefined).pieces : [],
  );
  const holed = pieces.flat();
  // A hole where no question ends: without any, the marks are marks.
  if (!holed.some(({ text }) => /[?\ufffd]\p{L}/u.test(text))) return texts.map((_, i) => (told[i] ? [] : undefined));
  if (areDoubled(holed, () => false)) for (const piece of holed) piece.text = halve(piece.text);
  const lengths = new Set(holed.flatMap(({ text }) => [text.length, text.length - 1, text.length - 2]));
  const witnesses = yield* gatherWitnesses(texts, evidence, lengths);
  return yield* mapInSteps(texts, (text, i) => {
    const prose = told[i];
    return prose && restoreProse(text, pieces[i] ?? [], { prose, witnesses, names: names(), story: 'in a conversion' });
  });
}

/** What words of prose in another language are read by. */
interface ProseKnowledge {
  prose: Prose;
  witnesses: Witnesses;
  names: Names;
  /** What happened to the document, in words for the message. */
  story: string;
}

/**
 * Reads lost letters in prose of another language where another mention, a list of its frequent words or of names confirms
 * them. For want of that a question mark is left alone, and U+FFFD is damage without reading.
 */
function restoreProse(text: string, pieces: readonly LostWord[], knowledge: ProseKnowledge): Repair[] {
  return pieces.flatMap((piece) => {
    for (const word of cutEnds(piece, text, knowledge)) {
      const repair = readPiece(word, text, knowledge);
      if (repair) return [repair];
    }
    return piece.text.includes('\ufffd') ? [bareRepair(piece, knowledge)] : [];
  });
}

/** What may be the word of a piece: with a question mark at its end where the sentence goes on, or without. */
function cutEnds(piece: LostWord, text: string, { prose, witnesses }: ProseKnowledge): LostWord[] {
  const tail = /\?+$/.exec(piece.text)?.[0].length ?? 0;
  if (tail === 0) return [piece];
  const cut = (left: number): LostWord => ({
    ...piece,
    text: piece.text.slice(0, piece.text.length - tail + left),
    end: piece.end - tail + left,
  });
  const stem = cut(0);
  const goesOn = /^(?: \p{Ll}|[,.;:]|["”’»]?\.)/u.test(text.slice(piece.end, piece.end + 3));
  const isWhole =
    prose.common.has(stem.text.toLowerCase()) ||
    (witnesses.get(stem.text.length) ?? []).some(({ word }) => word.toLowerCase() === stem.text.toLowerCase());
  const letters = goesOn ? [isWhole ? 0 : tail] : [...new Set([tail - 1, 0])];
  return letters.map(cut).filter(({ text: left }) => [...left].some((_, i) => isHoleAt(left, i)));
}

const isHoleAt = (text: string, at: number) => isHole(text.charCodeAt(at));

/** What stands before the first word of a sentence; a question mark may be the end of a word. */
const opening = /(?:[.!:]["”’»)]*\s+|\s[–—-]\s+|["„“«(])$/u;

function readPiece(word: LostWord, text: string, knowledge: ProseKnowledge): Repair | undefined {
  const { prose, witnesses, names, story } = knowledge;
  const about = { start: word.start, end: word.end, kind: 'encoding-lost-letter', story };
  const first = word.start === 0 || opening.test(text.slice(Math.max(0, word.start - 6), word.start));
  const told = matchWhole(word.text, witnesses, (other) => dress(word.text, other, first), prose.letters);
  const certainty = (readings: readonly string[]) => certaintyOf(readings, word, told === undefined || first);
  if (told) return { ...about, readings: told.readings, certainty: certainty(told.readings), evidence: told.evidence };
  const low = word.text.toLowerCase();
  const common = (prose.words.get(low.length) ?? []).filter((one) => fits(low, one, prose.letters));
  const named = /^\p{Lu}/u.test(word.text) ? names.match(word.text) : [];
  const own = named.filter((name) => name.language === prose.id).map((name) => name.low);
  const readings = [...new Set([...common, ...own])].map((one) => dress(word.text, one, first)).slice(0, 3);
  if (readings.length === 0) return undefined;
  const evidence = { kind: common.length > 0 ? ('common' as const) : ('lexicon' as const) };
  return { ...about, readings, certainty: certainty(readings), evidence };
}

/** Letters that must be alive for a reading to be the only one, and those at the end that cases and persons change. */
const leastAlive = 3;
const ending = 2;

/** @param open whether the first letter may be a capital or a small one */
function certaintyOf(readings: readonly string[], { text }: LostWord, open: boolean): Repair['certainty'] {
  const alive = text.replace(/[?\ufffd]/g, '').length;
  const isOpen = /[?\ufffd]/.test(text.slice(-ending)) || (open && isHoleAt(text, 0));
  return readings.length === 1 && alive >= leastAlive && !isOpen ? 'single' : 'choices';
}

function bareRepair({ start, end }: LostWord, { story }: ProseKnowledge): Repair {
  return {
    start,
    end,
    kind: 'encoding-lost-letter',
    story,
    readings: [],
    certainty: 'choices',
    evidence: { kind: 'model' },
  };
}

/** Whether a word with holes may be another, whole one, both in small letters. */
function fits(word: string, whole: string, letters: ReadonlySet<string>): boolean {
  if (word.length !== whole.length) return false;
  for (let i = 0; i < word.length; i++) {
    const want = whole.charAt(i);
    if (isHoleAt(word, i) ? !letters.has(want) : word.charAt(i) !== want) return false;
  }
  return true;
}

/** A word of small letters in the capitals of the damaged one. */
function dress(damaged: string, word: string, first: boolean): string {
  const alive = damaged.replace(/[?\ufffd]/g, '');
  const capitals = alive === alive.toUpperCase() && (alive.length > 1 || isHoleAt(damaged, 0));
  if (capitals) return word.toUpperCase();
  const capital = isHoleAt(damaged, 0) ? first || word !== word.toLowerCase() : /^\p{Lu}/u.test(damaged);
  const low = word.toLowerCase();
  return capital ? low.charAt(0).toUpperCase() + low.slice(1) : low;
}
