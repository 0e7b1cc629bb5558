import type { Article, Span } from '../article/index.ts';
import { readArticle, updateArticle } from '../article/index.ts';
import type { Settings } from '../config/index.ts';
import { suspectEncoding } from '../encoding/index.ts';
import type { LineIndex, Steps } from '../text/index.ts';
import { findChange, finish, indexLines, Rope, updateLines } from '../text/index.ts';
import type { Bench, DeskPorts } from './bench.ts';
import { createBench } from './bench.ts';
import type { Checked, Report } from './check.ts';
import { checkArticle, standingAt } from './check.ts';
import { collectSafeEdits, fixUntilQuiet } from './fixes.ts';
import { glanceAt } from './glance.ts';
import type { Message, Place } from './message.ts';
import { placeOf } from './settle.ts';
import type { StetRow } from './stets.ts';
import { suggestFor } from './suggest.ts';

/** An article to be opened. */
export interface ArticleFile {
  path: string;
  source: string | Rope;
  /** Rows of the sidecar list of stets. */
  stets?: readonly StetRow[];
}

/** An open article. */
export interface Session {
  readonly path: string;
  readonly article: Article;
  check(): Report;
  /** The same, stopping often: for long articles. After an `update` it goes on with the new version. */
  checkInSteps(): Steps<Report>;
  /**
   * What can be said of ranges of the source (UTF-16 offsets) by themselves: for what is seen of a long article before all
   * of it is read.
   */
  glance(ranges: readonly Span[]): readonly Message[];
  /**
   * Takes a new version of the whole text. Costs what changed; of a long text least as a rope that came of the one before
   * by edits.
   */
  update(source: string | Rope): void;
  /** Messages whose place touches a range of the source (UTF-16 offsets). */
  fixes(range: { start: number; end: number }): readonly Message[];
  /** The source with all safe fixes applied. */
  fixAll(): string;
  /** Where a span of a block's mended text (a mention's, say) lies in the source. */
  placeOf(block: number, span: Span): Place;
  /** Words that a spelling message may mean, best first, at most six; searched for when asked. */
  suggest(message: Message): readonly string[];
  /** The encoding that the whole file should have been read with; undefined when it was read rightly. */
  suspectEncoding(): { id: string; name: string } | undefined;
}

/** A desk with one configuration. */
export interface Desk {
  readonly settings: Settings;
  open(article: ArticleFile): Session;
}

/** Sets up a desk. */
export function createDesk(settings: Settings, ports: DeskPorts): Desk {
  const bench = createBench(settings, ports);
  return { settings, open: (file) => new OpenArticle(file, bench) };
}

/**
 * A class: V8 makes a layout of its own for each generator function and each object with getters, and keeps it, with all
 * that the function knows, until old memory is cleared.
 */
class OpenArticle implements Session {
  readonly path: string;
  readonly #stets: readonly StetRow[];
  readonly #bench: Bench;
  #source: string | Rope;
  #article: Article;
  #lines: LineIndex | undefined;
  #before: Checked | undefined;
  #now: Checked | undefined;

  constructor({ path, source, stets = [] }: ArticleFile, bench: Bench) {
    this.path = path;
    this.#stets = stets;
    this.#bench = bench;
    this.#source = source;
    this.#article = readArticle(source.toString(), path);
  }

  get article(): Article {
    return this.#article;
  }

  check(): Report {
    return this.#read().report;
  }

  *checkInSteps(): Steps<Report> {
    return (yield* this.#readInSteps()).report;
  }

  glance(ranges: readonly Span[]): readonly Message[] {
    this.#lines ??= indexLines(this.#article.source);
    return glanceAt(this.#article, this.#lines, this.#stets, this.#bench, ranges);
  }

  update(source: string | Rope): void {
    const before = this.#source;
    if (source === before) return;
    const change =
      source instanceof Rope && before instanceof Rope
        ? source.changeFrom(before)
        : findChange(before.toString(), source.toString());
    this.#source = source;
    if (change.start === change.beforeEnd && change.start === change.afterEnd) return;
    this.#article = updateArticle(this.#article, source, this.path, change);
    this.#lines &&= updateLines(this.#lines, change, source);
    this.#now = undefined;
  }

  fixes({ start, end }: { start: number; end: number }): readonly Message[] {
    return this.check().messages.filter(({ place }) => place.start.offset <= end && place.end.offset >= start);
  }

  fixAll(): string {
    const { source } = this.#article;
    const trial = new OpenArticle({ path: this.path, source, stets: this.#stets }, this.#bench);
    return fixUntilQuiet(source, (text) => {
      trial.update(text);
      return collectSafeEdits(trial.check().messages);
    });
  }

  placeOf(block: number, span: Span): Place {
    const { examined, blocks, lines } = this.#read();
    const standing = standingAt(block, examined, blocks);
    if (!standing) throw new RangeError(`no block ${block} in ${this.path}`);
    return placeOf(standing, span, lines);
  }

  suggest(message: Message): readonly string[] {
    return suggestFor(message, this.#read(), this.#bench.desk);
  }

  suspectEncoding(): { id: string; name: string } | undefined {
    return suspectEncoding(this.#read().examined.map(({ mend }) => mend));
  }

  #read(): Checked {
    return finish(this.#readInSteps());
  }

  *#readInSteps(): Steps<Checked> {
    while (!this.#now) {
      const mine = this.#article;
      this.#lines ??= indexLines(mine.source);
      const steps = checkArticle(mine, this.#lines, this.#stets, this.#bench, this.#before);
      try {
        // What is known of the blocks has one state: a check that was overtaken goes no step further.
        while (mine === this.#article && !this.#now) {
          const step = steps.next();
          if (step.done) {
            this.#now = step.value;
            this.#before = this.#now;
          } else yield;
        }
      } finally {
        steps.return(undefined as never);
      }
    }
    return this.#now;
  }
}
