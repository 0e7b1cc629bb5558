import type { Article } from '../article/index.ts';
import type { Cast, CastReading, Reference } from '../people/index.ts';
import { findReferences, updateCast } from '../people/index.ts';
import type { ArticleContext, BlockContext, DeskContext, Finding } from '../rules/index.ts';
import type { LineIndex } from '../text/index.ts';
import { indexLines } from '../text/index.ts';
import type { Bench } from './bench.ts';
import { renewVocabulary } from './bench.ts';
import type { Examined, Failure } from './examine.ts';
import { toError } from './examine.ts';
import { examineBlocks } from './examine-blocks.ts';
import type { Message } from './message.ts';
import type { RawFinding, Sheet } from './settle.ts';
import { compareMessages } from './settle.ts';
import { settleBlocks } from './settle-blocks.ts';
import type { Steps } from './steps.ts';
import type { StetRow } from './stets.ts';
import { applyStets } from './stets.ts';

/** What the desk says of an article. */
export interface Report {
  messages: readonly Message[];
  /** Resolved when first asked for. */
  readonly cast: Cast;
  /** Titles that stand for people of the cast; resolved when first asked for. */
  readonly references: readonly Reference[];
  /** Rules that threw, each once; the others went on. `unreadable` when the source is not text. */
  failures: readonly Failure[];
}

/** A check and what the next one can take over from it. */
export interface Checked {
  report: Report;
  examined: readonly Examined[];
  lines: LineIndex;
  /** The people, if anybody asked for them. */
  people(): CastReading | undefined;
  /** The vocabulary that the examined blocks belong to. */
  vocabulary: unknown;
}

/**
 * Checks an article. Blocks that stand as they did in the check before keep what was found in them; article rules weigh
 * the facts of all blocks anew. Stops often, so that a long article keeps nobody waiting.
 */
export function* checkArticle(
  article: Article,
  stets: readonly StetRow[],
  bench: Bench,
  before?: Checked,
): Steps<Checked> {
  // Words have numbers; none may change while another article is half read.
  if (bench.checks === 0) renewVocabulary(bench);
  bench.checks++;
  try {
    return yield* readAndWeigh(article, stets, bench, before);
  } finally {
    bench.checks--;
  }
}

function* readAndWeigh(
  article: Article,
  stets: readonly StetRow[],
  bench: Bench,
  before: Checked | undefined,
): Steps<Checked> {
  const { desk, active } = bench;
  const examined = yield* examineBlocks(
    article.blocks,
    bench,
    before?.vocabulary === desk.vocabulary ? before.examined : [],
  );
  const lines = indexLines(article.source);
  const sheet: Sheet = { source: article.source, layers: examined, lines, translate: bench.translate };
  const failures: Failure[] = [];
  const fail = (ruleId: string, error: unknown) => {
    if (!failures.some((failure) => failure.ruleId === ruleId)) failures.push({ ruleId, error: toError(error) });
  };
  if (article.format === 'unreadable')
    fail('unreadable', 'this is not text; was it saved as UTF-16, or is it a picture?');
  for (const one of examined) for (const { ruleId, error } of one.failures) fail(ruleId, error);

  // The reading alone: a check that held on to the one before it would hold all.
  const earlier = before?.people();
  let reading: CastReading | undefined;
  const contexts = examined.map(({ context }) => context);
  const cast = () => {
    reading ??= readCast(contexts, desk, earlier, fail);
    return reading.cast;
  };
  const about: ArticleContext = { ...desk, article, blocks: contexts, cast };
  const raw = new Map<number, RawFinding[]>();
  for (const [i, { rule, setting }] of active.article.entries()) {
    yield;
    const findings: [number, RawFinding][] = [];
    const take = (finding: Finding) => findings.push([finding.block ?? 0, { rule, setting, finding }]);
    try {
      rule.check(rule.collect ? examined.map((one) => one.facts[i] ?? []) : [], setting.options, take, about);
    } catch (error) {
      fail(rule.id, error);
      continue;
    }
    for (const [block, finding] of findings) {
      const there = raw.get(block);
      if (there) there.push(finding);
      else raw.set(block, [finding]);
    }
  }
  yield;

  const settled = yield* settleBlocks(examined, raw, sheet);
  const messages =
    article.stets.length + stets.length > 0
      ? applyStets(settled, article.stets, stets, article.source, lines, bench.isOn, bench.translate).sort(
          compareMessages,
        )
      : settled;
  let references: readonly Reference[] | undefined;
  const report: Report = {
    messages,
    // Who asks for no people pays for none.
    get cast() {
      return cast();
    },
    get references() {
      references ??= findReferences(
        cast(),
        contexts.map(({ parsed }) => parsed),
        desk,
      );
      return references;
    },
    failures,
  };
  return { report, examined, lines, vocabulary: desk.vocabulary, people: () => reading };
}

/** The cast; an empty one when it cannot be read. */
function readCast(
  contexts: readonly BlockContext[],
  { lexicon }: DeskContext,
  before: CastReading | undefined,
  fail: (ruleId: string, error: unknown) => void,
): CastReading {
  try {
    return updateCast(
      contexts.map((context) => context.mentions()),
      lexicon,
      before,
    );
  } catch (error) {
    fail('cast', error);
    return { cast: { people: [], loose: [] }, mentions: [] };
  }
}
