import { copyText, pointAt } from '../text/index.ts';
import type { Examined, Footing, Reached, Settled } from './examine.ts';
import type { Message, Place } from './message.ts';
import { isSameFinding } from './same-finding.ts';
import type { RawFinding, Sheet } from './settle.ts';
import { compareMessages, reachesOut, settleFinding } from './settle.ts';
import type { Steps } from './steps.ts';

/**
 * The messages of all blocks in order. Those of a block's own findings are kept with it and only moved. Stops after each
 * block that has any.
 *
 * @param extra findings of the article rules by block
 */
export function* settleBlocks(
  examined: readonly Examined[],
  extra: ReadonlyMap<number, readonly RawFinding[]>,
  sheet: Sheet,
): Steps<Message[]> {
  const messages: Message[] = [];
  for (const [i, one] of examined.entries()) {
    const more = extra.get(i);
    if (one.findings.length === 0 && !more) continue;
    yield;
    const { messages: own, reaching } = settleOwn(one, sheet);
    if (reaching.length === 0 && !more) {
      for (const message of own) messages.push(message);
      continue;
    }
    const together = [...own, ...settleReaching([...reaching, ...(more ?? [])], one, examined, sheet)].sort(
      compareMessages,
    );
    for (const message of together) messages.push(message);
  }
  // Blocks stand in order; only a format that nests them can break it.
  for (let i = 1; i < messages.length; i++) {
    const [a, b] = [messages[i - 1], messages[i]];
    if (a && b && compareMessages(a, b) > 0) {
      messages.sort(compareMessages);
      break;
    }
  }
  return dropRepeated(messages);
}

function settleOwn(one: Examined, sheet: Sheet): Settled {
  const { block } = one;
  const { line, column } = pointAt(sheet.lines, block.start);
  const written = block.map.stretches.length > 0 ? sheet.source.slice(block.start, block.end) : undefined;
  const { settled } = one;
  if (settled && settled.written === written) {
    if (settled.start === block.start && settled.line === line) return settled;
    const shift = block.start - settled.start;
    const down = line - settled.line;
    // Where the block begins in the same column, so does all of it.
    const move =
      settled.column === column
        ? (place: Place) => slide(place, shift, down)
        : (place: Place) => movePlace(place, shift, sheet);
    one.settled = {
      ...settled,
      messages: settled.messages.map((message) => ({ ...message, place: move(message.place) })),
      start: block.start,
      line,
      column,
    };
    return one.settled;
  }
  const reaching = one.findings.filter(reachesOut);
  const own = reaching.length === 0 ? one.findings : one.findings.filter((finding) => !reaching.includes(finding));
  one.settled = {
    messages: settleAll(own, one, sheet).sort(compareMessages),
    reaching,
    start: block.start,
    line,
    column,
    written: written === undefined ? undefined : copyText(written),
  };
  return one.settled;
}

/** Messages that depend on other blocks: the one of the check before where it would come out the same. */
function settleReaching(
  findings: readonly RawFinding[],
  one: Examined,
  examined: readonly Examined[],
  sheet: Sheet,
): Message[] {
  const before = one.reached;
  const reached = findings.map((raw, i): Reached => {
    const blocks = [one, ...(raw.finding.related ?? []).flatMap(({ block }) => examined[block] ?? [])];
    const footing = blocks.map(({ parsed, block }) => ({
      parsed,
      start: block.start,
      line: pointAt(sheet.lines, block.start).line,
    }));
    const known = [before[i], ...before].find((other) => other && holds(other, raw, footing));
    const isPlain = blocks.every(({ block }) => block.map.stretches.length === 0);
    const message = known && isPlain ? moveReaching(known, footing, sheet) : settleFinding(raw, one, sheet);
    return { raw, message, footing };
  });
  one.reached = reached;
  return reached.flatMap(({ message }) => message ?? []);
}

/** Whether a finding is settled on the same texts on the same lines. */
function holds({ raw, footing, message }: Reached, now: RawFinding, there: readonly Footing[]): boolean {
  return (
    raw.rule === now.rule &&
    footing.length === there.length &&
    (message === undefined || message.related.length === footing.length - 1) &&
    footing.every(({ parsed, line }, i) => parsed === there[i]?.parsed && line === there[i]?.line) &&
    isSameFinding(raw.finding, now.finding)
  );
}

function moveReaching({ message, footing }: Reached, now: readonly Footing[], sheet: Sheet): Message | undefined {
  const shifts = footing.map(({ start }, i) => (now[i]?.start ?? start) - start);
  if (!message || shifts.every((shift) => shift === 0)) return message;
  const related = message.related.map(({ message: said, place }, i) => ({
    message: said,
    place: movePlace(place, shifts[i + 1] ?? 0, sheet),
  }));
  return { ...message, place: movePlace(message.place, shifts[0] ?? 0, sheet), related };
}

function settleAll(findings: readonly RawFinding[], one: Examined, sheet: Sheet): Message[] {
  return findings.flatMap((finding) => settleFinding(finding, one, sheet) ?? []);
}

const slide = ({ start, end }: Place, shift: number, down: number): Place => ({
  start: { line: start.line + down, column: start.column, offset: start.offset + shift },
  end: { line: end.line + down, column: end.column, offset: end.offset + shift },
});

function movePlace({ start, end }: Place, shift: number, { lines }: Sheet): Place {
  return { start: pointAt(lines, start.offset + shift), end: pointAt(lines, end.offset + shift) };
}

/** One rule says one thing of one place once; that no dictionary has a word is no news where another rule says why. */
function dropRepeated(messages: readonly Message[]): Message[] {
  return messages.filter((message, i) => {
    for (let j = i - 1; j >= 0 && isSamePlace(messages[j], message); j--) {
      const before = messages[j];
      if (before?.ruleId === message.ruleId && before.reason === message.reason) return false;
      if (message.ruleId === 'spelling' && before?.ruleId === 'dialect') return false;
    }
    return true;
  });
}

function isSamePlace(a: Message | undefined, { place }: Message): boolean {
  return a?.place.start.offset === place.start.offset && a.place.end.offset === place.end.offset;
}
