import type { Article, Span } from '../article/index.ts';
import { readArticle, updateArticle } from '../article/index.ts';
import type { Settings } from '../config/index.ts';
import { suspectEncoding } from '../encoding/index.ts';
import type { DeskPorts } from './bench.ts';
import { createBench } from './bench.ts';
import type { Checked, Report } from './check.ts';
import { checkArticle } from './check.ts';
import { collectSafeEdits, fixUntilQuiet } from './fixes.ts';
import type { Message, Place } from './message.ts';
import { placeOf } from './settle.ts';
import type { Steps } from './steps.ts';
import { finish } from './steps.ts';
import type { StetRow } from './stets.ts';
import { suggestFor } from './suggest.ts';

/** An article to be opened. */
export interface ArticleFile {
  path: string;
  source: string;
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
  /** Takes a new version of the whole text. Costs what changed. */
  update(source: string): void;
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
  const open = ({ path, source, stets = [] }: ArticleFile): Session => {
    let article = readArticle(source, path);
    let before: Checked | undefined;
    let now: Checked | undefined;
    function* readInSteps(): Steps<Checked> {
      while (!now) {
        const mine = article;
        const steps = checkArticle(mine, stets, bench, before);
        try {
          // What is known of the blocks has one state: a check that was overtaken goes no step further.
          while (mine === article && !now) {
            const step = steps.next();
            if (step.done) {
              now = step.value;
              before = now;
            } else yield;
          }
        } finally {
          steps.return(undefined as never);
        }
      }
      return now;
    }
    const read = () => finish(readInSteps());
    const check = () => read().report;
    return {
      path,
      get article() {
        return article;
      },
      check,
      *checkInSteps() {
        return (yield* readInSteps()).report;
      },
      update(text) {
        if (text === article.source) return;
        article = updateArticle(article, text, path);
        now = undefined;
      },
      fixes: ({ start, end }) =>
        check().messages.filter(({ place }) => place.start.offset <= end && place.end.offset >= start),
      fixAll() {
        const trial = open({ path, source: article.source, stets });
        return fixUntilQuiet(article.source, (text) => {
          trial.update(text);
          return collectSafeEdits(trial.check().messages);
        });
      },
      placeOf(block, span) {
        const { examined, lines } = read();
        const layer = examined[block];
        if (!layer) throw new RangeError(`no block ${block} in ${path}`);
        return placeOf(layer, span, lines);
      },
      suggest: (message) => suggestFor(message, read(), bench.desk),
      suspectEncoding: () => suspectEncoding(read().examined.map(({ mend }) => mend)),
    };
  };
  return { settings, open };
}
