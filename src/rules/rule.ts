import type { Article, Block, Placed, Span } from '../article/index.ts';
import type { Damage, Mender } from '../encoding/index.ts';
import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { keepWithBlock } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Cast, Circle, Mention, Person } from '../people/index.ts';
import type { Speller } from '../spelling/index.ts';
import type { Matcher } from '../style/index.ts';

export type Category =
  | 'encoding'
  | 'rank'
  | 'office'
  | 'capitalization'
  | 'name'
  | 'place'
  | 'dialect'
  | 'spelling'
  | 'punctuation'
  | 'quote'
  | 'repetition'
  | 'grammar'
  | 'number'
  | 'date'
  | 'structure'
  | 'style'
  | 'sensitivity';

/** error = wrong in any house; warning = inconsistent here; info = house style; hint = taste. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** How ranks and titles are written in the house. */
export type RankStyle = 'keep-full' | 'ap' | 'reuters' | 'guardian' | 'bbc' | 'any-consistent';

/** A block with all that the desk knows of it. Offsets in findings are UTF-16 in `parsed.text`. */
export interface BlockContext {
  /** As it was first read: it may stand elsewhere now. */
  readonly block: Block;
  readonly parsed: ParsedBlock;
  readonly damages: readonly Damage[];
  /** People named in the block; found at the first call and kept. */
  mentions(this: BlockContext): readonly Mention[];
}

/** What every rule may look up. */
export interface DeskContext {
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly style: RankStyle;
  /** `en-US`, `en-GB` or `auto`. */
  readonly language: string;
  /** Dictionaries; opened at the first question. */
  readonly speller?: Speller;
  /** House style packs, compiled. */
  readonly packs?: Matcher;
  /** Names on the desk's lists that a word may be whose letters beyond ASCII were dropped. */
  readonly readDropped?: Mender['readDropped'];
}

/**
 * The whole article, for rules that see more than one block. Blocks have numbers that rise through the article; a block keeps
 * its own when another comes or goes.
 */
export interface ArticleContext extends DeskContext {
  readonly article: Article;
  /** All blocks in order. */
  blocks(): readonly BlockContext[];
  /** The block with a number; with `ahead` the one so many blocks behind it. */
  at(block: number, ahead?: number): BlockContext | undefined;
  /** The number of the first block of which something holds. */
  find(holds: (context: BlockContext) => boolean): number | undefined;
  /** Where an offset of a block's own text lies in the source. */
  toSource(block: number, offset: number): number;
  /** The people of the article; resolved at the first call and kept. */
  cast(): Cast;
  /** The same people by circles, in no order: those that did not change are the objects that they were. */
  circles(): Iterable<Circle>;
  /** The `TitleMark` bits of all of them together: what no title has need not be looked for person by person. */
  titles(): number;
  /** The words of their names, in small letters. */
  names(): ReadonlySet<string>;
}

/** A place in another block that a finding speaks of. */
export interface Related {
  block: number;
  span: Span;
  /** A template, filled from `data`. */
  message: string;
}

/** What a rule reports. The texts are templates: `{name}` is filled from `data`, `{line}` is the line of the first related place. */
export interface Finding extends Span {
  /** Where it stands in the source, when that is in no block: the finding's own span then only names the block. */
  inSource?: Span;
  /** The block; a block rule leaves it out. */
  block?: number;
  /** A template when it differs from the rule's own `what`. */
  what?: string;
  why?: string;
  how?: string;
  data?: Readonly<Record<string, string | number>>;
  /** Replacements, best first; an empty string deletes. */
  expected?: readonly string[];
  /** True when one reading remains. The desk takes it back inside quotations where the rule's policy says so. */
  safe?: boolean;
  related?: readonly Related[];
  /** Findings with one key speak of one thing: «fix all mentions» takes them together. */
  group?: string;
  /** Overrides of the rule's own, where one rule speaks for many (style packs, encoding kinds). */
  ruleId?: string;
  category?: Category;
  severity?: Severity;
  url?: string;
}

export type Report = (finding: Finding) => void;

/** One value that a configuration may set. */
export type OptionSchema =
  | { type: 'boolean'; default: boolean; description: string }
  | { type: 'number'; default: number; minimum?: number; maximum?: number; description: string }
  | { type: 'string'; default: string; enum?: readonly string[]; description: string }
  | { type: 'strings'; default: readonly string[]; description: string };

export type OptionValue = boolean | number | string | readonly string[];
export type Options = Readonly<Record<string, OptionValue>>;

