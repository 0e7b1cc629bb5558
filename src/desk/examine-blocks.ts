import type { Block } from '../article/index.ts';
import type { Mend, Suspicions } from '../encoding/index.ts';
import { otherLanguage } from '../language/index.ts';
import { shiftMap } from '../text/index.ts';
import type { Bench } from './bench.ts';
import type { Examined } from './examine.ts';
import { examine, isSameMend, openBlock } from './examine.ts';
import { numberBlocks } from './number-blocks.ts';
import type { Steps } from './steps.ts';
import { Pace } from './steps.ts';

/**
 * Examines the blocks of an article, taking over from the version before what still holds: a block that is the object that
 * it was keeps what is known of it. Stops after each few kilobytes that had to be read, and after some blocks that had to be
 * examined.
 *
 * @param blocks as they were first read
 */
export function* examineBlocks(
  blocks: readonly Block[],
  bench: Bench,
  before: readonly Examined[],
): Steps<readonly Examined[]> {
  const { known, numberOf } = matchBlocks(blocks, before);
  const suspicions: (Suspicions | undefined)[] = [];
  const pace = new Pace();
  let isHoled = false;
  for (let i = 0; i < blocks.length; i++) {
    const one = known[i];
    const text = blocks[i]?.text ?? '';
    const seen = one ? one.suspicions : bench.mender.inspect(text);
    suspicions.push(seen);
    if (seen?.holes) isHoled = true;
    if (!one && pace.isDue(text.length)) yield;
  }
  const numberAt = (i: number) => known[i]?.number ?? numberOf(i);
  const mends = yield* mendBlocks(blocks, suspicions, isHoled, known, numberAt, bench);
  let quoteOpen = false;
  const examined: Examined[] = [];
  const open = (i: number, block: Block, number: number, quoteOpen: boolean) =>
    openBlock(block, number, mends[i] ?? cleanMend(block), suspicions[i], quoteOpen, bench);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    let one = known[i];
    if (!block) continue;
    if (!one || !holds(one, mends[i], quoteOpen)) {
      one = open(i, block, numberAt(i), quoteOpen);
      if (pace.isDue(block.text.length)) yield;
    }
    quoteOpen = one.endsOpen;
    examined.push(one);
  }
  const main = mainLanguage(examined, bench.desk.language);
  const anew: { one: Examined; language: string }[] = [];
  for (let i = 0; i < examined.length; i++) {
    let one = examined[i];
    const block = blocks[i];
    if (!one || !block) continue;
    const language = isOpen(one, main) ? main : one.spoken;
    if (one.language === language) continue;
    if (one.language !== '') examined[i] = one = open(i, block, one.number, one.quoteOpen);
    anew.push({ one, language });
  }
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
  one.quoteOpen === quoteOpen && (mend ? isSameMend(one.mend, mend) : !one.isMended);

/** The mends of an article's blocks; undefined for a clean block. What stands as it did keeps its mend. */
function* mendBlocks(
  blocks: readonly Block[],
  suspicions: readonly (Suspicions | undefined)[],
  isHoled: boolean,
  known: readonly (Examined | undefined)[],
  numberAt: (i: number) => number,
  { mender, team }: Bench,
): Steps<readonly (Mend | undefined)[]> {
  const evidence = { team, folder: [] };
  const mendAll = () => mender.mend(blocks, evidence, suspicions).map((mend) => mend && nameBlocks(mend, numberAt));
  // A lost letter is read in the light of the whole article.
  if (isHoled) return mendAll();
  const mends: (Mend | undefined)[] = [];
  const pace = new Pace();
  for (let i = 0; i < suspicions.length; i++) {
    const seen = suspicions[i];
    const block = blocks[i];
    if (!seen || !block) continue;
    mends[i] = known[i]?.mend ?? mender.mend([block], evidence, [seen])[0];
    if (!known[i] && pace.isDue(block.text.length)) yield;
  }
  // So is a word whose page was taken for another.
  return mends.some(wasMisread) ? mendAll() : mends;
}

/** The mend with the blocks that its evidence stands in by their numbers; the mender knows them by their places. */
function nameBlocks(mend: Mend, numberAt: (i: number) => number): Mend {
  if (!mend.damages.some(({ evidence }) => evidence.at)) return mend;
  const damages = mend.damages.map((damage) => {
    const { at } = damage.evidence;
    return at ? { ...damage, evidence: { ...damage.evidence, at: { ...at, block: numberAt(at.block) } } } : damage;
  });
  return { ...mend, damages };
}

const wasMisread = (mend: Mend | undefined) => mend?.damages.some(({ kind }) => kind === 'encoding-mojibake');

const cleanMend = (block: Block): Mend => ({ text: block.text, map: shiftMap(0), damages: [] });

/** What is known of the blocks, under the numbers that they have now. */
interface Matched {
  known: readonly (Examined | undefined)[];
  /** The number of a block of which nothing is known. */
  numberOf(i: number): number;
}

function matchBlocks(blocks: readonly Block[], before: readonly Examined[]): Matched {
  const shorter = Math.min(blocks.length, before.length);
  let head = 0;
  while (head < shorter && blocks[head] === before[head]?.block) head++;
  let tail = 0;
  while (tail < shorter - head && blocks[blocks.length - tail - 1] === before[before.length - tail - 1]?.block) tail++;
  const replaced = before.slice(head, before.length - tail);
  const end = blocks.length - tail;
  const between = numberBlocks(
    end - head,
    replaced.map(({ number }) => number),
    before[head - 1]?.number ?? 0,
    before[before.length - tail]?.number,
  );
  const all = between ?? numberBlocks(blocks.length, [], 0, undefined) ?? blocks.map((_, i) => i + 1);
  const first = between ? head : 0;
  const numberOf = (i: number) => all[i - first] ?? 0;
  const byBlock = new Map(replaced.map((one) => [one.block, one]));
  const renumber = (one: Examined | undefined, i: number): Examined | undefined =>
    one && one.number !== numberOf(i) ? { ...one, number: numberOf(i), base: undefined, laid: undefined } : one;
  const stay = (from: readonly Examined[], at: number) =>
    between ? from : from.map((one, i) => renumber(one, at + i));
  const known = [
    ...stay(before.slice(0, head), 0),
    ...blocks.slice(head, end).map((block, i) => renumber(byBlock.get(block), head + i)),
    ...stay(before.slice(before.length - tail), end),
  ];
  return { known, numberOf };
}

/**
 * Whether a block takes its article's language: where it is too short to tell, where neither is English, and where a line in
 * an Azerbaijani article has but letters that Turkish has too.
 */
function isOpen({ spoken, size }: Examined, main: string): boolean {
  if (spoken === 'tr') return main === 'az' && size < surelyTurkish;
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
  for (const { spoken, size } of examined) {
    if (spoken === 'und') continue;
    if (spoken !== language) {
      weights.set(language, (weights.get(language) ?? 0) + weight);
      language = spoken;
      weight = 0;
    }
    weight += size;
  }
  weights.set(language, (weights.get(language) ?? 0) + weight);
  let main = 'en';
  for (const [language, weight] of weights) if (weight > (weights.get(main) ?? 0)) main = language;
  return main;
}
