import type { Block } from '../article/index.ts';
import type { Mend, Suspicions } from '../encoding/index.ts';
import type { ParsedBlock, Tokens } from '../language/index.ts';
import { parseBlock, readIn } from '../language/index.ts';
import type { Mention } from '../people/index.ts';
import { findMentions } from '../people/index.ts';
import type { BlockContext, Finding, Report, Rule } from '../rules/index.ts';
import type { ActiveRules, ActiveWideRule, Bench } from './bench.ts';
import type { Base, Other } from './layer.ts';
import type { Message } from './message.ts';
import { sortByNeed } from './needs.ts';
import type { ActiveRule, RawFinding } from './settle.ts';
import type { Chosen } from './watch.ts';
import { endOfBlock } from './watch.ts';

/** A rule that threw. */
export interface Failure {
  ruleId: string;
  error: Error;
}

/**
 * A block as examined: what its own text says, whatever stands around it. It is another where the text, its mending, its
 * language or its number is; once its rules have run, only what is said of its place changes.
 */
export interface Examined {
  /** Rises through the article; the block keeps it for as long as it stands between the same others. */
  readonly number: number;
  /** As it was first read. */
  readonly block: Block;
  readonly mend: Mend;
  readonly isMended: boolean;
  /** A quotation ran into the block. */
  readonly quoteOpen: boolean;
  /** One runs out of it. */
  readonly endsOpen: boolean;
  /** How many tokens it has. */
  readonly size: number;
  /** In the language that it is read in. */
  parsed: ParsedBlock;
  /** The language that its own words tell. */
  readonly spoken: string;
  readonly context: View;
  /** What a glance at the text says of damage; only then the mender is asked. */
  readonly suspicions: Suspicions | undefined;
  /** The language that its rules were chosen by. */
  language: string;
  findings: readonly RawFinding[];
  /** For the rules that see more than one block: what one of them collected, and from there on the others. */
  facts: RuleFacts | undefined;
  failures: readonly Failure[];
  settled: Settled | undefined;
  /** Where it stood when it was last settled. */
  base: Base | undefined;
  /** All its messages as last laid out. */
  laid: Laid | undefined;
}

/** What one rule collected from a block: at least one fact. */
export interface RuleFacts {
  /** Its place among the rules that see more than one block. */
  readonly rule: number;
  /** The number of the block. */
  readonly block: number;
  readonly facts: readonly object[];
  /** What another rule collected from the block: a list of all would be an object more. */
  readonly next: RuleFacts | undefined;
}

/** What blocks left for the rules that see more than one block, by the places of these. */
export type FiledFacts = (RuleFacts[] | undefined)[];

/** Files what a rule collected from a block with what it collected from those before. */
export function fileFacts(filed: FiledFacts, own: RuleFacts): void {
  const there = filed[own.rule];
  if (there) there.push(own);
  else filed[own.rule] = [own];
}

/** The messages of a block, and what they are of: they are the same for as long as this is. */
export interface Laid {
  messages: readonly Message[];
  base: Base;
  wide: readonly RawFinding[];
  /** The blocks that they speak of, in step with the related places of all, and where these stood. */
  others: readonly Other[];
  /** Their places follow from where the blocks stand. */
  mayMove: boolean;
  /** The last block that they speak of, their own at least. */
  readonly reach: number;
}

/** The messages of a block's own findings, those left out that speak of other blocks, and where they were settled. */
export interface Settled {
  messages: readonly Message[];
  /** Findings that reach out of the block. */
  reaching: readonly RawFinding[];
  base: Base;
}

/** Parses a block; its rules are still to be run. */
export function openBlock(
  block: Block,
  number: number,
  mend: Mend,
  suspicions: Suspicions | undefined,
  quoteOpen: boolean,
  { desk, isEnglish }: Pick<Bench, 'desk' | 'isEnglish'>,
): Examined {
  const parsed = parseBlock(block, mend.text, desk.vocabulary, { quoteOpen, map: mend.map, isEnglish });
  return {
    number,
    block,
    mend,
    isMended: mend.damages.length > 0,
    quoteOpen,
    endsOpen: parsed.quoteOpen,
    size: parsed.tokens.count,
    parsed,
    spoken: parsed.language,
    context: new View(block, parsed, mend.damages, desk),
    suspicions,
    language: '',
    findings: none,
    facts: undefined,
    failures: none,
    settled: undefined,
    base: undefined,
    laid: undefined,
  };
}

/** A block as its rules see it. */
class View implements BlockContext {
  readonly block: Block;
  /** In the language that it is read in. */
  parsed: ParsedBlock;
  readonly damages: Mend['damages'];
  readonly #desk: Bench['desk'];

  constructor(block: Block, parsed: ParsedBlock, damages: Mend['damages'], desk: Bench['desk']) {
    this.block = block;
    this.parsed = parsed;
    this.damages = damages;
    this.#desk = desk;
  }

