import type { Block } from '../article/index.ts';
import type { Mend, Suspicions } from '../encoding/index.ts';
import { otherLanguage } from '../language/index.ts';
import type { Steps } from '../text/index.ts';
import { Pace, shiftMap } from '../text/index.ts';
import type { Bench } from './bench.ts';
import type { Examined, FiledFacts, RuleFacts } from './examine.ts';
import { examine, isSameMend, openBlock } from './examine.ts';
import { numberBlocks } from './number-blocks.ts';
import type { Tally } from './tally.ts';
import { copyTally, count, mainLanguage, openTally, wasMisread } from './tally.ts';

/** The blocks of a version of an article as examined. */
export interface Examination {
  readonly blocks: readonly Block[];
  readonly examined: readonly Examined[];
  readonly tally: Readonly<Tally>;
  /** The facts of all blocks where all were examined anew: nobody need gather them block by block. */
  readonly filed?: FiledFacts | undefined;
}

/** Before the first version. */
export const unexamined: Examination = { blocks: [], examined: [], tally: openTally() };

/**
 * Examines the blocks of an article, taking over from the version before what still holds: a block that is the object that
 * it was keeps what is known of it. Stops after each few kilobytes that had to be read, and after some blocks that had to be
 * examined.
 *
 * @param blocks as they were first read
 */
export function* examineBlocks(blocks: readonly Block[], bench: Bench, before: Examination): Steps<Examination> {
  let { above, known, below, numberOf } = matchBlocks(blocks, before);
  const tally = copyTally(before.tally);
  for (const one of before.examined.slice(above.length, before.examined.length - below.length)) count(tally, one, -1);
  const pace = new Pace();
  const suspicions: (Suspicions | undefined)[] = [];
  for (let k = 0; k < known.length; k++) {
    const one = known[k];
    const text = blocks[above.length + k]?.text ?? '';
    suspicions.push(one ? one.suspicions : bench.mender.inspect(text));
    if (!one && pace.isDue(text.length)) yield;
  }
  const numberAt = (i: number) => known[i - above.length]?.number ?? numberOf(i);
  let mends: readonly (Mend | undefined)[] = [];
  // A lost letter is read in the light of the whole article.
  let isWhole = tally.holed > 0 || suspicions.some((seen) => seen?.holes);
  if (!isWhole) {
    mends = yield* mendApart(blocks.slice(above.length, blocks.length - below.length), suspicions, known, bench);
    // So is a word whose page was taken for another.
    isWhole = tally.misread > 0 || mends.some(wasMisread);
  }
  if (isWhole) {
    suspicions.unshift(...above.map((one) => one.suspicions));
    suspicions.push(...below.map((one) => one.suspicions));
    known = [...above, ...known, ...below];
    for (const one of above) count(tally, one, -1);
    for (const one of below) count(tally, one, -1);
    above = below = [];
    const { mender, team } = bench;
    const whole = yield* mender.mendInSteps(blocks, { team, folder: [] }, suspicions);
    mends = whole.map((mend) => nameBlocks(mend, numberAt));
  }
  const examined = above.slice();
  let quoteOpen = above.at(-1)?.endsOpen ?? false;
  const put = (one: Examined) => {
    count(tally, one);
    quoteOpen = one.endsOpen;
    examined.push(one);
  };
  for (let k = 0; k < known.length; k++) {
    const one = known[k];
    const i = above.length + k;
    const block = blocks[i];
    if (!block) continue;
    if (one && holds(one, mends[k], quoteOpen)) put(one);
    else {
      put(openBlock(block, numberAt(i), mends[k] ?? cleanMend(block), suspicions[k], quoteOpen, bench));
      if (pace.isDue(block.text.length)) yield;
    }
  }
  // A quotation that is open now, or closed now, may run through blocks that stand as they did.
  let end = 0;
  for (let one = below[end]; one && one.quoteOpen !== quoteOpen; one = below[++end]) {
    count(tally, one, -1);
    put(openBlock(one.block, one.number, one.mend, one.suspicions, quoteOpen, bench));
    if (pace.isDue(one.block.text.length)) yield;
  }
  const to = examined.length;
  const all = examined.concat(end === 0 ? below : below.slice(end));
  const { language } = bench.desk;
  const main = mainLanguage(tally, language);
  const isOther = before.examined.length > 0 && main !== mainLanguage(before.tally, language);
  const anew = speakAnew(all, isOther ? 0 : above.length, isOther ? all.length : to, main, tally, bench);
  const filed: FiledFacts = [];
  for (let from = 0; from < anew.length; ) {
    if (from > 0) yield;
    const to = endOfPortion(anew, from);
    examine(anew.slice(from, to), bench, filed);
    from = to;
  }
  for (let i = 0; i < anew.length; i++) if (anew[i]?.one.failures.length) tally.failing++;
  return { blocks, examined: all, tally, filed: anew.length === all.length ? filed : undefined };
}

