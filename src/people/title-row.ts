import { foldedAt, Gap, isStop } from './atoms.ts';
import type { OfficeUse, RankUse } from './cast.ts';
import { Clue, mayBeginTitle } from './clues.ts';
import { look } from './look.ts';
import { beginsName } from './names.ts';
import type { Seen } from './phrases.ts';
import { nothing } from './phrases.ts';
import { Caps } from './pieces.ts';
import type { Reader } from './reader.ts';
import { isAbbreviation, isGiven } from './reader.ts';
import type { Read } from './titles.ts';
import { endsPossessive, readOffice, readRank } from './titles.ts';

/** Titles that stand in a row, and where they lead. */
export interface Titles {
  start: number;
  next: number;
  rank: RankUse | undefined;
  offices: readonly OfficeUse[];
  honorific: string | undefined;
  /** «General Electric»: what looked like a rank is part of another name. */
  blocked: boolean;
}

/** Reads offices, ranks and courtesy titles from an atom on. */
export function readTitles(reader: Reader, from: number): Titles | undefined {
  const { atoms, clues } = reader;
  // Made when there is one: most words that may begin a title begin none.
  let titles: Titles | undefined;
  let k = from;
  for (let steps = 0; steps < 6 && k < atoms.count; steps++) {
    const gap = atoms.gap[k];
    let at = k;
    if (steps > 0) {
      if (gap === Gap.break) break;
      if (isStop(gap) && !isAbbreviation(reader, k - 1)) break;
      if (endsPossessive(reader, k - 1)) break;
      if (
        titles?.offices.at(-1)?.letterCase === 'title' &&
        gap === Gap.space &&
        atoms.caps[k + 1] === Caps.title &&
        foldedAt(atoms, k) === 'and'
      )
        at = k + 1;
    }
    const clue = clues[at] ?? 0;
    if (!mayBeginTitle(clue, clues[at + 1] ?? 0)) break;
    const seen = look(reader, at);
    // Nothing as at most: «the», which a country begins with.
    const office = seen !== nothing || clue & Clue.modifier ? readOffice(reader, at, seen) : undefined;
    const rank = seen.rank ? readRankBefore(reader, at, seen, office !== undefined) : undefined;
    if (!office && !rank && !(clue & Clue.honorific)) break;
    titles ??= { start: from, next: from, rank: undefined, offices: none, honorific: undefined, blocked: false };
    // Of a rank and an office at one place the longer stands; «Commander» is an office where «of» follows.
    if (office && (!rank || office.next > rank.next)) {
      // «Lieutenant General Sultan Kamalov»: after a rank the word is a given name.
      if (titles.rank && office.next === at + 1 && isGiven(reader, at)) break;
      if (steps > 0 && gap === Gap.comma && office.value.letterCase !== 'title') break;
      // As most, alone: a list that grew would keep room for sixteen more.
      titles.offices = titles.offices.length === 0 ? [office.value] : [...titles.offices, office.value];
      k = office.next;
    } else if (rank && at === k) {
      // «Mr. and Mrs. Major Morris»: after a courtesy title the word is a given name.
      if (titles.rank || titles.honorific) break;
      titles.rank = rank.value;
      k = rank.next;
    } else if (
      clue & Clue.honorific &&
      at === k &&
      isCapitalised(reader, at) &&
      (steps === 0 || gap === Gap.space || isStop(gap))
    ) {
      titles.honorific = reader.parsed.text.slice(atoms.start[at], atoms.end[at]);
      k = at + 1;
    } else break;
    titles.next = k;
  }
  return titles && titles.next > from ? titles : undefined;
}

const none: readonly OfficeUse[] = [];

/** «Commander» is a rank only before a name; elsewhere it is the office. */
function readRankBefore(reader: Reader, i: number, seen: Readonly<Seen>, office: boolean): Read<RankUse> | undefined {
  const rank = readRank(reader, i, seen);
  if (!rank || !office || !reader.lexicon.ranks.form(rank.value.id)?.traits?.includes('office')) return rank;
  const { atoms } = reader;
  const named = atoms.gap[rank.next] === Gap.space && beginsName(reader, rank.next) && !readRank(reader, rank.next);
  return named && rank.value.letterCase === 'title' ? rank : undefined;
}

const isCapitalised = ({ atoms }: Reader, i: number) => atoms.caps[i] === Caps.title;