  mentions(): readonly Mention[] {
    return findMentions(this.parsed, this.#desk.lexicon, this.#desk.vocabulary);
  }
}

/**
 * Runs the block rules on blocks that were opened just now and collects their facts. A rule that throws leaves a failure and
 * nothing else. Each rule is done with all of the blocks before the next begins: what a processor has at hand of a rule is
 * worth more than what it has of a block.
 *
 * @param filed takes the facts too
 */
export function examine(
  blocks: readonly { one: Examined; language: string }[],
  { active, desk, watch }: Pick<Bench, 'active' | 'desk' | 'watch'>,
  filed: FiledFacts,
): void {
  const examined: Examined[] = [];
  const all: Chosen = { count: blocks.length, blocks: [], tokens: undefined };
  const tokens: Tokens[] = [];
  const contexts: View[] = [];
  // Of most articles all blocks are in one language.
  let common = blocks[0]?.language;
  for (let at = 0; at < blocks.length; at++) {
    const opened = blocks[at];
    if (!opened) continue;
    const { one, language } = opened;
    settleLanguage(one, language);
    examined.push(one);
    all.blocks.push(at);
    tokens.push(one.parsed.tokens);
    contexts.push(one.context);
    if (language !== common) common = undefined;
  }
  const chosen = watch(tokens);
  const holding = sortByNeed(contexts, desk);
  const shownTo = ({ rule, watched }: ActiveRule): Chosen => {
    if (common !== undefined && !reads(rule, common)) return nothing;
    return (watched !== undefined ? chosen[watched] : rule.needs ? holding(rule.needs) : all) ?? nothing;
  };
  const said: Finding[] = [];
  const report = (finding: Finding) => said.push(finding);
  const { block, wide } = active;
  for (let index = 0; index < block.length; index++) {
    const own = block[index];
    if (own) checkBlocks(own, shownTo(own), examined, desk, said, report);
  }
  for (let index = 0; index < wide.length; index++) {
    const own = wide[index];
    if (own?.rule.collect) collectFacts(own, index, shownTo(own), examined, desk, filed);
  }
}

const reads = ({ languages }: Rule, language: string): boolean => !languages || languages.includes(language);

/**
 * Runs a rule on the blocks that it is shown.
 *
 * @param said where `report` puts what is said of a block
 */
function checkBlocks(
  active: ActiveRules['block'][number],
  shown: Chosen,
  examined: readonly Examined[],
  desk: Bench['desk'],
  said: Finding[],
  report: Report,
): void {
  const { rule, setting } = active;
  const { check } = rule;
  const { options } = setting;
  for (let i = 0, end = 0; i < shown.count; i = end) {
    end = endOfBlock(shown, i);
    const one = examined[shown.blocks[i] ?? 0];
    if (!one || !reads(rule, one.language)) continue;
    try {
      check(one.context, options, report, desk, shown.tokens?.slice(i, end) ?? none);
      if (said.length > 0) keepFindings(one, active, said);
    } catch (error) {
      fail(one, rule, error);
    }
    if (said.length > 0) said.length = 0;
  }
}

function keepFindings(one: Examined, { rule, setting }: ActiveRule, said: readonly Finding[]): void {
  one.findings = one.findings.concat(said.map((finding) => ({ rule, setting, finding })));
}

/** Collects a rule's facts from the blocks that it is shown. */
function collectFacts(
  { rule, setting }: ActiveWideRule,
  index: number,
  shown: Chosen,
  examined: readonly Examined[],
  desk: Bench['desk'],
  filed: FiledFacts,
): void {
  const { collect } = rule;
  const { options } = setting;
  for (let i = 0, end = 0; i < shown.count; i = end) {
    end = endOfBlock(shown, i);
    const one = examined[shown.blocks[i] ?? 0];
    if (!one || !reads(rule, one.language)) continue;
    try {
      const facts = collect?.(one.context, options, desk, shown.tokens?.slice(i, end) ?? none) ?? none;
      if (facts.length === 0) continue;
      // A list that was pushed to has room for sixteen more, and this one lives as long as the block.
      one.facts = { rule: index, block: one.number, facts: facts.slice(), next: one.facts };
      fileFacts(filed, one.facts);
    } catch (error) {
      fail(one, rule, error);
    }
  }
}

function fail(one: Examined, rule: Rule, error: unknown): void {
  one.failures = [...one.failures, { ruleId: rule.id, error: toError(error) }];
}

/** A block too short to tell reads as English, unless its article is in another language. */
function settleLanguage(one: Examined, language: string): void {
  one.language = language;
  const own = language === 'en' ? one.spoken : language;
  if (one.parsed.language === own) return;
  one.parsed = readIn(one.parsed, own);
  one.context.parsed = one.parsed;
}

const none: readonly never[] = [];
const nothing: Chosen = { count: 0, blocks: [], tokens: undefined };

/** Whether a mending of the same block says what it said before. */
export function isSameMend(a: Mend, b: Mend): boolean {
  if (a === b || a.damages === b.damages) return a.text === b.text;
  if (a.text !== b.text || a.damages.length !== b.damages.length) return false;
  return a.damages.length === 0 || JSON.stringify(a.damages) === JSON.stringify(b.damages);
}

/** Whatever was thrown, as an error. */
export function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
