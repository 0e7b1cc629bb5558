import type { Block } from '../article/index.ts';
import type { Mend, Suspicions } from '../encoding/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import { parseBlock } from '../language/index.ts';
import type { Mention } from '../people/index.ts';
import { findMentions } from '../people/index.ts';
import type { BlockContext, DeskContext, Finding } from '../rules/index.ts';
import type { Bench } from './bench.ts';
import type { Base } from './layer.ts';
import type { Message } from './message.ts';
import type { RawFinding } from './settle.ts';

/** A rule that threw. */
export interface Failure {
  ruleId: string;
  error: Error;
}

/**
 * A block as examined: what its own text says, whatever stands around it. All of it is kept until the text, its
 * mending or its language changes.
 */
export interface Examined {
  /** Where it stands now; see `moveExamined`. */
  block: Block;
  readonly mend: Mend;
  /** A quotation ran into the block. */
  readonly quoteOpen: boolean;
  readonly parsed: ParsedBlock;
  readonly context: { -readonly [Name in keyof BlockContext]: BlockContext[Name] };
  /** What a glance at the text says of damage; only then the mender is asked. */
  readonly suspicions: Suspicions | undefined;
  /** The language that its rules were chosen by. */
  language: string;
  findings: readonly RawFinding[];
  /** Facts for the rules that see more than one block, in step with them. */
  facts: readonly (readonly unknown[])[];
  failures: readonly Failure[];
  settled: Settled | undefined;
  /** Where it stood when it was last settled. */
  base: Base | undefined;
  /** All its messages as last laid out. */
  laid: Laid | undefined;
}

/** The messages of a block, and what they are of: they are the same for as long as this is. */
export interface Laid {
  messages: readonly Message[];
  base: Base;
  wide: readonly RawFinding[];
  /** Where the other blocks stood that they speak of. */
  others: readonly { block: number; base: Base }[];
}

/** The messages of a block's own findings, those left out that speak of other blocks, and where they were settled. */
export interface Settled {
  messages: readonly Message[];
  /** Findings that reach out of the block. */
  reaching: readonly RawFinding[];
  base: Base;
  /** The block's source, where it is written otherwise than it reads. */
  written: string | undefined;
}

/** Parses a block; its rules are still to be run. */
export function openBlock(
  block: Block,
  index: number,
  mend: Mend,
  suspicions: Suspicions | undefined,
  quoteOpen: boolean,
  desk: DeskContext,
): Examined {
  const parsed = parseBlock(block, mend.text, desk.vocabulary, quoteOpen, mend.map);
  let found: readonly Mention[] | undefined;
  const context: Examined['context'] = {
    index,
    block,
    parsed,
    damages: mend.damages,
    mentions() {
      found ??= findMentions(parsed, desk.lexicon, desk.vocabulary);
      return found;
    },
  };
  return {
    block,
    mend,
    quoteOpen,
    parsed,
    context,
    suspicions,
    language: '',
    findings: [],
    facts: [],
    failures: [],
    settled: undefined,
    base: undefined,
    laid: undefined,
  };
}

/** Moves an examination to another place of the article: in half of all blocks nothing else changes with a keystroke. */
export function moveExamined(examined: Examined, block: Block, index: number): void {
  examined.block = block;
  examined.context.block = block;
  examined.context.index = index;
}

/** Runs the block rules on a block and collects its facts. A rule that throws leaves a failure and nothing else. */
export function examine(examined: Examined, language: string, { active, desk, watch }: Bench): void {
  const { context } = examined;
  const findings: RawFinding[] = [];
  const failures: Failure[] = [];
  const chosen = watch(context.parsed.tokens);
  for (const { rule, setting, watched } of active.block) {
    const tokens = watched === undefined ? noTokens : chosen[watched];
    if (!tokens || (rule.languages && !rule.languages.includes(language))) continue;
    const before = findings.length;
    try {
      rule.check(
        context,
        setting.options,
        (finding: Finding) => findings.push({ rule, setting, finding }),
        desk,
        tokens,
      );
    } catch (error) {
      findings.length = before;
      failures.push({ ruleId: rule.id, error: toError(error) });
    }
  }
  examined.language = language;
  examined.findings = findings;
  examined.failures = failures;
  examined.settled = undefined;
  examined.laid = undefined;
  examined.facts = active.wide.map(({ rule, setting, watched }) => {
    const tokens = watched === undefined ? noTokens : chosen[watched];
    if (!rule.collect || !tokens || (rule.languages && !rule.languages.includes(language))) return noFacts;
    try {
      const facts = rule.collect(context, setting.options, desk, tokens);
      return facts.length === 0 ? noFacts : facts;
    } catch (error) {
      failures.push({ ruleId: rule.id, error: toError(error) });
      return noFacts;
    }
  });
}

const noTokens: readonly number[] = [];
const noFacts: readonly unknown[] = [];

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
