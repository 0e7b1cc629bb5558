import type { Block, Span } from '../article/index.ts';
import type { AssetPort, OffsetMap, Steps } from '../text/index.ts';
import { copyText, finish, indexOverlaps, mapInSteps, replaceStretches, shiftMap, toSource } from '../text/index.ts';
import { isDropped } from './dropped.ts';
import type { Suspicions } from './inspect.ts';
import { inspectBlock } from './inspect.ts';
import type { Knowledge } from './knowledge/index.ts';
import { readKnowledge, upperTurkic } from './knowledge/index.ts';
import type { MendEvidence } from './lost/index.ts';
import { restoreLost } from './lost/index.ts';
import { findProved, findTold } from './proved/index.ts';
import type { Certainty, Evidence, Repair } from './repair.ts';

/** One damaged word or run. Offsets are UTF-16 in the block's text before mending. */
export interface Damage {
  /** Rule id of the kind of damage: `encoding-lost-letter`, `encoding-mojibake`, … */
  kind: string;
  start: number;
  end: number;
  actual: string;
  /** The same stretch in the mended text, where the first reading stands. */
  clean: Span;
  /** Readings, best first, at most three; empty when nothing can be said but «this is damaged». */
  readings: readonly string[];
  certainty: Certainty;
  evidence: Evidence;
  /** What happened to the document, in words for the message: «in a conversion to Windows-1252». */
  story: string;
  /** Ids of the one-byte pages that the word was written with and read with, where that is what happened. */
  pages?: readonly [from: string, to: string];
}

/** A block's text with its damage undone. */
export interface Mend {
  text: string;
  /** From the mended text to the block's text. */
  map: OffsetMap;
  damages: readonly Damage[];
}

/** Undoes encoding damage. One mender serves any number of articles; its tables and models are read when first needed. */
export interface Mender {
  /** A cheap look at one text; undefined when it is clean beyond doubt. Pure: may be kept with the text. */
  inspect(text: string): Suspicions | undefined;
  /**
   * Mends an article. All damaged mentions of a word are decided together. Where no text has holes (lost letters)
   * and none proves that its page was misread, each block is mended by itself: any of them may then be mended alone.
   *
   * @param suspicions what `inspect` said of each block, where that is known
   * @returns one mend a block, in order; a clean block's mend has its own text and an empty damage list
   */
  mend(blocks: readonly Block[], evidence: MendEvidence, suspicions?: readonly (Suspicions | undefined)[]): Mend[];
  /** The same, stopping often: for long articles. May be left at any stop. */
  mendInSteps(
    blocks: readonly Block[],
    evidence: MendEvidence,
    suspicions: readonly (Suspicions | undefined)[],
  ): Steps<Mend[]>;
  /**
   * Mends a block of an article without holes by itself, as `mend` would.
   *
   * @param seen what `inspect` said of it
   * @returns undefined for a clean block
   */
  mendAlone(block: Block, evidence: MendEvidence, seen: Suspicions): Mend | undefined;
  /** Names on the lists of which a word is left when their letters beyond ASCII were dropped: `Bayraktaroğlu`. */
  readDropped(word: string): readonly string[];
}

/** What can be proved of texts seen before. */
type Proved = Map<string, readonly Repair[]>;

// Choices that a message offers.
const mostNames = 3;
// Texts whose proved repairs are kept, so that a keystroke looks anew at its own paragraph only.
const provedLimit = 5000;

/**
 * Sets up a mender on the compiled assets; without them it finds nothing.
 *
 * @param isKnown whether a word, as written, is in the dictionary of a language; asked of damaged words alone
 */
export function createMender(assets: AssetPort, isKnown?: (word: string, language: 'en' | 'tr') => boolean): Mender {
  let knowledge: Knowledge | undefined | null = null;
  const proved: Proved = new Map();
  const know = () => {
    if (knowledge === null) knowledge = readKnowledge(assets, isKnown);
    return knowledge;
  };
  const mendInSteps: Mender['mendInSteps'] = function* (blocks, evidence, suspicions) {
    const known = suspicions.some((one) => one !== undefined) ? know() : undefined;
    if (!known) return blocks.map(({ text }) => clean(text));
    if (proved.size > provedLimit) proved.clear();
    const own = yield* mapInSteps(blocks, (block, i) => {
      const seen = suspicions[i];
      return seen ? freeOf(block, recallProved(block.text, seen, known, proved)) : [];
    });
    return yield* mendBlocks(blocks, suspicions, own, evidence, known);
  };
  return {
    inspect: inspectBlock,
    mend: (blocks, evidence, suspicions = blocks.map(({ text }) => inspectBlock(text))) =>
      finish(mendInSteps(blocks, evidence, suspicions)),
    mendInSteps,
    mendAlone(block, evidence, seen) {
      const known = know();
      if (!known) return undefined;
      // A block that is mended alone is kept with its mend.
      const own = freeOf(block, proveAll(block.text, seen, known));
      return own.length > 0 || seen.holes ? finish(mendBlocks([block], [seen], [own], evidence, known))[0] : undefined;
    },
    readDropped(word) {
      const names = know()?.names().dropped(word) ?? [];
      const whole = new Set(names.map(({ low }) => upperTurkic(low.charAt(0)) + low.slice(1)));
      return [...whole].filter((name) => isDropped(word, name)).slice(0, mostNames);
    },
  };
}