/** An example is a test and documentation: `bad` is flagged and its first fix gives `good`; `good` is silent. */
export interface Example {
  bad?: string;
  good?: string;
  options?: Options;
  style?: RankStyle;
  language?: string;
  /** People on the team's list. */
  team?: readonly {
    name: string;
    aliases?: readonly string[];
    wrong?: readonly string[];
    from?: string;
    until?: string;
  }[];
  /** Terms on the team's list. */
  terms?: readonly { preferred: string; banned?: readonly string[]; kind?: 'term' | 'place' | 'casing' }[];
  /** What the example shows, where it isn't plain. */
  note?: string;
}

interface RuleMeta {
  id: string;
  category: Category;
  severity: Severity;
  /** Off unless a configuration names it. */
  optIn?: boolean;
  /** Languages (primary subtags) of blocks that it reads; all when left out. */
  languages?: readonly string[];
  /** One or two sentences for people who read of the rule: what it finds, and why that is a fault. */
  about?: string;
  /** Message: what is wrong and where it differs. */
  what: string;
  /** Note: why. */
  why: string;
  /** Title of the fix; `{expected}` is the replacement. */
  how: string;
  inQuotes: 'check' | 'suggest' | 'ignore';
  options: Readonly<Record<string, OptionSchema>>;
  examples: readonly Example[];
}

/** Whether a rule may have something to say of a word; pure. The folded form is `foldWord`'s, the number the vocabulary's. */
export type WordTest = (word: string, folded: string, id: number) => boolean;

/**
 * What a block must hold for a rule to read it: damage that was mended, a mention of somebody, a rank, an office or a body,
 * with a name or without, initials before a name, a comma between a rank and a name.
 */
export type Need = 'damage' | 'mention' | 'rank' | 'office' | 'initials' | 'comma';

/** How a rule waits for what it reads instead of walking through every block. */
interface Waiting {
  /** A block without it is passed over. Of a rule that waits for words these alone count. */
  needs?: Need;
  /**
   * The words that the rule waits for. The test is asked once a word; a block without any is passed over, and the rule
   * is handed the tokens that it chose (whatever their kind), in rising order.
   */
  words?(desk: DeskContext): WordTest;
}

/** A pure function of one block. */
export interface BlockRule extends RuleMeta, Waiting {
  scope: 'block';
  check(context: BlockContext, options: Options, report: Report, desk: DeskContext, tokens: readonly number[]): void;
}

/**
 * What every rule has that sees more than one block.
 *
 * Nothing is weighed twice that did not change: each of these rules has its cases (one thing, one person, one circle),
 * and a case is judged again only when one of its facts or mentions is another, when the gist is another, or when the
 * cast is that it asked for. So `check` may read no block but those that its case stands in.
 */
interface WideRule<Fact extends object, Gist, Facts = readonly Placed<Fact>[]> extends RuleMeta, Waiting {
  /** Says of a part of the article what it says of the whole, or nearly: it need not wait until all of a long one is read. */
  early?: true;
  /**
   * A pure function of one block, kept with it. The desk writes the block's number on each fact: one that has a field for it,
   * `block: undefined`, takes a third less memory.
   */
  collect?(context: BlockContext, options: Options, desk: DeskContext, tokens: readonly number[]): readonly Fact[];
  /**
   * What of the whole article each case is judged by (which English most of it is in), as values that can be compared:
   * asked at every check, so it must cost little.
   *
   * @param facts of all blocks, in the order of the text; of a rule whose facts are its cases these, case by case
   */
  gist?(facts: Facts, options: Options, article: ArticleContext): Gist;
}

/** The facts of each case, in the order of the text; the list of a case that did not change is the object that it was. */
export type FactsByCase<Fact> = Iterable<readonly Placed<Fact>[]>;

/** Weighs what the blocks say of one thing, wherever they stand: of a place, an office, a word. */
export interface CaseRule<Fact extends object = object, Gist = unknown>
  extends WideRule<Fact, Gist, FactsByCase<Fact>> {
  scope: 'case';
  collect: NonNullable<WideRule<Fact, Gist>['collect']>;
  /** The case of a fact: facts of one case speak of one thing. */
  caseOf(fact: Fact): string | number;
  /** Two where the rule says nothing of a case that has one fact, and need not be asked. */
  least?: 2;
  /** @param facts of one case, in the order of the text */
  check(facts: readonly Placed<Fact>[], options: Options, report: Report, article: ArticleContext, gist: Gist): void;
}

/** Weighs all mentions of one person. */
export interface PersonRule<Fact extends object = object, Gist = unknown> extends WideRule<Fact, Gist> {
  scope: 'person';
  check(person: Person, options: Options, report: Report, article: ArticleContext, gist: Gist): void;
}

