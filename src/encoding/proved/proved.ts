import { firstIndex } from '../../text/index.ts';
import type { Suspicions } from '../inspect.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { gatherBeyond } from './beyond.ts';
import { findCentral } from './central.ts';
import {
  findApostrophes,
  findDecomposed,
  findEntities,
  findHomoglyphs,
  findInvisible,
  findLigatures,
} from './characters.ts';
import { findControls } from './controls.ts';
import { findDoubleByte } from './double-byte.ts';
import { findDropped } from './dropped.ts';
import { findDroppedMarks } from './dropped-marks.ts';
import { findEscapes } from './escapes.ts';
import { findFolded } from './folded.ts';
import { findLowerCased } from './lower-cased.ts';
import { findMarksPage } from './marks-page.ts';
import { findMisread, isMisread } from './misread.ts';
import { findMojibake } from './mojibake.ts';
import { findOem } from './oem.ts';
import { findOneByte } from './onebyte.ts';
import { findProsePage } from './prose-page.ts';
import { findSamePage, gatherMixUps, withSiblings } from './same-page.ts';
import { isSound } from './sound.ts';
import { findTurkishCase } from './turkish-case.ts';

/** Repairs that need no knowledge of names, in rising order, none overlapping. */
export function findProved(text: string, seen: Suspicions, knowledge: Knowledge): Repair[] {
  if (!seen.entities && !seen.apostrophes && isSound(text, knowledge))
    return seen.misread ? findFolded(text, knowledge) : [];
  const { tables, misread, names, given, prose, isWord, isEnglish } = knowledge;
  const beyond = seen.misread || seen.holes ? gatherBeyond(text) : '';
  const mojibake = findMojibake(text, beyond, tables);
  const found: Repair[] = [];
  const add = (repairs: readonly Repair[]) => {
    for (const one of repairs) found.push(one);
  };
  const isUnread = mojibake.length === 0;
  if (seen.misread) add(findDropped(text, beyond, mojibake, tables, knowledge));
  add(mojibake);
  if (seen.misread) {
    if (isUnread) add(findLowerCased(text, beyond, tables));
    add(findDroppedMarks(text, beyond, tables, isEnglish));
    add(findDoubleByte(text, beyond, tables));
    if (isUnread) {
      add(findMarksPage(text, beyond, tables, isEnglish));
      add(findProsePage(text, beyond, tables));
      add(findOneByte(text, beyond, tables, names, prose));
      add(findOem(text, beyond, tables, names));
    }
  }
  if (seen.entities) {
    add(findEntities(text, tables));
    add(findEscapes(text, tables));
  }
  if (seen.characters) {
    add(findInvisible(text, tables));
    add(findDecomposed(text, tables));
    add(findLigatures(text, tables));
    add(findHomoglyphs(text, tables));
  }
  if (seen.misread) add(findTurkishCase(text, beyond, isEnglish, isWord, (one) => names().has(one)));
  if (seen.apostrophes) add(findApostrophes(text));
  if (seen.misread) {
    if (isUnread) add(findCentral(text, beyond, tables, names));
    add(findMisread(text, beyond, misread, names, given, isWord));
    if (isUnread) {
      add(findControls(text, beyond, tables));
      add(findFolded(text, knowledge));
    }
  }
  if (found.length === 0) return found;
  // In rising order.
  const kept: Repair[] = [];
  for (const repair of found) {
    const at = firstIndex(kept.length, (i) => (kept[i]?.end ?? 0) > repair.start);
    const clash = kept[at];
    if (!clash || clash.start >= repair.end) kept.splice(at, 0, repair);
    else if (clash.start <= repair.start && clash.end >= repair.end) {
      // Two kinds of damage in one word: «Yýldýz&#039;s».
      const damaged = text.slice(repair.start, repair.end);
      clash.readings = clash.readings.map((reading) => reading.replace(damaged, () => repair.readings[0] ?? damaged));
    }
  }
  return kept;
}

/**
 * What a document's words prove of its other texts: pages that were mixed up.
 *
 * @param texts each text with the repairs that it proves by itself
 * @returns gives all repairs of a text, those that it proves by itself among them; undefined where nothing was mixed up
 */
export function findTold(
  texts: readonly { text: string; repairs: readonly Repair[] }[],
  { tables, misread, names, given, isWord }: Knowledge,
): ((text: string, own: readonly Repair[]) => Repair[]) | undefined {
  const all = texts.flatMap(({ repairs }) => repairs);
  const turkish = all.some(isMisread);
  const mixUps = all.some(({ pages }) => pages) ? gatherMixUps(texts, tables) : [];
  if (!turkish && mixUps.length === 0) return undefined;
  // A document was written with one page.
  const main = mixUps
    .filter(({ ofProse }) => ofProse)
    .slice(0, 1)
    .flatMap((mixUp) => withSiblings(mixUp, tables));
  return (text, own) => {
    // Where its prose was misread, a headline's words were, whatever else they look like by themselves.
    const first = main.length > 0 ? findSamePage(text, main, names(), []).filter(isNoPartOf(own)) : [];
    const taken = [...first, ...own.filter(isFreeOf(first))];
    const found = mixUps.length > 0 ? [...taken, ...findSamePage(text, mixUps, names(), taken)] : taken;
    const more = turkish ? findMisread(text, text, misread, names, given, isWord, true).filter(isFreeOf(found)) : [];
    return [...found, ...more].sort((a, b) => a.start - b.start);
  };
}

/** A sign may be a letter of pages that the mix-up does not have: a word with it was read whole. */
const isNoPartOf =
  (own: readonly Repair[]) =>
  ({ start, end }: Repair): boolean =>
    !own.some((one) => one.pages && one.start <= start && one.end >= end && one.end - one.start > end - start);

const isFreeOf =
  (taken: readonly Repair[]) =>
  ({ start, end }: Repair): boolean =>
    taken.every((one) => one.end <= start || one.start >= end);