/** Where a portion of blocks ends of which the rules make a few milliseconds of work. */
function endOfPortion(anew: readonly { one: Examined }[], from: number): number {
  let to = from;
  for (let letters = 0; to < anew.length && letters < lettersAtOnce; to++)
    letters += anew[to]?.one.block.text.length ?? 0;
  return to;
}

const lettersAtOnce = 10_000;

/** The blocks of a stretch whose rules are to run, each with its language; those that have another now are opened anew. */
function speakAnew(
  examined: Examined[],
  from: number,
  to: number,
  main: string,
  tally: Tally,
  bench: Bench,
): { one: Examined; language: string }[] {
  const anew: { one: Examined; language: string }[] = [];
  for (let i = from; i < to; i++) {
    let one = examined[i];
    if (!one) continue;
    const language = isOpen(one, main) ? main : one.spoken;
    if (one.language === language) continue;
    if (one.language !== '') {
      count(tally, one, -1);
      one = openBlock(one.block, one.number, one.mend, one.suspicions, one.quoteOpen, bench);
      count(tally, one);
      examined[i] = one;
    }
    anew.push({ one, language });
  }
  return anew;
}

/** Whether a block reads as it did: mended so, and in or out of a quotation. */
const holds = (one: Examined, mend: Mend | undefined, quoteOpen: boolean): boolean =>
  one.quoteOpen === quoteOpen && (mend ? isSameMend(one.mend, mend) : !one.isMended);

/** The mends of blocks, each by itself; undefined for a clean block. What stands as it did keeps its mend. */
function* mendApart(
  blocks: readonly Block[],
  suspicions: readonly (Suspicions | undefined)[],
  known: readonly (Examined | undefined)[],
  { mender, team }: Bench,
): Steps<readonly (Mend | undefined)[]> {
  const evidence = { team, folder: [] };
  const mends: (Mend | undefined)[] = [];
  const pace = new Pace();
  for (let i = 0; i < suspicions.length; i++) {
    const seen = suspicions[i];
    const block = blocks[i];
    if (!seen || !block) continue;
    mends[i] = known[i]?.mend ?? mender.mendAlone(block, evidence, seen);
    if (!known[i] && pace.isDue(block.text.length)) yield;
  }
  return mends;
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

const cleanMend = ({ text }: Block): Mend => ({ text, map: inPlace, damages: none });

const inPlace = shiftMap(0);
const none: readonly never[] = [];

/** What is known of the blocks of a version, under the numbers that they have now. */
interface Matched {
  /** Those before the change, and those behind it. */
  above: readonly Examined[];
  below: readonly Examined[];
  /** Those between, as far as they stood in the version before. */
  known: readonly (Examined | undefined)[];
  /** The number of a block of which nothing is known. */
  numberOf(i: number): number;
}

function matchBlocks(blocks: readonly Block[], { blocks: before, examined }: Examination): Matched {
  const shorter = Math.min(blocks.length, before.length);
  let head = 0;
  while (head < shorter && blocks[head] === before[head]) head++;
  let tail = 0;
  while (tail < shorter - head && blocks[blocks.length - tail - 1] === before[before.length - tail - 1]) tail++;
  const above = examined.slice(0, head);
  const replaced = examined.slice(head, before.length - tail);
  const below = examined.slice(before.length - tail);
  const byBlock = new Map(replaced.map((one) => [one.block, one]));
  const between: (Examined | undefined)[] = [];
  for (let i = head; i < blocks.length - tail; i++) {
    const block = blocks[i];
    between.push(block && byBlock.get(block));
  }
  const given = replaced.map(({ number }) => number);
  const numbers = numberBlocks(between.length, given, above.at(-1)?.number ?? 0, below[0]?.number);
  if (numbers) {
    const known = between.map((one, k) => one && renumber(one, numbers[k] ?? 0));
    return { above, known, below, numberOf: (i) => numbers[i - head] ?? 0 };
  }
  const all = numberBlocks(blocks.length, [], 0, undefined) ?? blocks.map((_, i) => i + 1);
  const known = [...above, ...between, ...below].map((one, i) => one && renumber(one, all[i] ?? 0));
  return { above: [], known, below: [], numberOf: (i) => all[i] ?? 0 };
}

function renumber(one: Examined, number: number): Examined {
  if (one.number === number) return one;
  let facts: RuleFacts | undefined;
  for (let own = one.facts; own; own = own.next) facts = { ...own, block: number, next: facts };
  return { ...one, number, facts, base: undefined, laid: undefined };
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