function clean(text: string): Mend {
  return { text, map: shiftMap(0), damages: [] };
}

/** @param proved the repairs that each text proves by itself */
function* mendBlocks(
  blocks: readonly Block[],
  suspicions: readonly (Suspicions | undefined)[],
  proved: readonly (readonly Repair[])[],
  evidence: MendEvidence,
  knowledge: Knowledge,
): Steps<Mend[]> {
  const holes = suspicions.map((seen) => seen?.holes ?? false);
  if (!holes.includes(true) && proved.every((repairs) => repairs.length === 0))
    return blocks.map(({ text }) => clean(text));
  const told = findTold(
    blocks.map(({ text }, i) => ({ text, repairs: proved[i] ?? [] })),
    knowledge,
  );
  const first = yield* mapInSteps(blocks, (block, i) => {
    const own = proved[i] ?? [];
    const repairs = told && suspicions[i]?.misread ? freeOf(block, told(block.text, own)) : own;
    return { repairs, ...replaceStretches(block.text, editsOf(block.text, repairs)) };
  });
  const texts = first.map(({ text }) => text);
  const restored = holes.includes(true) ? yield* restoreLost(texts, holes, evidence, knowledge) : [];
  const lost = restored.map((repairs, i) => {
    const map = first[i]?.map ?? shiftMap(0);
    const block = blocks[i];
    return repairs
      .map((repair) => ({
        ...repair,
        start: toSource(map, repair.start, 'start'),
        end: toSource(map, repair.end, 'end'),
      }))
      .filter((repair) => !block || !isOpaque(block, repair));
  });
  return yield* mapInSteps(blocks, (block, i) => {
    const { repairs = [] } = first[i] ?? {};
    const more = lost[i] ?? [];
    if (repairs.length + more.length === 0) return clean(block.text);
    const all = mergeRepairs(block.text, repairs, more);
    if (more.length === 0) return settle(block.text, all);
    // A guess may lay something bare; it proves nothing of its own place.
    const isTaken = indexOverlaps(all);
    const bare = withLaidBare(block.text, all, knowledge).filter(
      (one) => !isTaken(one.start, one.end) && !isOpaque(block, one),
    );
    return settle(block.text, mergeRepairs(block.text, all, bare));
  });
}

function recallProved(text: string, seen: Suspicions, knowledge: Knowledge, proved: Proved): readonly Repair[] {
  const known = proved.get(text);
  if (known) return known;
  const repairs = proveAll(text, seen, knowledge);
  proved.set(copyText(text), repairs);
  return repairs;
}

/** Kinds of damage may lie on top of one another, or one in another's way: what a repair lays bare is repaired too. */
const layers = 4;

function proveAll(text: string, seen: Suspicions, knowledge: Knowledge): readonly Repair[] {
  return withLaidBare(text, findProved(text, seen, knowledge), knowledge);
}

/** Adds the repairs of what repairs lay bare. */
function withLaidBare(text: string, first: readonly Repair[], knowledge: Knowledge): readonly Repair[] {
  let repairs = first;
  for (let layer = 1; layer < layers && repairs.length > 0; layer++) {
    const { text: now, map } = replaceStretches(text, editsOf(text, repairs));
    const left = inspectBlock(now);
    const more = left ? findProved(now, left, knowledge) : [];
    if (more.length === 0) break;
    const found = more.map((repair) => ({
      ...repair,
      start: toSource(map, repair.start, 'start'),
      end: toSource(map, repair.end, 'end'),
    }));
    repairs = mergeRepairs(text, repairs, found);
  }
  return repairs;
}

function editsOf(text: string, repairs: readonly Repair[]) {
  return repairs.map(({ start, end, readings }) => ({ start, end, text: readings[0] ?? text.slice(start, end) }));
}

/** The repairs that touch nothing opaque. */
function freeOf(block: Block, repairs: readonly Repair[]): readonly Repair[] {
  return repairs.length > 0 && block.opaque.length > 0 ? repairs.filter((one) => !isOpaque(block, one)) : repairs;
}

function isOpaque(block: Block, { start, end }: Span): boolean {
  return block.opaque.some((span) => start < span.end && end > span.start);
}

/** Where a lost letter stands in a word that was repaired already, the later repair (made on the repaired text) stands for both. */
function mergeRepairs(text: string, earlier: readonly Repair[], later: readonly Repair[]): Repair[] {
  const isReplaced = indexOverlaps(later);
  const kept = earlier.filter(({ start, end }) => !isReplaced(start, end));
  const merged = [...kept, ...later].sort((a, b) => a.start - b.start);
  return merged.filter((repair, i) => repair.start >= (merged[i - 1]?.end ?? 0) && repair.end <= text.length);
}

function settle(text: string, repairs: readonly Repair[]): Mend {
  const { text: mended, map } = replaceStretches(text, editsOf(text, repairs));
  const damages = repairs.map((repair, i): Damage => {
    const stretch = map.stretches[i];
    return {
      ...repair,
      actual: text.slice(repair.start, repair.end),
      clean: { start: stretch?.cleanStart ?? repair.start, end: stretch?.cleanEnd ?? repair.end },
    };
  });
  return { text: mended, map, damages };
}