/** Weighs people whose names are alike. */
export interface CircleRule<Fact extends object = object, Gist = unknown> extends WideRule<Fact, Gist> {
  scope: 'circle';
  check(circle: Circle, options: Options, report: Report, article: ArticleContext, gist: Gist): void;
}

/** Weighs the whole article, at every check: for what has no cases. */
export interface ArticleRule<Fact extends object = object> extends WideRule<Fact, undefined> {
  scope: 'article';
  /** @param facts of all blocks, in the order of the text */
  check(facts: readonly Placed<Fact>[], options: Options, report: Report, article: ArticleContext): void;
}

export type AnyWideRule = CaseRule | PersonRule | CircleRule | ArticleRule;
export type Rule = BlockRule | AnyWideRule;

/** Types a rule; the examples harness, the docs and the configuration schema read the same object. */
export function defineRule<Fact extends object, Gist = undefined>(
  rule: BlockRule | CaseRule<Fact, Gist> | PersonRule<Fact, Gist> | CircleRule<Fact, Gist> | ArticleRule<Fact>,
): Rule {
  // Facts and gist pass from a rule's own functions to its own `check`; nobody else reads them.
  return rule as unknown as Rule;
}

/**
 * A column of the vocabulary for what a rule knows of each word: asked once a word.
 *
 * @param read pure; the folded form is `foldWord`'s
 */
export function perWord<T>(
  read: (word: string, folded: string, desk: DeskContext, id: number) => T,
): (desk: DeskContext) => (id: number) => T {
  // A vocabulary belongs to one desk.
  const columns = new WeakMap<Vocabulary, (id: number) => T>();
  return (desk) => {
    const known = columns.get(desk.vocabulary);
    if (known) return known;
    const column = desk.vocabulary.column((word, folded, id) => read(word, folded, desk, id));
    columns.set(desk.vocabulary, column);
    return column;
  };
}

/**
 * The same of whole numbers, for walks over all tokens: by the word's number.
 *
 * @param read pure
 */
export function numberPerWord(read: (word: string, desk: DeskContext) => number): (desk: DeskContext) => Int32Array {
  const readers = new WeakMap<Vocabulary, (word: string) => number>();
  return (desk) => {
    let reader = readers.get(desk.vocabulary);
    if (!reader) {
      reader = (word) => read(word, desk);
      readers.set(desk.vocabulary, reader);
    }
    return desk.vocabulary.numbers(reader);
  };
}

/** Whether English has a word, by its number: the dictionary is asked once a word for all rules. Without one it has all. */
export const isEnglish = ({ vocabulary, speller }: DeskContext): ((id: number) => boolean) =>
  vocabulary.column(speller?.verdict('en') ?? yes);

const yes = () => true;

/**
 * Keeps what a function reads of a block for as long as the block's text stays: for an article rule that looks at every
 * block at each check.
 *
 * @param read pure; asked once for a block
 */
export function perBlock<T>(
  read: (context: BlockContext, desk: DeskContext) => T,
): (context: BlockContext, desk: DeskContext) => T {
  const ask = keepWithBlock((_: ParsedBlock, context: BlockContext, desk: DeskContext) => read(context, desk));
  return (context, desk) => ask(context.parsed, context, desk);
}

/** Whether something holds of a fact of any case. */
export function someFact<Fact>(cases: FactsByCase<Fact>, holds: (fact: Fact) => boolean): boolean {
  for (const facts of cases) if (facts.some(holds)) return true;
  return false;
}

/**
 * Keeps what a function reads of the facts of a case for as long as these stay: for a gist, which is asked at every check.
 * A few facts are read sooner than it is looked up what was read of them.
 *
 * @param read pure
 */
export function perCase<Fact, T>(read: (facts: readonly Placed<Fact>[]) => T): (facts: readonly Placed<Fact>[]) => T {
  const known = new WeakMap<readonly Placed<Fact>[], T>();
  return (facts) => {
    if (facts.length <= fewFacts) return read(facts);
    const before = known.get(facts);
    if (before !== undefined) return before;
    const now = read(facts);
    known.set(facts, now);
    return now;
  };
}

const fewFacts = 8;

/** «MACON, Ga. (AP) —»: the story is the Associated Press’s. */
export const isOfAssociatedPress = ({ parsed: { text, datelineEnd } }: BlockContext): boolean =>
  datelineEnd > 0 && text.slice(0, datelineEnd).includes('(AP)');
