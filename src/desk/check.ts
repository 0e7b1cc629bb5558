import type { Article, Kept } from '../article/index.ts';
import { keptOf, lettersOf } from '../article/index.ts';
import type { Vocabulary } from '../language/index.ts';
import type { Cast, Reference } from '../people/index.ts';
import { findReferences } from '../people/index.ts';
import type { LineIndex, Steps } from '../text/index.ts';
import type { Bench } from './bench.ts';
import { renewVocabulary } from './bench.ts';
import type { Casebook } from './casebook.ts';
import { openCasebook } from './casebook.ts';
import { compareWith } from './changes.ts';
import type { Examined, Failure } from './examine.ts';
import type { Examination } from './examine-blocks.ts';
import { examineBlocks, unexamined } from './examine-blocks.ts';
import type { Standing } from './layer.ts';
import type { Message } from './message.ts';
import { Proof } from './proof.ts';
import type { Sheet } from './settle.ts';
import { compareMessages } from './settle.ts';
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
  blocks: Kept;
  examined: readonly Examined[];
  examination: Examination;
  lines: LineIndex;
  /** What the rules of the whole article said. Belongs to the session: the next check brings it up to its own version. */
  casebook: Casebook;
  /** Its messages; belongs to the session too. */
  proof: Proof;
  /** The vocabulary that the examined blocks belong to. */
  vocabulary: Vocabulary;
  /** How many words this session has added to it since its first check. */
  typed: number;
}

/**
 * Checks an article. Blocks that stand as they did in the check before keep what was found in them, and so do the cases
 * of the article whose facts did not change. Stops often, so that a long article keeps nobody waiting.
 *
 * @param lines of its source
 */
export function* checkArticle(
  article: Article,
  lines: LineIndex,
  stets: readonly StetRow[],
  bench: Bench,
  before?: Checked,
): Steps<Checked> {
  // Words have numbers; none may change while another article is half read.
  if (bench.checks === 0) renewVocabulary(bench, before);
  bench.checks++;
  try {
    return yield* readAndWeigh(article, lines, stets, bench, before);
  } finally {
    bench.checks--;
  }
}

/** The same with the vocabulary that there is. */
export function* readAndWeigh(
  article: Article,
  lines: LineIndex,
  stets: readonly StetRow[],
  bench: Bench,
  before: Checked | undefined,
): Steps<Checked> {
  const { desk } = bench;
  const known = before?.vocabulary === desk.vocabulary ? before : undefined;
  const { size } = desk.vocabulary;
  const blocks = keptOf(article);
  const examination = yield* examineBlocks(blocks.blocks, bench, known?.examination ?? unexamined);
  const { examined } = examination;
  const changesSince = compareWith(examined);
  const casebook = known?.casebook ?? openCasebook(bench);
  yield* casebook.bringUp(examination, changesSince, article, desk);
  const source = lettersOf(article);
  const sheet: Sheet = { source, lines, translate: bench.translate };
  const proof = known?.proof ?? new Proof();
  const settled = yield* proof.bringUp(examined, blocks.moved, changesSince, casebook, sheet);
  const messages =
    article.stets.length + stets.length > 0
      ? applyStets(settled, article.stets, stets, source, lines, bench.isOn, bench.translate).sort(compareMessages)
      : settled;
  const report = new ArticleReport(messages, gatherFailures(article, examination, casebook), examined, casebook, desk);
  const { vocabulary } = desk;
  const typed = known ? known.typed + vocabulary.size - size : 0;
  return { report, blocks, examined, examination, lines, vocabulary, typed, casebook, proof };
}

/** Who asks for no people pays for none. */
class ArticleReport implements Report {
  readonly messages: readonly Message[];
  readonly failures: readonly Failure[];
  readonly #examined: readonly Examined[];
  readonly #casebook: Casebook;
  readonly #desk: Bench['desk'];
  #cast: Cast | undefined;
  #references: readonly Reference[] | undefined;

  constructor(
    messages: readonly Message[],
    failures: readonly Failure[],
    examined: readonly Examined[],
    casebook: Casebook,
    desk: Bench['desk'],
  ) {
    this.messages = messages;
    this.failures = failures;
    this.#examined = examined;
    this.#casebook = casebook;
    this.#desk = desk;
  }

  get cast(): Cast {
    this.#cast ??= this.#casebook.cast(this.#examined);
    return this.#cast;
  }

  get references(): readonly Reference[] {
    this.#references ??= findReferences(
      this.cast,
      this.#examined.map(({ parsed }) => parsed),
      this.#desk,
    );
    return this.#references;
  }
}

/** A block by its place among all. */
export function standingAt(i: number, examined: readonly Examined[], { moved }: Kept): Standing | undefined {
  const layer = examined[i];
  return layer && { layer, moved: moved[i] ?? 0, line: 0 };
}

/** Rules that threw, each once. */
function gatherFailures(article: Article, { examined, tally }: Examination, casebook: Casebook): Failure[] {
  const failures = new Map<string, Failure>();
  const add = (failure: Failure) => {
    if (!failures.has(failure.ruleId)) failures.set(failure.ruleId, failure);
  };
  if (article.format === 'unreadable')
    add({
      ruleId: 'unreadable',
      error: new Error('this is not text; was it saved as UTF-16, or is it a picture?'),
    });
  if (tally.failing > 0) for (const one of examined) for (const failure of one.failures) add(failure);
  for (const failure of casebook.failures()) add(failure);
  return [...failures.values()];
}
