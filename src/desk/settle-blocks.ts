import type { LineIndex } from '../text/index.ts';
import { pointAt } from '../text/index.ts';
import type { Examined, Laid, Other, Settled } from './examine.ts';
import type { Base } from './layer.ts';
import type { Message, Place, RelatedPlace } from './message.ts';
import { moveAlong, replaceMessage } from './message.ts';
import type { RawFinding, Sheet } from './settle.ts';
import { compareMessages, reachesOut, settleFinding } from './settle.ts';

/** Where the blocks of an article stand. */
export interface Ground {
  baseAt(i: number): Base | undefined;
  /** Where another block stands; notes its place among all. */
  baseOf(other: Pick<Other, 'block' | 'at'>): Base | undefined;
}

/**
 * The messages of a block. What was settled before is only moved: a block's own messages are kept with the block, those that
 * speak of other blocks with their findings.
 *
 * @param i its place among all
 * @param wide findings of the rules that see more than one block
 * @returns undefined where nothing was found
 */
export function settleBlock(
  one: Examined,
  i: number,
  wide: readonly RawFinding[],
  ground: Ground,
  sheet: Sheet,
): Laid | undefined {
  if (one.findings.length === 0 && wide.length === 0) {
    one.laid = undefined;
    return undefined;
  }
  const base = ground.baseAt(i);
  if (base && (one.laid?.wide !== wide || !follow(one.laid, base, ground)))
    one.laid = layOut(one, base, wide, ground, sheet);
  return one.laid;
}

/** Settles what is said in a block. */
function layOut(one: Examined, base: Base, wide: readonly RawFinding[], ground: Ground, sheet: Sheet): Laid {
  const { messages: own, reaching } = settleOwn(one, base, sheet);
  if (reaching.length + wide.length === 0)
    return { messages: dropRepeated(own), base, wide, others: none, mayMove: true, reach: one.number };
  const messages = own.slice();
  const othersOf = new Map<Message, readonly Other[]>();
  let mayMove = true;
  let reach = one.number;
  const add = (raw: RawFinding) => {
    const { related = none, inSource } = raw.finding;
    const others: Other[] = [];
    for (const { block } of related) {
      const other = { block, at: 0, base };
      other.base = ground.baseOf(other) ?? base;
      reach = Math.max(reach, block);
      others.push(other);
    }
    const message = settleReaching(raw, one, base, others, sheet);
    // What stood beyond its block may stand within it in the next version.
    if (inSource || related.length !== (message?.related.length ?? 0)) mayMove = false;
    if (!message) return;
    messages.push(message);
    if (others.length > 0) othersOf.set(message, others);
  };
  for (const raw of reaching) add(raw);
  for (const raw of wide) add(raw);
  const laid = dropRepeated(messages.sort(compareMessages));
  const others = othersOf.size > 0 ? laid.flatMap((message) => othersOf.get(message) ?? none) : none;
  return { messages: laid, base, wide, others, mayMove, reach };
}

/**
 * Moves messages along their lines with the blocks that they speak of; those that stand where they stood stay the objects
 * that they were.
 *
 * @returns false where a block has done more than to move
 */
function follow(laid: Laid, base: Base, ground: Ground): boolean {
  const { others } = laid;
  const bases = basesOf(others, ground);
  if (!bases && laid.base === base) return true;
  if (!laid.mayMove || !isMoved(laid.base, base)) return false;
  if (bases) for (let k = 0; k < others.length; k++) if (!isMoved(others[k]?.base, bases[k])) return false;
  const shift = base.start - laid.base.start;
  const messages: Message[] = [];
  let k = 0;
  for (const message of laid.messages) {
    const there = k;
    k += message.related.length;
    const related = bases && there < k ? moveRelated(message.related, others, bases, there) : message.related;
    if (shift === 0 && related === message.related) messages.push(message);
    else messages.push(replaceMessage(message, moveAlong(message.place, shift), related));
  }
  laid.messages = messages;
  laid.base = base;
  bases?.forEach((now, k) => {
    const other = others[k];
    if (other && now) other.base = now;
  });
  return true;
}

/** Where other blocks stand now; undefined where all stand as they did. */
function basesOf(others: readonly Other[], ground: Ground): readonly (Base | undefined)[] | undefined {
  let stand = true;
  for (const other of others) stand &&= ground.baseOf(other) === other.base;
  return stand ? undefined : others.map(ground.baseOf);
}

/** @param first of the blocks in question among all that the block's messages speak of */
function moveRelated(
  related: readonly RelatedPlace[],
  others: readonly Other[],
  bases: readonly (Base | undefined)[],
  first: number,
): readonly RelatedPlace[] {
  let stand = true;
  const now: RelatedPlace[] = [];
  let k = first;
  for (const there of related) {
    const shift = (bases[k]?.start ?? 0) - (others[k]?.base.start ?? 0);
    k++;
    if (shift !== 0) stand = false;
    now.push(shift === 0 ? there : { message: there.message, place: moveAlong(there.place, shift) });
  }
  return stand ? related : now;
}

/** Whether a block says the same in the same line and column. */
const isMoved = (a: Base | undefined, b: Base | undefined): boolean =>
  a !== undefined && b !== undefined && a.parsed === b.parsed && a.line === b.line && a.column === b.column;

