import type { Article, Span } from '../article/index.ts';
import { readArticle } from '../article/index.ts';
import type { Settings } from '../config/index.ts';
import type { Mend, Mender } from '../encoding/index.ts';
import { createMender } from '../encoding/index.ts';
import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { createVocabulary, parseBlock } from '../language/index.ts';
import type { Cast } from '../people/index.ts';
import { findMentions, resolveCast } from '../people/index.ts';
import type { BlockContext, Finding } from '../rules/index.ts';
import { rules } from '../rules/index.ts';
import type { Speller } from '../spelling/index.ts';
import { createSpeller } from '../spelling/index.ts';
import type { AssetPort, LineIndex } from '../text/index.ts';
import { foldWord, indexLines } from '../text/index.ts';
import { applyEdits, collectSafeEdits } from './fixes.ts';
import type { Message, Place } from './message.ts';
import type { Layer, RawFinding, Translate } from './settle.ts';
import { fillTemplate, placeOf, settleFindings } from './settle.ts';

/** What the desk says of an article. */
export interface Report {
  messages: readonly Message[];
  cast: Cast;
  /** Rules that threw, each once; the others went on. */
  failures: readonly { ruleId: string; error: Error }[];
}

/** An open article. */
export interface Session {
  readonly path: string;
  readonly article: Article;
  check(): Report;
  /** Takes a new version of the whole text. */
  update(source: string): void;
  /** Messages whose place touches a range of the source (UTF-16 offsets). */
  fixes(range: { start: number; end: number }): readonly Message[];
  /** The source with all safe fixes applied. */
  fixAll(): string;
  /** Where a span of a block's mended text (a mention's, say) lies in the source. */
  placeOf(block: number, span: Span): Place;
}

/** A desk with one configuration. */
export interface Desk {
  readonly settings: Settings;
  open(article: { path: string; source: string }): Session;
}

/** What the desk needs from outside. */
export interface DeskPorts {
  assets: AssetPort;
  translate?: Translate;
}

/** Sets up a desk. */
export function createDesk(settings: Settings, { assets, translate = fillTemplate }: DeskPorts): Desk {
  const mender = createMender(assets);
  const speller = createSpeller(assets);
  const vocabulary = createVocabulary(foldWord);
  return {
    settings,
    open({ path, source }) {
      let article = readArticle(source, path);
      let checked: { report: Report; layers: readonly Layer[]; lines: LineIndex } | undefined;
      const read = () => {
        checked ??= checkArticle(article, settings, mender, vocabulary, speller, translate);
        return checked;
      };
      const check = () => read().report;
      return {
        path,
        get article() {
          return article;
        },
        check,
        update(text) {
          article = readArticle(text, path);
          checked = undefined;
        },
        fixes: ({ start, end }) =>
          check().messages.filter(({ place }) => place.start.offset <= end && place.end.offset >= start),
        fixAll: () => applyEdits(article.source, collectSafeEdits(check().messages)),
        placeOf(block, span) {
          const { layers, lines } = read();
          const layer = layers[block];
          if (!layer) throw new RangeError(`no block ${block} in ${path}`);
          return placeOf(layer, span, lines);
        },
      };
    },
  };
}

function checkArticle(
  article: Article,
  settings: Settings,
  mender: Mender,
  vocabulary: Vocabulary,
  speller: Speller,
  translate: Translate,
) {
  const mends = mender.mend(article.blocks, { team: [], folder: [] });
  const layers: Layer[] = [];
  const contexts: BlockContext[] = [];
  let quoteOpen = false;
  article.blocks.forEach((block, index) => {
    const mend = mends[index] as Mend;
    const parsed: ParsedBlock = parseBlock(block, mend.text, vocabulary, quoteOpen);
    quoteOpen = parsed.quoteOpen;
    layers.push({ block, mend, parsed });
    contexts.push({
      index,
      block,
      parsed,
      damages: mend.damages,
      mentions: () => findMentions(parsed, settings.lexicon, vocabulary),
    });
  });
  const desk = { lexicon: settings.lexicon, vocabulary, style: settings.style, language: settings.language, speller };
  let resolved: Cast | undefined;
  const cast = () => {
    resolved ??= resolveCast(
      contexts.map((context) => context.mentions()),
      settings.lexicon,
    );
    return resolved;
  };
  const raw: RawFinding[] = [];
  const failures: { ruleId: string; error: Error }[] = [];
  for (const rule of rules) {
    const setting = settings.rules.get(rule.id);
    if (!setting || setting.severity === 'off') continue;
    const reads = (context: BlockContext) => !rule.languages || rule.languages.includes(context.parsed.language);
    const take = (block: number) => (finding: Finding) =>
      raw.push({ rule, setting, finding, block: finding.block ?? block });
    try {
      if (rule.scope === 'block') {
        for (const context of contexts)
          if (reads(context)) rule.check(context, setting.options, take(context.index), desk);
      } else {
        const facts = contexts.map((context) =>
          reads(context) ? (rule.collect?.(context, setting.options, desk) ?? []) : [],
        );
        rule.check(facts, setting.options, take(0), { ...desk, article, blocks: contexts, cast });
      }
    } catch (error) {
      failures.push({ ruleId: rule.id, error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  const lines = indexLines(article.source);
  const report = { messages: settleFindings(raw, article, layers, lines, translate), cast: cast(), failures };
  return { report, layers, lines };
}
