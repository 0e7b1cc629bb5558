import type { Article } from '../article/index.ts';
import { keptOf } from '../article/index.ts';
import type { Cast, People } from '../people/index.ts';
import type { ArticleContext, BlockContext, DeskContext, Finding } from '../rules/index.ts';
import type { Steps } from '../text/index.ts';
import { toSource } from '../text/index.ts';
import type { Bench } from './bench.ts';
import type { Cases } from './cases.ts';
import { openCases } from './cases.ts';
import type { ChangesSince } from './changes.ts';
import { compareWith, findNumber, rememberLast } from './changes.ts';
import { openCounter } from './count-blocks.ts';
import type { Reading } from './docket.ts';
import { comparePeople, gatherFacts, nothingAsked } from './docket.ts';
import type { Examined, Failure } from './examine.ts';
import type { Examination } from './examine-blocks.ts';
import { Roster } from './roster.ts';
import type { RawFinding } from './settle.ts';

/**
 * What the rules that see more than one block said of an article, case by case, and its people. Brought up to any
 * version of the article at the cost of what differs from the one before.
 */
export interface Casebook {
  /** Stops before each rule and after the last where the article is long. */
  bringUp(examination: Examination, changesSince: ChangesSince, article: Article, desk: DeskContext): Steps<undefined>;
  /** The findings that stand in the block with a number. */
  findingsIn(block: number): readonly RawFinding[];
  /** The blocks that have other findings since the last call. */
  takeTouched(): Iterable<number>;
  /** Rules that threw, each once; and the cast. */
  failures(): readonly Failure[];
  /** Its mentions tell how many blocks stand before theirs. */
  cast(examined: readonly Examined[]): Cast;
}

/** A casebook without cases. */
export function openCasebook({ active, desk }: Bench): Casebook {
  const blocks = new Map<number, readonly RawFinding[]>();
  let touched = new Set<number>();
  const cases = active.wide.map((rule, index) => openCases(rule, index, { enter, strike }));
  const roster = new Roster(desk.lexicon);
  const countBlocks = openCounter();

  // A block's list is another as soon as something in it is.
  function enter(raw: RawFinding): void {
    const block = raw.finding.block ?? 0;
    touched.add(block);
    const there = blocks.get(block);
    blocks.set(block, there ? [...there, raw] : [raw]);
  }
  function strike(raw: RawFinding): void {
    const block = raw.finding.block ?? 0;
    touched.add(block);
    const left = (blocks.get(block) ?? []).filter((one) => one !== raw);
    if (left.length > 0) blocks.set(block, left);
    else blocks.delete(block);
  }

  return {
    bringUp({ examined, filed }, changesSince, article, desk) {
      let now: People | undefined;
      const said: Finding[] = [];
      const reading: Reading = {
        examined,
        people() {
          now ??= roster.bringUp(examined, changesSince);
          return now;
        },
        peopleSince: rememberLast((before) => comparePeople(before, reading.people().circles)),
        asked: nothingAsked(),
        said,
        report: (finding) => said.push(finding),
        changesSince,
        filed: rememberLast((came) => (filed && came.length === examined.length ? filed : gatherFacts(came))),
      };
      return bringUpAll(cases, reading, openContext(reading, article, desk), roster);
    },
    findingsIn: (block) => blocks.get(block) ?? none,
    takeTouched() {
      const taken = touched;
      touched = new Set();
      return taken;
    },
    failures() {
      const failures = roster.failure ? [roster.failure] : [];
      for (let i = 0; i < cases.length; i++) {
        const failure = cases[i]?.failure();
        if (failure) failures.push(failure);
      }
      return failures;
    },
    cast: (examined) => countBlocks(roster.bringUp(examined, compareWith(examined)).cast, examined),
  };
}

/** Of the file, not of a casebook: V8 makes a layout for each generator function, and it holds on to what the function knows. */
function* bringUpAll(
  cases: readonly Cases[],
  reading: Reading,
  context: ArticleContext,
  roster: Roster,
): Steps<undefined> {
  const isLong = reading.examined.length > few;
  let areKnown = false;
  for (let i = 0; i < cases.length; i++) {
    const own = cases[i];
    if (!own) continue;
    if (!isLong) {
      own.open(reading, context);
      own.judge(reading, context);
      continue;
    }
    yield;
    if (own.needsPeople && !areKnown) {
      yield* roster.bringUpInSteps(reading.examined, reading.changesSince);
      areKnown = true;
    }
    own.open(reading, context);
    do yield;
    while (!own.judge(reading, context, casesAtOnce));
  }
  if (isLong) yield;
  return undefined;
}

const none: readonly never[] = [];
// All rules together are done with so many blocks in a few milliseconds.
const few = 100;
const casesAtOnce = 200;

/** What rules may look up; notes what they ask of the people. */
function openContext(reading: Reading, article: Article, desk: DeskContext): ArticleContext {
  const { examined } = reading;
  const { moved } = keptOf(article);
  let blocks: readonly BlockContext[] | undefined;
  const readPeople = () => {
    const people = reading.people();
    reading.asked.people = people;
    return people;
  };
  return {
    ...desk,
    article,
    blocks() {
      blocks ??= examined.map(({ context }) => context);
      return blocks;
    },
    find: (holds) => examined.find(({ context }) => holds(context))?.number,
    at: (block, ahead = 0) => examined[findNumber(examined, block) + ahead]?.context,
    toSource(block, offset) {
      const i = findNumber(examined, block);
      const one = examined[i];
      return one ? toSource(one.block.map, offset) + (moved[i] ?? 0) : 0;
    },
    cast: () => readPeople().cast,
    circles: () => readPeople().circles,
    titles: () => readPeople().titles,
    names() {
      const { names } = reading.people();
      reading.asked.names = names;
      return names;
    },
  };
}