/** Where a block stands now: the same object as before where it stands there still. */
export function placeBase(one: Examined, moved: number, lines: LineIndex): Base {
  const { base, parsed } = one;
  // Where its text begins: markup that stands before it is the block's too.
  const start = base ? base.start - base.moved + moved : one.block.map.origin + moved;
  let line = base?.line ?? 0;
  const lineStart = lines[line - 1] ?? Number.POSITIVE_INFINITY;
  let column = start - lineStart + 1;
  // Most blocks stay on their line.
  if (column < 1 || start >= (lines[line] ?? Number.POSITIVE_INFINITY)) ({ line, column } = pointAt(lines, start));
  if (base?.start === start && base.line === line && base.column === column) return base;
  one.base = { parsed, moved, start, line, column };
  return one.base;
}

/** The messages of a block's own findings. */
function settleOwn(one: Examined, base: Base, sheet: Sheet): Settled {
  const { settled } = one;
  if (settled) {
    if (settled.base !== base) {
      const { base: from, messages } = settled;
      one.settled = {
        ...settled,
        base,
        messages: messages.map((message) =>
          replaceMessage(message, movePlace(message.place, from, base, sheet), message.related),
        ),
      };
    }
  } else {
    const own = one.findings.filter((raw) => !reachesOut(raw));
    one.settled = {
      messages: own
        .flatMap((raw) => settleFinding(raw, { layer: one, moved: base.moved }, sheet) ?? [])
        .sort(compareMessages),
      reaching: own.length === one.findings.length ? none : one.findings.filter(reachesOut),
      base,
    };
  }
  return one.settled ?? { messages: none, reaching: none, base };
}

const none: readonly never[] = [];

/** A message that speaks of other blocks: the one of the check before where it would come out the same. */
function settleReaching(
  raw: RawFinding,
  one: Examined,
  base: Base,
  others: readonly Other[],
  sheet: Sheet,
): Message | undefined {
  const bases = [base];
  for (const other of others) bases.push(other.base);
  const { reached } = raw;
  const message =
    reached && raw.finding.inSource === undefined && holds(reached, bases)
      ? reached.message && moveReaching(reached.message, reached.bases, bases, sheet)
      : settleFinding(raw, { layer: one, moved: base.moved }, sheet);
  raw.reached = { message, bases };
  return message;
}

/** Whether the blocks that a message speaks of say the same, that which it may name the line of on the same line. */
function holds({ message, bases }: NonNullable<RawFinding['reached']>, now: readonly Base[]): boolean {
  if (bases.length !== now.length || (message && message.related.length !== now.length - 1)) return false;
  // `{line}` is that of the first related place; its own where there is none.
  const told = Math.min(1, now.length - 1);
  for (let i = 0; i < now.length; i++) {
    const [a, b] = [bases[i], now[i]];
    if (a === b) continue;
    if (!a || !b || a.parsed !== b.parsed || (i === told && a.line !== b.line)) return false;
  }
  return true;
}

function moveReaching(message: Message, before: readonly Base[], now: readonly Base[], sheet: Sheet): Message {
  if (before.every((base, i) => base === now[i])) return message;
  const move = (place: Place, i: number) => {
    const [from, to] = [before[i], now[i]];
    return from && to ? movePlace(place, from, to, sheet) : place;
  };
  const related: RelatedPlace[] = [];
  for (const [i, there] of message.related.entries())
    related.push({ message: there.message, place: move(there.place, i + 1) });
  return replaceMessage(message, move(message.place, 0), related);
}

/** A place that moved with the block that it is in. */
function movePlace({ start, end }: Place, before: Base, now: Base, { lines }: Sheet): Place {
  const shift = now.start - before.start;
  const down = now.line - before.line;
  // Where a block begins in the same column, so does all of it.
  if (before.column === now.column)
    return {
      start: { line: start.line + down, column: start.column, offset: start.offset + shift },
      end: { line: end.line + down, column: end.column, offset: end.offset + shift },
    };
  return { start: pointAt(lines, start.offset + shift), end: pointAt(lines, end.offset + shift) };
}

/** One rule says one thing of one place once; that no dictionary has a word is no news where another rule says why. */
export function dropRepeated(messages: readonly Message[]): readonly Message[] {
  if (messages.length < 2) return messages;
  return messages.filter((message, i) => {
    if (message.ruleId === 'spelling' && isTold(messages, i)) return false;
    for (let j = i - 1; j >= 0 && isSamePlace(messages[j], message); j--) {
      const before = messages[j];
      const isSameThing = message.group !== '' && before?.group === message.group;
      if (before?.ruleId === message.ruleId && (isSameThing || before.reason === message.reason)) return false;
    }
    return true;
  });
}

// What these say of a name or a word tells why no dictionary has it.
const telling = new Set(['dialect', 'proper-case', 'country-spelling', 'name-consistency', 'name-slip', 'place-name']);

/** «South korea» is told, and «korea» in it not again; no more is «mln» in «5 mln», which another rule writes out. */
function isTold(messages: readonly Message[], i: number): boolean {
  const word = messages[i];
  return (
    word !== undefined &&
    messages
      .slice(Math.max(0, i - 3), i + 2)
      .some(
        ({ ruleId, place, expected: [fix] }) =>
          (telling.has(ruleId) || (ruleId !== 'spelling' && fix !== undefined && !fix.includes(word.actual))) &&
          place.start.offset <= word.place.start.offset &&
          word.place.end.offset <= place.end.offset,
      )
  );
}

function isSamePlace(a: Message | undefined, { place }: Message): boolean {
  return a?.place.start.offset === place.start.offset && a.place.end.offset === place.end.offset;
}
