import type { Article, Span } from '../article/index.ts';
import { readArticle, updateArticle } from '../article/index.ts';
import type { Settings } from '../config/index.ts';
import { createMender } from '../encoding/index.ts';
import { createVocabulary } from '../language/index.ts';
import type { Rule } from '../rules/index.ts';
import { rules } from '../rules/index.ts';
import { createSpeller } from '../spelling/index.ts';
import type { AssetPort } from '../text/index.ts';
import { foldWord } from '../text/index.ts';
import type { Checked, Report } from './check.ts';
import { checkArticle } from './check.ts';
import type { ActiveRules, Bench } from './examine.ts';
import { collectSafeEdits, fixUntilQuiet } from './fixes.ts';
import type { Message, Place } from './message.ts';
import type { Translate } from './settle.ts';
import { fillTemplate, placeOf } from './settle.ts';
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
}

/** A desk with one configuration. */
export interface Desk {
  readonly settings: Settings;
  open(article: ArticleFile): Session;
}

/** What the desk needs from outside. */
export interface DeskPorts {
  assets: AssetPort;
  translate?: Translate;
  /** Rules besides the built-in ones: plugins, style packs. Their settings stand in the configuration under their ids. */
  rules?: readonly Rule[];
}

// Words of some four megabytes of copy; then a new vocabulary is begun.
const vocabularyLimit = 200_000;

/** Sets up a desk. */
export function createDesk(
  settings: Settings,
  { assets, translate = fillTemplate, rules: more = [] }: DeskPorts,
): Desk {
  const active = chooseRules(settings, [...rules, ...more]);
  const mender = createMender(assets);
  const team = settings.lexicon.people.flatMap(({ name, aliases }) => [name, ...aliases]);
  const { lexicon, style, language, packs } = settings;
  const speller = createSpeller(assets);
  const context = { lexicon, style, language, speller, packs, vocabulary: createVocabulary(foldWord) };
  const bench: Bench = {
    active,
    desk: context,
    mender,
    team,
    translate,
    isOn: (ruleId) => (settings.rules.get(ruleId)?.severity ?? 'off') !== 'off',
  };

  const open = ({ path, source, stets = [] }: ArticleFile): Session => {
    let article = readArticle(source, path);
    let before: Checked | undefined;
    let now: Checked | undefined;
    const read = (): Checked => {
      if (now) return now;
      if (context.vocabulary.size > vocabularyLimit) context.vocabulary = createVocabulary(foldWord);
      now = checkArticle(article, stets, bench, before);
      before = now;
      return now;
    };
    const check = () => read().report;
    return {
      path,
      get article() {
        return article;
      },
      check,
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
      suggest: (message) => suggestFor(message, read(), context),
    };
  };
  return { settings, open };
}

function chooseRules(settings: Settings, all: readonly Rule[]): ActiveRules {
  const block: ActiveRules['block'][number][] = [];
  const article: ActiveRules['article'][number][] = [];
  for (const rule of all) {
    const setting = settings.rules.get(rule.id);
    if (!setting || setting.severity === 'off') continue;
    if (rule.scope === 'block') block.push({ rule, setting });
    else article.push({ rule, setting });
  }
  return { block, article };
}
