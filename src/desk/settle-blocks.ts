import type { LineIndex } from '../text/index.ts';
import { pointAt } from '../text/index.ts';
import { findNumber } from './changes.ts';
import type { Examined, Laid, Other, Settled } from './examine.ts';
import type { Base } from './layer.ts';
import type { Message, Place, RelatedPlace } from './message.ts';
import type { RawFinding, Sheet } from './settle.ts';
import { compareMessages, reachesOut, settleFinding } from './settle.ts';
import type { Steps } from './steps.ts';

/**
 * The messages of all blocks in order. What was settled before is only moved: a block's own messages are kept with the
 * block, those that speak of other blocks with their findings. Stops after each block that has any.
 *
 * @param moved how far each block has moved since it was first read
 * @param findingsIn findings in a block of the rules that see more than one
 */
export function* settleBlocks(
  examined: readonly Examined[],
  moved: readonly number[],
  findingsIn: (block: number) => readonly RawFinding[],
  sheet: Sheet,
): Steps<readonly Message[]> {
  const messages: Message[] = [];
  const { lines } = sheet;
  const baseOf: BaseOf = (number) => {
    const i = findNumber(examined, number);
    const one = examined[i];
    return one && placeBase(one, moved[i] ?? 0, lines);
  };
  let isNested = false;
  for (let i = 0; i < examined.length; i++) {
    const one = examined[i];
    if (!one) continue;
    const wide = findingsIn(one.number);
    if (one.findings.length === 0 && wide.length === 0) continue;
    const base = placeBase(one, moved[i] ?? 0, lines);
    if (!one.laid || !stands(one.laid, base, wide, baseOf)) {
      yield;
      one.laid = (one.laid && moveLaid(one.laid, base, wide, baseOf)) ?? layOut(one, base, wide, baseOf, sheet);
    }
    const before = messages.at(-1);
    const own = one.laid?.messages ?? none;
    isNested ||= before !== undefined && own[0] !== undefined && compareMessages(before, own[0]) > 0;
    for (const message of own) messages.push(message);
  }
  // Blocks stand in order; only a format that nests them can break it, or say one thing of one place in two blocks.
  return isNested ? dropRepeated(messages.sort(compareMessages)) : messages;
}

/** Where the block with a number stands. */
type BaseOf = (number: number) => Base | undefined;

/** Settles what is said in a block. */
function layOut(one: Examined, base: Base, wide: readonly RawFinding[], baseOf: BaseOf, sheet: Sheet): Laid {
  const { messages: own, reaching } = settleOwn(one, base, sheet);
  if (reaching.length + wide.length === 0)
    return { messages: dropRepeated(own), base, wide, others: none, mayMove: true };
  const messages = own.slice();
  const othersOf = new Map<Message, readonly Other[]>();
  let mayMove = true;
  const add = (raw: RawFinding) => {
    const message = settleReaching(raw, one, base, baseOf, sheet);
    const { related = none, inSource } = raw.finding;
    // What stood beyond its block may stand within it in the next version.
    if (inSource || related.length !== (message?.related.length ?? 0)) mayMove = false;
    if (!message) return;
    messages.push(message);
    if (related.length > 0)
      othersOf.set(
        message,
        related.map(({ block }) => ({ block, base: baseOf(block) ?? base })),
      );
  };
  for (const raw of reaching) add(raw);
  for (const raw of wide) add(raw);
  const laid = dropRepeated(messages.sort(compareMessages));
  const others = othersOf.size > 0 ? laid.map((message) => othersOf.get(message) ?? none) : none;
  return { messages: laid, base, wide, others, mayMove };
}

/** Whether messages and all that they speak of stand where they stood. */
function stands({ base, wide, others }: Laid, now: Base, found: readonly RawFinding[], baseOf: BaseOf): boolean {
  return (
    base === now && wide === found && others.every((own) => own.every(({ block, base }) => base === baseOf(block)))
  );
}

/** The same messages moved along their lines; undefined where that is not all that happened. */
function moveLaid(laid: Laid, base: Base, wide: readonly RawFinding[], baseOf: BaseOf): Laid | undefined {
  if (!laid.mayMove || laid.wide !== wide || !isMoved(laid.base, base)) return undefined;
  if (!laid.others.every((own) => own.every((other) => isMoved(other.base, baseOf(other.block))))) return undefined;
  const shift = base.start - laid.base.start;
  const messages: Message[] = [];
  for (const [i, message] of laid.messages.entries()) {
    const place = moveAlong(message.place, shift);
    const others = laid.others[i] ?? none;
    if (others.length === 0) messages.push({ ...message, place });
    else messages.push({ ...message, place, related: moveRelated(message.related, others, baseOf) });
  }
  const others =
    laid.others === none
      ? none
      : laid.others.map((own) => own.map((other) => ({ ...other, base: baseOf(other.block) ?? other.base })));
  return { messages, base, wide, others, mayMove: true };
}

function moveRelated(related: readonly RelatedPlace[], others: readonly Other[], baseOf: BaseOf): RelatedPlace[] {
  return related.map((there, k) => {
    const other = others[k];
    const by = other ? (baseOf(other.block) ?? other.base).start - other.base.start : 0;
    return by === 0 ? there : { message: there.message, place: moveAlong(there.place, by) };
  });
}

/** Whether a block says the same in the same line and column. */
const isMoved = (a: Base, b: Base | undefined): boolean =>
  b !== undefined && a.parsed === b.parsed && a.line === b.line && a.column === b.column;

const moveAlong = ({ start, end }: Place, by: number): Place => ({
  start: { line: start.line, column: start.column, offset: start.offset + by },
  end: { line: end.line, column: end.column, offset: end.offset + by },
});

/** Where a block stands now: the same object as before where it stands there still. */
function placeBase(one: Examined, moved: number, lines: LineIndex): Base {
  const { base } = one;
  if (base && base.moved === moved) {
    const { start, line, column } = base;
    const next = lines[line] ?? Number.POSITIVE_INFINITY;
    if (lines[line - 1] === start - column + 1 && start < next) return base;
  }
  // Where its text begins: markup that stands before it is the block's too.
  const start = one.block.map.origin + moved;
  const { line, column } = pointAt(lines, start);
  one.base = { parsed: one.parsed, moved, start, line, column };
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
        messages: messages.map((message) => ({ ...message, place: movePlace(message.place, from, base, sheet) })),
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
function settleReaching(raw: RawFinding, one: Examined, base: Base, baseOf: BaseOf, sheet: Sheet): Message | undefined {
  const bases = [base];
  for (const { block } of raw.finding.related ?? none) {
    const there = baseOf(block);
    if (there) bases.push(there);
  }
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
  return { ...message, place: move(message.place, 0), related };
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
function dropRepeated(messages: readonly Message[]): readonly Message[] {
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
