import type { Block } from '../article/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import type { MeasureCheck } from './checks/index.ts';
import type { TextCounts } from './measures.ts';
import { countText } from './measures.ts';
import type { Scope } from './scopes.ts';
import { blockSections, isRunningText, matchesScope, namesSection } from './scopes.ts';
import type { FoundHit } from './totals.ts';
import { toHit } from './totals.ts';

/** A block as rules with a scope of their own measure it. */
export interface MeasuredBlock {
  /** Which of the rules take the block. */
  rules: readonly number[];
  counts: TextCounts;
  /** The end of its first sentence, where a measure of the block alone is shown. */
  end: number;
}

/**
 * Measures that read a part of the article, as `scope` says: `heading`, `text & ~blockquote`; and with `paragraph` each
 * paragraph by itself. Vale knows no such scopes, so the rules of its packs measure the whole.
 */
export function scopeMeasures(rules: readonly { check: MeasureCheck; scope: Scope }[]) {
  const isEach = (scope: Scope) => namesSection(scope, 'paragraph');
  return {
    /** Counts a block for the rules whose scope takes it. */
    count(
      parsed: ParsedBlock,
      text: string,
      block: Pick<Block, 'depth' | 'heads'>,
      extension: string,
    ): MeasuredBlock | undefined {
      if (rules.length === 0) return undefined;
      const running = isRunningText(parsed.role) ? ['paragraph'] : [];
      const sections = ['text', ...blockSections({ role: parsed.role, ...block }), ...running, extension];
      const taken = rules.flatMap(({ scope }, i) => (matchesScope(scope, sections) ? [i] : []));
      if (taken.length === 0) return undefined;
      const end = parsed.sentences[0]?.end ?? text.length;
      return { rules: taken, counts: countText(text, parsed.sentences.length), end };
    },
    /** Weighs the blocks of the article; block −1 is the article as a whole. */
    weigh(all: readonly { block: number; measured: MeasuredBlock | undefined }[]): FoundHit[] {
      return rules.flatMap(({ check, scope }, rule) => {
        const own = all.flatMap(({ block, measured }) =>
          measured?.rules.includes(rule) ? [{ ...measured, block }] : [],
        );
        const parts = isEach(scope) ? own.map((one) => [one]) : [own];
        return parts.flatMap((blocks) => {
          const counts = addUp(blocks.map((one) => one.counts));
          const message = counts.words ? check.measure(counts) : undefined;
          if (message === undefined) return [];
          const [first] = blocks;
          const alone = isEach(scope) && first;
          const place = { start: 0, end: alone ? alone.end : 0, message, expected: [] };
          return [{ block: alone ? alone.block : -1, hit: toHit(check.rule, place) }];
        });
      });
    },
  };
}

function addUp(counts: readonly TextCounts[]): Record<string, number> {
  const sum: Record<string, number> = { paragraphs: counts.length };
  for (const one of counts) for (const [name, value] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
}
