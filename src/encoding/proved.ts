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
import { findDropped } from './dropped.ts';
import type { Suspicions } from './inspect.ts';
import type { Knowledge } from './knowledge.ts';
import { findMisread } from './misread.ts';
import { findMojibake } from './mojibake.ts';
import { findOneByte } from './onebyte.ts';
import type { Repair } from './repair.ts';

/** Repairs that need no knowledge of names, in rising order, none overlapping. */
export function findProved(
  text: string,
  seen: Suspicions,
  { tables, misread, names, models, isWord }: Knowledge,
): Repair[] {
  const mojibake = seen.misread || seen.holes ? findMojibake(text, tables) : [];
  const found = [
    ...(seen.misread ? findDropped(text, mojibake, tables, names) : []),
    ...mojibake,
    ...(seen.misread && mojibake.length === 0 ? findOneByte(text, tables, names, () => models()?.prose) : []),
    ...(seen.entities ? findEntities(text, tables) : []),
    ...(seen.characters ? findInvisible(text, tables) : []),
    ...(seen.characters ? findDecomposed(text, tables) : []),
    ...(seen.characters ? findLigatures(text, tables) : []),
    ...(seen.characters ? findHomoglyphs(text, tables) : []),
    ...(seen.apostrophes ? findApostrophes(text) : []),
    ...(seen.misread && mojibake.length === 0 ? findCentral(text, tables, names) : []),
    ...(seen.misread ? findMisread(text, misread, names, isWord) : []),
    ...(seen.misread && mojibake.length === 0 ? findControls(text, tables) : []),
  ];
  const kept: Repair[] = [];
  for (const repair of found) {
    const clash = kept.find((other) => repair.end > other.start && repair.start < other.end);
    if (!clash) kept.push(repair);
    else if (clash.start <= repair.start && clash.end >= repair.end) {
      // Two kinds of damage in one word: «Yýldýz&#039;s».
      const damaged = text.slice(repair.start, repair.end);
      clash.readings = clash.readings.map((reading) => reading.replace(damaged, () => repair.readings[0] ?? damaged));
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
