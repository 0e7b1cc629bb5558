import type { LineIndex, Steps } from '../text/index.ts';
import { firstIndex, Pace } from '../text/index.ts';
import type { ChangesSince } from './changes.ts';
import { findNumber, noBlocks } from './changes.ts';
import type { Examined } from './examine.ts';
import type { Message } from './message.ts';
import type { RawFinding, Sheet } from './settle.ts';
import { compareMessages } from './settle.ts';
import type { Ground } from './settle-blocks.ts';
import { dropRepeated, placeBase, settleBlock } from './settle-blocks.ts';
import type { Version } from './slide.ts';
import { Slide } from './slide.ts';

/** What the rules that see more than one block found. */
interface Findings {
  findingsIn(block: number): readonly RawFinding[];
  /** The blocks that have other findings since the last call. */
  takeTouched(): Iterable<number>;
}

const unread: Version = {
  examined: noBlocks,
  moved: [],
  lines: [],
  messages: [],
  before: [],
  reach: [],
};
// Numbers of blocks are less than this.
const anything = 2 ** 30;
const nothing = -1;
const none: readonly never[] = [];

/**
 * The messages of an article. Brought up to the next version by what differs: those of blocks before the change that speak
 * of none behind it are taken over as a list; those behind it are moved.
 */
export class Proof {
  #last = unread;

  /**
   * The messages in order. Stops after each few kilobytes that had to be settled.
   *
   * @param moved how far each block has moved since it was first read
   */
  *bringUp(
    examined: readonly Examined[],
    moved: readonly number[],
    changesSince: ChangesSince,
    findings: Findings,
    sheet: Sheet,
  ): Steps<readonly Message[]> {
    const last = this.#last;
    // Whoever overtakes this check begins anew.
    this.#last = unread;
    const touched = findings.takeTouched();
    const { head, tail } = changesSince(last.examined);
    // A first version knows none of them.
    for (const number of last.examined.length > 0 ? touched : none) {
      const i = findNumber(last.examined, number);
      if (i >= 0) last.reach[i] = anything;
    }
    const { lines } = sheet;
    const still = countStill(last, examined, moved, lines, head);
    const firstMoved = examined[still]?.number ?? anything;
    const ground = lookAround(examined, moved, sheet);
    const from = examined.length - tail;
    const gone = last.examined.length - examined.length;
    const slide = new Slide(last, examined, moved, lines, still, Math.max(still, from));
    const messages: Message[] = [];
    const before = [0];
    const reach: number[] = [];
    const pace = new Pace();
    let isNested = false;
    // A function of its own: V8 makes it fast, unlike one that stops.
    const add = (i: number, was: number): number => {
      let reached = last.reach[was] ?? anything;
      if (reached < firstMoved && i < still) {
        for (let k = last.before[was] ?? 0; k < (last.before[was + 1] ?? 0); k++) {
          const message = last.messages[k];
          if (message) messages.push(message);
        }
        return reached;
      }
      if (reached === nothing) return nothing;
      const count = messages.length;
      if (reached === anything || i < slide.from || !slide.take(was, messages)) {
        const one = examined[i];
        // Those that were not touched have the findings that they had.
        const wide = reached === anything ? findings.findingsIn(one?.number ?? 0) : (one?.laid?.wide ?? none);
        const laid = one && settleBlock(one, i, wide, ground, sheet);
        const now = laid?.messages ?? none;
        for (let k = 0; k < now.length; k++) {
          const message = now[k];
          if (message) messages.push(message);
        }
        reached = laid ? (laid.mayMove ? laid.reach : anything) : nothing;
      }
      const above = messages[count - 1];
      const own = messages[count];
      isNested ||= above !== undefined && own !== undefined && compareMessages(above, own) > 0;
      return reached;
    };
    for (let i = 0; i < examined.length; i++) {
      const was = i < head ? i : i >= from ? i + gone : -1;
      reach.push(add(i, was));
      before.push(messages.length);
      if (was < 0 && pace.isDue(examined[i]?.block.text.length ?? 0)) yield;
    }
    // Blocks stand in order; only a format that nests them can break it, or say one thing of one place in two blocks.
    if (isNested) return dropRepeated(messages.sort(compareMessages));
    this.#last = { examined, moved, lines, messages, before, reach };
    return messages;
  }
}

/**
 * How many of the first blocks stand where they stood, line for line: a line more or less between two paragraphs may move
 * no letter of them.
 *
 * @param head how many are the same
 */
function countStill(
  last: Version,
  examined: readonly Examined[],
  moved: readonly number[],
  lines: LineIndex,
  head: number,
): number {
  const turn = firstOther(last.lines, lines);
  let still = 0;
  while (still < head && moved[still] === last.moved[still]) still++;
  return firstIndex(still, (i) => (examined[i]?.block.start ?? 0) + (moved[i] ?? 0) >= turn);
}

/** Where the first line begins that begins elsewhere in another version, in the one where it comes first. */
function firstOther(before: LineIndex, now: LineIndex): number {
  let i = 0;
  while (i < now.length && before[i] === now[i]) i++;
  return Math.min(before[i] ?? Infinity, now[i] ?? Infinity);
}

function lookAround(examined: readonly Examined[], moved: readonly number[], { lines }: Sheet): Ground {
  const baseAt = (i: number) => {
    const one = examined[i];
    return one && placeBase(one, moved[i] ?? 0, lines);
  };
  return {
    baseAt,
    baseOf(other) {
      if (examined[other.at]?.number !== other.block) other.at = findNumber(examined, other.block);
      return baseAt(other.at);
    },
  };
}
