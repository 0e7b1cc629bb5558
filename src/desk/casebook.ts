import type { CastLedger, People } from '../people/index.ts';
import { openCast } from '../people/index.ts';
import type { ArticleContext } from '../rules/index.ts';
import type { Bench } from './bench.ts';
import type { Cases } from './cases.ts';
import { openCases } from './cases.ts';
import type { FactSheets, Reading } from './docket.ts';
import { comparePeople } from './docket.ts';
import type { Examined, Failure } from './examine.ts';
import { toError } from './examine.ts';
import type { RawFinding } from './settle.ts';
import type { Steps } from './steps.ts';

/**
 * What the rules that see more than one block said of an article, case by case, and its people. Brought up to any
 * version of the article at the cost of what differs from the one before.
 */
export interface Casebook {
  /** Stops before each rule. */
  bringUp(examined: readonly Examined[], context: BareContext): Steps<undefined>;
  /** The findings that stand in a block. */
  findingsIn(block: number): readonly RawFinding[];
  /** Rules that threw, each once; and the cast. */
  failures(): readonly Failure[];
  people(examined: readonly Examined[]): People;
}

/** What rules may look up, without the people. */
export type BareContext = Omit<ArticleContext, 'cast' | 'circles' | 'names'>;

/** A casebook without cases. */
export function openCasebook({ active, desk }: Bench): Casebook {
  const blocks = new Map<number, readonly RawFinding[]>();
  const cases = active.wide.map((rule, index) => openCases(rule, index, { enter, strike }));
  let castFailure: Failure | undefined;
  let cast: CastLedger = openCast(desk.lexicon);
  let inCast: readonly Examined[] | undefined;

  // A block's list is another as soon as something in it is.
  function enter(raw: RawFinding): void {
    const block = raw.finding.block ?? 0;
    blocks.set(block, [...(blocks.get(block) ?? []), raw]);
  }
  function strike(raw: RawFinding): void {
    const block = raw.finding.block ?? 0;
    const left = (blocks.get(block) ?? []).filter((one) => one !== raw);
    if (left.length > 0) blocks.set(block, left);
    else blocks.delete(block);
  }
  function people(examined: readonly Examined[]): People {
    try {
      if (inCast !== examined) {
        // Not told by the examinations: they change in place, and a block read in another language has other mentions.
        examined.forEach(({ context }, block) => {
          cast.replace(block, context.mentions());
        });
        cast.cut(examined.length);
        inCast = examined;
        castFailure = undefined;
      }
      return cast.read();
    } catch (error) {
      castFailure = { ruleId: 'cast', error: toError(error) };
      cast = openCast(desk.lexicon);
      inCast = undefined;
      return cast.read();
    }
  }

  return {
    bringUp(examined, context) {
      let now: People | undefined;
      const reading: Reading = {
        facts: examined.map(({ facts }) => facts),
        people() {
          now ??= people(examined);
          return now;
        },
        peopleSince: rememberLast((before) => comparePeople(before, reading.people().circles)),
        asked: {},
        changedSince: rememberLast((before) => changedBlocks(before, reading.facts)),
      };
      return bringUpAll(cases, reading, watchQuestions(context, reading));
    },
    findingsIn: (block) => blocks.get(block) ?? none,
    failures: () => [...(castFailure ? [castFailure] : []), ...cases.flatMap((one) => one.failure() ?? [])],
    people,
  };
}

/** Of the file, not of a casebook: V8 makes a layout for each generator function, and it holds on to what the function knows. */
function* bringUpAll(cases: readonly Cases[], reading: Reading, context: ArticleContext): Steps<undefined> {
  for (const one of cases) {
    yield;
    one.bringUp(reading, context);
  }
  return undefined;
}

const none: readonly RawFinding[] = [];

/** The blocks whose facts are others; those that are gone left out. */
function changedBlocks(before: FactSheets, now: FactSheets): readonly number[] {
  const changed: number[] = [];
  for (let block = 0; block < now.length; block++) if (now[block] !== before[block]) changed.push(block);
  return changed;
}

/** All rules ask the same, one after the other. */
function rememberLast<In, Out>(of: (value: In) => Out): (value: In) => Out {
  let last: { value: In; answer: Out } | undefined;
  return (value) => {
    if (!last || last.value !== value) last = { value, answer: of(value) };
    return last.answer;
  };
}

/** What rules may look up; notes what they ask of the people. */
function watchQuestions(context: BareContext, reading: Reading): ArticleContext {
  const readPeople = () => {
    const people = reading.people();
    reading.asked.people = people;
    return people;
  };
  return {
    ...context,
    cast: () => readPeople().cast,
    circles: () => readPeople().circles,
    names() {
      const { names } = reading.people();
      reading.asked.names = names;
      return names;
    },
  };
}
