import type { BodyUse } from './cast.ts';
import type { Reader } from './reader.ts';
import { Clue, readLetterCase } from './reader.ts';

/** How many words of a body stand at an atom. */
export function bodyLength(reader: Reader, i: number): number {
  const { atoms, clues, lexicon } = reader;
  if (!((clues[i] ?? 0) & Clue.body)) return 0;
  return lexicon.offices.bodies.longestIn(atoms.folded, i, atoms.runEnd[i] ?? 0)?.length ?? 0;
}

/** The bodies of a block, in the order of the text. */
export function readBodies(reader: Reader): BodyUse[] {
  const { atoms, clues, lexicon } = reader;
  const bodies: BodyUse[] = [];
  for (let i = 0; i < atoms.count; i++) {
    if (!((clues[i] ?? 0) & Clue.body)) continue;
    const hit = lexicon.offices.bodies.longestIn(atoms.folded, i, atoms.runEnd[i] ?? 0);
    if (!hit) continue;
    const next = i + hit.length;
    bodies.push({
      id: hit.value.id,
      span: { start: atoms.start[i] ?? 0, end: atoms.end[next - 1] ?? 0 },
      letterCase: readLetterCase(reader, i, next),
      proper: hit.value.traits?.includes('proper') ?? false,
    });
    i = next - 1;
  }
  return bodies;
}
