import type { LineIndex } from '../text/index.ts';
import { pointAt } from '../text/index.ts';
import type { Examined, Laid, Settled } from './examine.ts';
import type { Base, Other } from './layer.ts';
import type { Message, Place, RelatedPlace } from './message.ts';
import { moveAlong, replaceMessage } from './message.ts';
import type { RawFinding, Reached, Sheet } from './settle.ts';
import { compareMessages, reachesOut, settleFinding, withoutGaps } from './settle.ts';

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
  const spoken = reaching.length === 0 ? wide : reaching.concat(wide);
  if (spoken.length === 0)
    return { messages: dropRepeated(own), base, wide, others: none, mayMove: true, reach: one.number };
  let mayMove = true;
  let reach = one.number;
  const messages: Message[] = [];
  for (const raw of spoken) {
    const { related = none, inSource } = raw.finding;
    const others = related.length > 0 ? related.map(({ block }) => lookUp(block, base, ground)) : none;
    const message = settleReaching(raw, base, others, sheet);
    // What stood beyond its block may stand within it in the next version.
    if (inSource || related.length !== (message?.related.length ?? 0)) mayMove = false;
    for (const { block } of related) reach = Math.max(reach, block);
    if (message) messages.push(message);
  }
  const laid = dropRepeated(own.concat(messages).sort(compareMessages));
  return { messages: laid, base, wide, others: gatherOthers(laid, spoken), mayMove, reach };
}

function lookUp(block: number, base: Base, ground: Ground): Other {
  const other = { block, at: 0, base };
  other.base = ground.baseOf(other) ?? base;
  return other;
}

/** The blocks that messages speak of, in step with the related places of all. */
function gatherOthers(messages: readonly Message[], spoken: readonly RawFinding[]): readonly Other[] {
  const one = spoken.length === 1 ? spoken[0]?.reached : undefined;
  if (one?.message && one.message === messages[0]) return one.others;
  const othersOf = new Map<Message | undefined, readonly Other[]>();
  for (const { reached } of spoken)
    if (reached && reached.others.length > 0) othersOf.set(reached.message, reached.others);
  return othersOf.size > 0 ? messages.flatMap((message) => othersOf.get(message) ?? none) : none;
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
  if (bases) laid.others = others.map(({ block, at, base }, k) => ({ block, at, base: bases[k] ?? base }));
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
  one.base = { layer: one, parsed, moved, start, line, column };
  return one.base;
}

/** The messages of a block's own findings. */
function settleOwn(one: Examined, base: Base, sheet: Sheet): Omit<Settled, 'base'> {
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
    const { findings } = one;
    if (findings.length === 0) return nothing;
    const reaching = findings.some(reachesOut) ? findings.filter(reachesOut) : none;
    const own = reaching.length === 0 ? findings : findings.filter((raw) => !reachesOut(raw));
    const messages = own.map((raw) => settleFinding(raw, base, none, sheet));
    one.settled = { messages: withoutGaps(messages).sort(compareMessages), reaching, base };
  }
  return one.settled ?? nothing;
}

const none: readonly never[] = [];
const nothing = { messages: none, reaching: none };

/** A message that speaks of other blocks: the one of the check before where it would come out the same. */
function settleReaching(raw: RawFinding, base: Base, others: readonly Other[], sheet: Sheet): Message | undefined {
  const { reached } = raw;
  const message =
    reached && raw.finding.inSource === undefined && holds(reached, base, others)
      ? reached.message && moveReaching(reached.message, reached, base, others, sheet)
      : settleFinding(raw, base, others, sheet);
  raw.reached = { message, base, others };
  return message;
}

/** Whether the blocks that a message speaks of say the same, that which it may name the line of on the same line. */
function holds(reached: Reached, base: Base, others: readonly Other[]): boolean {
  const { message, others: before } = reached;
  if (before.length !== others.length || (message && message.related.length !== others.length)) return false;
  // `{line}` is that of the first related place; its own where there is none.
  if (!isSaid(reached.base, base, others.length === 0)) return false;
  for (let k = 0; k < others.length; k++) if (!isSaid(before[k]?.base, others[k]?.base, k === 0)) return false;
  return true;
}

const isSaid = (before: Base | undefined, now: Base | undefined, onLine: boolean): boolean =>
  before === now || (before?.parsed === now?.parsed && (!onLine || before?.line === now?.line));

function moveReaching(
  message: Message,
  { base: from, others: before }: Reached,
  base: Base,
  others: readonly Other[],
  sheet: Sheet,
): Message {
  if (from === base && others.every((other, k) => other.base === before[k]?.base)) return message;
  const related = message.related.map((there, k): RelatedPlace => {
    const [was, now] = [before[k]?.base, others[k]?.base];
    return was && now ? { message: there.message, place: movePlace(there.place, was, now, sheet) } : there;
  });
  return replaceMessage(message, movePlace(message.place, from, base, sheet), related);
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

/**
 * «South korea» is told, and «korea» in it not again; no more is «mln» in «5 mln», which another rule writes out, nor
 * «colour’s» where «colour» is.
 */
function isTold(messages: readonly Message[], i: number): boolean {
  const word = messages[i];
  if (!word) return false;
  const possessive = /['’]s?$/.exec(word.actual)?.[0] ?? '';
  const end = word.place.end.offset - possessive.length;
  return messages
    .slice(Math.max(0, i - 3), i + 2)
    .some(
      ({ ruleId, place, expected: [fix] }) =>
        (telling.has(ruleId) || (ruleId !== 'spelling' && fix !== undefined && !fix.includes(word.actual))) &&
        place.start.offset <= word.place.start.offset &&
        end <= place.end.offset,
    );
}

function isSamePlace(a: Message | undefined, { place }: Message): boolean {
  return a?.place.start.offset === place.start.offset && a.place.end.offset === place.end.offset;
}
