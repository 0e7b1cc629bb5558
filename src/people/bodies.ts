import type { BodyUse } from './cast.ts';
import { Clue } from './clues.ts';
import { look } from './look.ts';
import type { Reader } from './reader.ts';
import { readLetterCase } from './reader.ts';

/** The bodies of a block, in the order of the text. */
export function readBodies(reader: Reader): readonly BodyUse[] {
  const { atoms, clues } = reader;
  const { starts, startCount } = atoms;
  if (!(atoms.allClues & Clue.body)) return none;
  const bodies: BodyUse[] = [];
  let next = 0;
  for (let s = 0; s < startCount; s++) {
    const i = starts[s] ?? 0;
    if (i < next || !((clues[i] ?? 0) & Clue.body)) continue;
    const { body, bodyLength } = look(reader, i);
    if (!body) continue;
    next = i + bodyLength;
    bodies.push({
      id: body.id,
      span: { start: atoms.start[i] ?? 0, end: atoms.end[next - 1] ?? 0 },
      letterCase: readLetterCase(reader, i, next),
      proper: body.traits?.includes('proper') ?? false,
    });
  }
  return bodies.length > 0 ? bodies.slice() : none;
}

const none: readonly BodyUse[] = [];
