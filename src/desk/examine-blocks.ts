import type { Block, Mark } from '../article/index.ts';
import type { Mend, Suspicions } from '../encoding/index.ts';
import { otherLanguage } from '../language/index.ts';
import { shiftMap } from '../text/index.ts';
import type { Bench } from './bench.ts';
import type { Examined } from './examine.ts';
import { examine, isSameMend, moveExamined, openBlock } from './examine.ts';
import type { Steps } from './steps.ts';

/**
 * Examines the blocks of an article, taking over from the version before what still holds: blocks are matched from
 * both ends, and those between by their text, so that a moved paragraph keeps what is known of it. Stops after each block
 * that had to be read, and after some that had to be examined.
 */
export function* examineBlocks(blocks: readonly Block[], bench: Bench, before: readonly Examined[]): Steps<Examined[]> {
  const known = matchBlocks(blocks, before);
  const suspicions: (Suspicions | undefined)[] = [];
  let isHoled = false;
  for (let i = 0; i < blocks.length; i++) {
    const one = known[i];
    const seen = one ? one.suspicions : bench.mender.inspect(blocks[i]?.text ?? '');
    suspicions.push(seen);
    if (seen?.holes) isHoled = true;
    if (!one) yield;
  }
  const mends = yield* mendBlocks(blocks, suspicions, isHoled, known, bench);
  let quoteOpen = false;
  const examined: Examined[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const mend = mends[i];
    let one = known[i];
    if (!block) continue;
    if (one && holds(one, mend, quoteOpen)) moveExamined(one, block, i);
    else {
      one = openBlock(block, i, mend ?? cleanMend(block), suspicions[i], quoteOpen, bench);
      yield;
    }
    quoteOpen = one.parsed.quoteOpen;
    examined.push(one);
  }
  const main = mainLanguage(examined, bench.desk.language);
  const anew = examined.flatMap((one) => {
    const language = isOpen(one, main) ? main : one.spoken;
    return one.language === language ? [] : [{ one, language }];
  });
  for (let i = 0; i < anew.length; i += atOnce) {
    examine(anew.slice(i, i + atOnce), bench);
    yield;
  }
  return examined;
}

// Some 5 KB: a few milliseconds.
const atOnce = 64;

/** Whether a block reads as it did: mended so, and in or out of a quotation. */
const holds = (one: Examined, mend: Mend | undefined, quoteOpen: boolean): boolean =>
  one.quoteOpen === quoteOpen && (mend ? isSameMend(one.mend, mend) : one.mend.damages.length === 0);

/** The mends of an article's blocks; undefined for a clean block. What stands as it did keeps its mend. */
function* mendBlocks(
  blocks: readonly Block[],
  suspicions: readonly (Suspicions | undefined)[],
  isHoled: boolean,
  known: readonly (Examined | undefined)[],
  { mender, team }: Bench,
): Steps<readonly (Mend | undefined)[]> {
  const evidence = { team, folder: [] };
  // A lost letter is read in the light of the whole article.
  if (isHoled) return mender.mend(blocks, evidence, suspicions);
  const mends: (Mend | undefined)[] = [];
  for (let i = 0; i < suspicions.length; i++) {
    const seen = suspicions[i];
    const block = blocks[i];
    if (!seen || !block) continue;
    mends[i] = known[i]?.mend ?? mender.mend([block], evidence, [seen])[0];
    if (!known[i]) yield;
  }
  // So is a word whose page was taken for another.
  return mends.some(wasMisread) ? mender.mend(blocks, evidence, suspicions) : mends;
}

const wasMisread = (mend: Mend | undefined) => mend?.damages.some(({ kind }) => kind === 'encoding-mojibake');

const cleanMend = (block: Block): Mend => ({ text: block.text, map: shiftMap(0), damages: [] });

function matchBlocks(blocks: readonly Block[], before: readonly Examined[]): (Examined | undefined)[] {
  const known: (Examined | undefined)[] = new Array(blocks.length).fill(undefined);
  const shorter = Math.min(blocks.length, before.length);
  let head = 0;
  while (head < shorter && readsAs(blocks[head], before[head]?.block)) {
    known[head] = before[head];
    head++;
  }
  let tail = 0;
  while (tail < shorter - head && readsAs(blocks[blocks.length - tail - 1], before[before.length - tail - 1]?.block)) {
    known[blocks.length - tail - 1] = before[before.length - tail - 1];
    tail++;
  }
  const loose = new Map<string, Examined>();
  for (let i = head; i < before.length - tail; i++) {
    const one = before[i];
    if (one) loose.set(one.block.text, one);
  }
  if (loose.size === 0) return known;
  for (let i = head; i < blocks.length - tail; i++) {
    const block = blocks[i];
    const one = block && loose.get(block.text);
    if (!one || !readsAs(block, one.block)) continue;
    known[i] = one;
    loose.delete(block.text);
  }
  return known;
}

/** Whether two blocks read the same, wherever they stand. */
function readsAs(a: Block | undefined, b: Block | undefined): boolean {
  if (!a || !b) return false;
  if (a === b) return true;
  return (
    a.text === b.text &&
    a.role === b.role &&
    a.datelineEnd === b.datelineEnd &&
    a.depth === b.depth &&
    a.heads === b.heads &&
    a.opaque.length === b.opaque.length &&
    a.opaque.every((span, i) => span.start === b.opaque[i]?.start && span.end === b.opaque[i]?.end) &&
    sameMarks(a.marks ?? [], b.marks ?? [])
  );
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ kind, start, end }, i) => kind === b[i]?.kind && start === b[i].start && end === b[i].end)
  );
}

/**
 * Whether a block takes its article's language: where it is too short to tell, where neither is English, and where a line in
 * an Azerbaijani article has but letters that Turkish has too.
 */
function isOpen({ spoken, parsed }: Examined, main: string): boolean {
  if (spoken === 'tr') return main === 'az' && parsed.tokens.count < surelyTurkish;
  return spoken === 'und' || (spoken === otherLanguage && main !== 'en');
}

/** Tokens of a block of which some would be Azerbaijani alone if it were. */
const surelyTurkish = 20;

/** The language of most words, for blocks too short to tell; English when none can tell. */
function mainLanguage(examined: readonly Examined[], setting: string): string {
  if (setting !== 'auto') return setting.split('-')[0] ?? 'en';
  const weights = new Map<string, number>();
  // Blocks of one language stand together.
  let language = 'en';
  let weight = 0;
  for (const { spoken, parsed } of examined) {
    if (spoken === 'und') continue;
    if (spoken !== language) {
      weights.set(language, (weights.get(language) ?? 0) + weight);
      language = spoken;
      weight = 0;
    }
    weight += parsed.tokens.count;
  }
  weights.set(language, (weights.get(language) ?? 0) + weight);
  let main = 'en';
  for (const [language, weight] of weights) if (weight > (weights.get(main) ?? 0)) main = language;
  return main;
}
