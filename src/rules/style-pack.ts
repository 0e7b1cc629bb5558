import { lettersOf } from '../article/index.ts';
import { inspectBlock } from '../encoding/index.ts';
import type { BlockNotes, Hit, PackLevel } from '../style/index.ts';
import { findNames, isIgnored, isSilent } from '../style/index.ts';
import type { BlockContext, Category, Finding, Severity } from './rule.ts';
import { defineRule } from './rule.ts';

const severities: Readonly<Record<PackLevel, Severity>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'info',
  hint: 'hint',
};
const categories: readonly Category[] = [
  'capitalization',
  'name',
  'place',
  'dialect',
  'spelling',
  'punctuation',
  'quote',
  'repetition',
  'grammar',
  'number',
  'date',
  'structure',
  'style',
  'sensitivity',
];

export default defineRule<BlockNotes>({
  id: 'style-pack',
  category: 'style',
  severity: 'warning',
  scope: 'article',
  early: true,
  about:
    'Speaks for the style packs. Each of their rules reports under its own name, `Pack.Rule`, and is set under that name; this one switches all of them.',
  what: '{message}',
  why: '{why}',
  how: 'Change to “{expected}”',
  // Each rule of a pack has its own say.
  inQuotes: 'check',
  options: {},
  examples: [],
  collect({ block, parsed }, _options, { packs, lexicon, vocabulary }) {
    if (!packs) return none;
    const notes = packs.match(parsed, block, 'md', () => findNames(parsed, lexicon, vocabulary));
    return isSilent(notes) ? none : [notes];
  },
  check(facts, _options, report, { packs, article, at, find, toSource }) {
    if (!packs) return;
    const ignored = packs.ignored(lettersOf(article));
    const lede = find(({ parsed: { role } }) => role === 'paragraph' || role === 'summary') ?? -1;
    const first = find(() => true) ?? 0;
    const hits = article.isPart
      ? packs.hitsApart(facts.filter(({ block }) => readsAlone(at(block))))
      : packs.weigh(facts, lede);
    for (const { block, hit } of hits) {
      const there = ignored.length > 0 ? at(block) : undefined;
      if (there) {
        // By the hit, not by its block: a remark may stand within a paragraph. A letter mended before it shifts little.
        const start = toSource(block, hit.start);
        const end = Math.max(start + 1, toSource(block, hit.end));
        if (isIgnored(ignored, hit.rule.id, start, end, there.parsed.text.slice(hit.start, hit.end))) continue;
      }
      // What is said of the whole article stands at its first letter.
      if (block >= 0) report(placeHit(hit, block));
      else report({ ...toFinding(hit), block: first, start: 0, end: 0, inSource: { start: 0, end: 0 } });
    }
    if (article.isPart || !packs.readsSource) return;
    for (const hit of packs.matchSource(article.source)) {
      const said = article.source.slice(hit.start, hit.end);
      if (isIgnored(ignored, hit.rule.id, hit.start, hit.end, said)) continue;
      const inSource = { start: hit.start, end: hit.end };
      report({ ...toFinding(hit), block: first, start: 0, end: 0, inSource, expected: [] });
    }
  },
});

/** Whether a block reads the same in any article: its own words tell its language, and no letter may have been lost. */
const readsAlone = (context: BlockContext | undefined): boolean =>
  context?.parsed.language === 'en' && inspectBlock(context.block.text) === undefined;

const none: readonly never[] = [];

// A block that did not change has the hits that it had.
const placed = new WeakMap<Hit, Finding>();

function placeHit(hit: Hit, block: number): Finding {
  const known = placed.get(hit);
  if (known?.block === block) return known;
  const finding = { ...toFinding(hit), block };
  placed.set(hit, finding);
  return finding;
}

function toFinding({ rule, start, end, message, level, expected, safe }: Hit): Finding {
  return {
    start,
    end,
    ruleId: rule.id,
    category: categories.find((category) => category === rule.category) ?? 'style',
    severity: severities[level],
    data: { message, why: rule.why },
    ...(expected[0] === '' && { how: 'Delete “{actual}”' }),
    expected,
    safe,
    url: rule.link,
  };
}
