import type { LineIndex } from '../text/index.ts';
import { firstIndex } from '../text/index.ts';
import type { Examined } from './examine.ts';
import type { Message, RelatedPlace } from './message.ts';
import { moveAlong, replaceMessage } from './message.ts';

/** The messages of a version of an article. */
export interface Version {
  readonly examined: readonly Examined[];
  readonly moved: readonly number[];
  readonly lines: LineIndex;
  /** In the order of their blocks. */
  readonly messages: readonly Message[];
  /** How many stand before each block, and in all. */
  readonly before: readonly number[];
  /** The last block that the messages of each block speak of, itself at least; `nothing` or `anything`. */
  readonly reach: number[];
}

/**
 * The blocks behind a change, where all of them slid along by as much and none up or down: of their messages only the
 * offsets are others, so that nobody has to look at what they are of.
 */
export class Slide {
  /** The first of them; behind all where there are none. */
  readonly from: number;
  readonly #last: Version;
  readonly #shift: number;
  /** In the version before: what stands in front of `#still` stands there now, what stands from `#slid` on slid along. */
  readonly #still: number;
  readonly #slid: number;

  /**
   * @param last the version before
   * @param still how many of the first blocks stand where they stood
   * @param low from which block on all are the same
   */
  constructor(
    last: Version,
    examined: readonly Examined[],
    moved: readonly number[],
    lines: LineIndex,
    still: number,
    low: number,
  ) {
    const gone = last.examined.length - examined.length;
    const startOf = (i: number) => (examined[i]?.block.start ?? 0) + (moved[i] ?? 0);
    const shift = (moved.at(-1) ?? 0) - (last.moved.at(-1) ?? 0);
    let from = examined.length;
    while (from > low && (moved[from - 1] ?? 0) - (last.moved[from - 1 + gone] ?? 0) === shift) from--;
    let line = lines.length;
    if (line === last.lines.length)
      while (line > 0 && (lines[line - 1] ?? 0) - (last.lines[line - 1] ?? 0) === shift) line--;
    const lineStart = lines[line] ?? Number.POSITIVE_INFINITY;
    this.from = from + firstIndex(examined.length - from, (k) => startOf(from + k) >= lineStart);
    this.#last = last;
    this.#shift = shift;
    const placeBefore = (i: number) => (last.examined[i]?.block.start ?? Infinity) + (last.moved[i] ?? 0);
    this.#still = placeBefore(still);
    this.#slid = placeBefore(this.from + gone);
  }

  /**
   * Adds the messages of a block as they are now.
   *
   * @param was its place among the blocks of the version before
   * @returns false, and adds nothing, where they speak of a block that did more than to slide
   */
  take(was: number, messages: Message[]): boolean {
    const { before, messages: all } = this.#last;
    const from = before[was] ?? 0;
    const to = before[was + 1] ?? 0;
    for (let k = from; k < to; k++)
      for (const { place } of all[k]?.related ?? none)
        if (place.start.offset >= this.#still && place.start.offset < this.#slid) return false;
    for (let k = from; k < to; k++) {
      const message = all[k];
      if (message) messages.push(this.#move(message));
    }
    return true;
  }

  #move(message: Message): Message {
    if (this.#shift === 0) return message;
    return replaceMessage(message, moveAlong(message.place, this.#shift), this.#moveRelated(message.related));
  }

  #moveRelated(related: readonly RelatedPlace[]): readonly RelatedPlace[] {
    let stand = true;
    for (const { place } of related) stand &&= place.start.offset < this.#slid;
    if (stand) return related;
    return related.map((there) =>
      there.place.start.offset < this.#slid
        ? there
        : { message: there.message, place: moveAlong(there.place, this.#shift) },
    );
  }
}

const none: readonly never[] = [];
