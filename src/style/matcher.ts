import type { Block, Placed, Span } from '../article/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import { isInside } from '../language/index.ts';
import type { Letters } from '../text/index.ts';
import { said, saidBy } from '../text/index.ts';
import type { Bits } from './bits.ts';
import { eachBit, hasBit } from './bits.ts';
import type { Check, CheckNeeds, IsSpelled, OwnWords, TermCheck, TextHit, TextNote } from './checks/index.ts';
import { compileCheck } from './checks/index.ts';
import { createClues } from './clues.ts';
import { foldCase } from './fold-case.ts';
import { maskText, patternsOf } from './mask.ts';
import type { TextCounts } from './measures.ts';
import { countText } from './measures.ts';
import type { Hit, Pack, PackLevel, PackProblem, PackRule } from './pack.ts';
import { recallPatterns } from './plans.ts';
import type { Compiled, Readers } from './readers.ts';
import { chooseReaders, readsBlock, takesView } from './readers.ts';
import type { MeasuredBlock } from './scoped-measures.ts';
import { scopeMeasures } from './scoped-measures.ts';
import type { NameSpan, Scope } from './scopes.ts';
import { isCounted, leftOut, namesSection, readScope } from './scopes.ts';
import type { IgnoredSpan } from './source-remarks.ts';
import { findRemarks } from './source-remarks.ts';
import type { Tagger } from './tagger.ts';
import type { TermMatch } from './terms.ts';
import { indexTerms } from './terms.ts';
import type { FoundHit } from './totals.ts';
import { joinSummary, limitHits, measureAll, shift, shiftNote, toHit } from './totals.ts';
import { makeViews, wantedViews } from './views.ts';

/** How packs are to run. */
export interface MatcherOptions {
  /** `Pack.Rule` or a pack's name → off, on, or another level. */
  levels?: ReadonlyMap<string, PackLevel | 'off' | 'on'>;
  /** Rules off unless `levels` names them. */
  onlyNamed?: readonly string[];
  /** The least level that runs. */
  minLevel?: PackLevel;
  /** Words that are accepted whatever a rule says; patterns allowed. */
  accept?: readonly string[];
  /** Patterns of what no rule reads, in a block. */
  tokenIgnores?: readonly string[];
  /** Patterns of what no rule reads, in the source. */
  blockIgnores?: readonly string[];
  /** The day by which `since` and `until` are judged, ISO 8601; without one every rule is in force. */
  today?: string;
  /** Dictionaries for rules that spell; such rules are problems without. */
  isSpelled?: IsSpelled;
  /** Hunspell dictionaries of rules that bring such, by the rule's id. */
  ownWords?: ReadonlyMap<string, OwnWords>;
  /** For rules that ask for parts of speech; such rules are problems without. */
  tagger?: Tagger;
}

/** What one block holds, kept with the block. */
export interface BlockNotes {
  hits: readonly BlockHit[];
  notes: readonly { check: number; note: TextNote; place: Span }[];
  counts: TextCounts | undefined;
  measured: MeasuredBlock | undefined;
  /** The block's text, where some rule reads the article as a whole. */
  summary?: string;
  /** How the block counts for metrics, where some rule measures: `heading_h1`, `list`, … */
  section?: string;
}

/** Whether a hit stands by its own block alone: no rule with a limit comes to it by others, and it is not of the whole. */
const standsApart = ({ whole, ledeOnly, rule }: BlockHit): boolean => !whole && !ledeOnly && rule.limit <= 0;

/** Whether a block has nothing to be weighed. */
export const isSilent = ({ hits, notes, counts, measured, summary, section }: BlockNotes): boolean =>
  hits.length + notes.length === 0 && !counts && !measured && summary === undefined && section === undefined;

/** A hit, and whether it stands only in the story's lede. */
export interface BlockHit extends Hit {
  ledeOnly?: boolean;
  /** It speaks of the article as a whole. */
  whole?: boolean;
}

/** Packs compiled to one matcher. */
export interface Matcher {
  readonly rules: readonly PackRule[];
  readonly problems: readonly PackProblem[];
  /** Whether any rule asks for the source itself. */
  readonly readsSource: boolean;
  /**
   * Reads one block; a pure function of it.
   *
   * @param extension the file's, without the dot
   * @param names people, ranks, offices and places of the block; asked for when a scope names such
   */
  match(
    parsed: ParsedBlock,
    block: Pick<Block, 'depth' | 'heads'>,
    extension: string,
    names?: () => readonly NameSpan[],
  ): BlockNotes;
  /**
   * Weighs the notes of blocks, in order: hits of article-wide rules, limits, parts of the story. Block −1 is the article.
   *
   * @param all silent blocks may be left out
   * @param lede the block that the story begins with
   */
  weigh(all: readonly Placed<BlockNotes>[], lede: number): readonly FoundHit[];
  /** The hits that stand whatever other blocks hold. */
  hitsApart(all: readonly Placed<BlockNotes>[]): readonly FoundHit[];
  /** Rules of scope `raw`: hits in the source. */
  matchSource(source: string): readonly Hit[];
  /** Stretches of the source that no rule reads: `BlockIgnores` and Vale's own comments, by rule; all rules without one. */
  ignored(source: Letters): readonly IgnoredSpan[];
}

const silence: BlockNotes = { hits: [], notes: [], counts: undefined, measured: undefined };

const rank: Readonly<Record<PackLevel, number>> = { hint: 0, suggestion: 1, warning: 2, error: 3 };

/** Compiles packs. A rule that cannot run is a problem, and the others go on. */
export function compilePacks(packs: readonly Pack[], options: MatcherOptions = {}): Matcher {
  const problems: PackProblem[] = [];
  const compiled: Compiled[] = [];
  const scopes = new Map<string, Scope>();
  for (const pack of packs) {
    const needs: CheckNeeds = {
      accept: options.accept ?? [],
      compile: recallPatterns(pack.plans),
      isSpelled: options.isSpelled,
      ownWords: options.ownWords,
      tagger: options.tagger,
    };
    for (const given of pack.rules) {
      const rule = setLevel(given, pack, options);
      if (!rule) continue;
      try {
        const check = compileCheck(rule, needs);
        const key = rule.scope.join('\n');
        const scope = scopes.get(key) ?? readScope(rule.scope);
        scopes.set(key, scope);
        compiled.push({ check, scope, without: leftOut(scope) });
      } catch (error) {
        problems.push(problemAt(rule, error));
      }
    }
  }
  const ignoresInText = patternsOf(options.tokenIgnores ?? []);
  const ignoresInSource = patternsOf(options.blockIgnores ?? []);
  const termChecks = compiled.flatMap((one) => (one.check.kind === 'terms' ? [{ ...one, check: one.check }] : []));
  const vale = new Set(packs.filter((pack) => pack.vale).flatMap((pack) => pack.rules.map(({ id }) => id)));
  const terms = indexTerms(
    termChecks.map(({ check }) => ({
      terms: check.terms,
      ignoreCase: check.ignoreCase,
      exactSpaces: vale.has(check.rule.id),
    })),
  );
  const reads = (section: string) => (one: Compiled) =>
    one.check.kind !== 'measure' && namesSection(one.scope, section);
  const sourceChecks = compiled.filter(reads('raw'));
  const summaryChecks = compiled.filter(reads('summary'));
  const textChecks = compiled.filter(
    (one) => (one.check.kind === 'text' || one.check.kind === 'article') && !sourceChecks.includes(one),
  );
  const measuring = compiled.flatMap(({ check, scope }) => (check.kind === 'measure' ? [{ check, scope }] : []));
  const isPart = ({ check: { rule } }: (typeof measuring)[number]) =>
    !vale.has(rule.id) && !rule.scope.some((scope) => scope === 'text' || scope === 'summary');
  const measures = measuring.filter((one) => !isPart(one)).map(({ check }) => check);
  const partMeasures = scopeMeasures(measuring.filter(isPart));
  const articleChecks = new Map(
    compiled.flatMap(({ check }, i) => (check.kind === 'article' ? [[i, check] as const] : [])),
  );
  const position = new Map(compiled.map((one, i) => [one, i]));
  const wanted = wantedViews([...scopes.values()]);
  const readersOf = chooseReaders(textChecks);
  const clues = createClues(
    textChecks.map(({ check }) => (check.kind === 'text' || check.kind === 'article' ? check : {})),
    terms,
  );

  return {
    rules: compiled.map(({ check }) => check.rule),
    problems,
    readsSource: sourceChecks.length > 0,
    match,
    weigh,
    hitsApart: (all) =>
      all.flatMap(({ block, hits }) => hits.filter(standsApart).map((hit): FoundHit => ({ block, hit }))),
    matchSource,
    ignored: (source) => [
      ...ignoresInSource.flatMap((pattern) => pattern.matches(source.toString())),
      ...findRemarks(source),
    ],
  };

  function match(
    parsed: ParsedBlock,
    block: Pick<Block, 'depth' | 'heads'>,
    extension: string,
    findNames: () => readonly NameSpan[] = () => [],
  ): BlockNotes {
    const text = maskText(parsed, ignoresInText);
    const readers = readersOf(parsed, block, extension);
    const woken = clues.find(parsed, text, readers.checks);
    // As most blocks.
    if (!woken && measuring.length + summaryChecks.length === 0) return silence;
    const counted = isCounted(parsed.role);
    return {
      ...(woken ? readBlock(woken, parsed, text, readers, extension, findNames) : silence),
      counts: measures.length > 0 && counted ? countText(text, parsed.sentences.length) : undefined,
      ...(summaryChecks.length > 0 && counted && { summary: text }),
      measured: partMeasures.count(parsed, text, block, extension),
      ...(measures.length > 0 && { section: readers.section }),
    };
  }

  /** Asks the checks that were woken. */
  function readBlock(
    woken: Bits,
    parsed: ParsedBlock,
    text: string,
    { own, takes }: Readers,
    extension: string,
    findNames: () => readonly NameSpan[],
  ): Pick<BlockNotes, 'hits' | 'notes'> {
    let found: readonly NameSpan[] | undefined;
    const names = () => {
      found ??= findNames();
      return found;
    };
    const hits: BlockHit[] = [];
    const notes: { check: number; note: TextNote; place: Span }[] = [];
    const views = makeViews(parsed, text, own, extension, wanted, names);
    const shown = views.map((view) => ({ view, takers: takes(view) }));
    const keep = ({ check: { rule }, without }: Compiled, hit: TextHit) => {
      if (rule.inQuotes === 'ignore' && isInside(parsed.quotes, hit.start)) return;
      if (without.length > 0 && isInName(hit, names(), without)) return;
      const safe = rule.safe && rule.inQuotes === 'check' ? true : rule.safe && !isInside(parsed.quotes, hit.start);
      if (hits.some((other) => other.rule === rule && other.start === hit.start)) return;
      hits.push({
        ...hit,
        rule,
        level: rule.level,
        safe: safe && hit.expected.length > 0,
        ...(rule.parts.length > 0 &&
          rule.parts.every((part) => part === 'lede') &&
          parsed.role !== 'summary' && { ledeOnly: true }),
      });
    };

    if (hasBit(woken, clues.ofTerms)) {
      // Code is out of sight in the text and in sight for rules of code.
      const full = wanted.marks ? parsed.text : text;
      for (const [list, matches] of groupByList(terms.find(full, foldCase(full)))) {
        const one = termChecks[list];
        if (!one || !readsBlock(one.check.rule, parsed)) continue;
        for (const view of views) {
          if (!takesView(one.scope, view)) continue;
          const inside = matches.filter(
            ({ start, end }) =>
              view.spans.some((span) => span.start <= start && end <= span.end) &&
              (view.text === full || view.text.slice(start, end) === full.slice(start, end)),
          );
          for (const hit of chooseTerms(one.check, inside, view.text)) keep(one, hit);
        }
      }
    }
    eachBit(woken, (place) => {
      const one = textChecks[place];
      if (!one) return;
      const { check } = one;
      for (const { view, takers } of shown) {
        if (!hasBit(takers, place)) continue;
        for (const span of view.spans) {
          const isAll = span.start === 0 && span.end === view.text.length;
          const part = isAll ? view.text : view.text.slice(span.start, span.end);
          if (check.kind === 'text') for (const hit of check.find(part)) keep(one, shift(hit, span.start));
          else if (check.kind === 'article') {
            const note = check.note(part);
            if (note) notes.push({ check: position.get(one) ?? 0, note: shiftNote(note, span.start), place: span });
          }
        }
      }
    });
    return { hits, notes };
  }

  function weigh(all: readonly Placed<BlockNotes>[], lede: number): readonly FoundHit[] {
    const result: FoundHit[] = [];
    const said = new Set<PackRule>();
    const add = (block: number, hit: BlockHit) => {
      if (!hit.whole) result.push({ block, hit });
      else if (!said.has(hit.rule)) {
        said.add(hit.rule);
        result.push({ block: -1, hit });
      }
    };
    for (const { block, hits } of all) for (const hit of hits) if (!hit.ledeOnly || block === lede) add(block, hit);
    const noted = all.flatMap(({ block, notes }) => notes.map(({ check, note }) => ({ block, check, note })));
    for (const [index, check] of noted.length > 0 ? articleChecks : []) {
      const places = noted.filter((one) => one.check === index);
      for (const { note, hit } of check.weigh(places.map((place) => place.note)))
        result.push({ block: places[note]?.block ?? 0, hit: toHit(check.rule, hit) });
    }
    if (summaryChecks.length > 0) {
      const { text, placeAt } = joinSummary(all);
      for (const hit of summaryChecks.flatMap((one) => findIn(one.check, text))) {
        const place = placeAt(hit.start);
        add(place.block, { ...hit, start: hit.start - place.start, end: hit.end - place.start });
      }
    }
    result.push(...partMeasures.weigh(all));
    if (measures.length > 0) result.push(...measureAll(measures, all, result));
    return limitHits(result);
  }

  function matchSource(source: string): readonly Hit[] {
    return sourceChecks.flatMap(({ check }) => findIn(check, source));
  }

  /** What a check finds in a text that is no block. */
  function findIn(check: Check, text: string): BlockHit[] {
    if (check.kind === 'text') return check.find(text).map((hit) => toHit(check.rule, hit));
    if (check.kind === 'terms') {
      const list = termChecks.findIndex((one) => one.check === check);
      const matches = terms.find(text, foldCase(text)).filter((one) => one.list === list);
      return chooseTerms(check, matches, text).map((hit) => toHit(check.rule, hit));
    }
    if (check.kind !== 'article') return [];
    const note = check.note(text);
    return note ? check.weigh([note]).map(({ hit }) => toHit(check.rule, hit)) : [];
  }
}

function isInName({ start, end }: Span, names: readonly NameSpan[], kinds: readonly string[]): boolean {
  return names.some((name) => kinds.includes(name.kind) && name.start < end && start < name.end);
}

function setLevel(rule: PackRule, pack: Pack, options: MatcherOptions): PackRule | undefined {
  const { levels, onlyNamed, minLevel, today } = options;
  if (today && ((rule.since && today < rule.since) || (rule.until && today > rule.until))) return undefined;
  const own = levels?.get(rule.id);
  const set = own ?? levelOfFolder(rule.id, levels);
  if (set === 'off' || (set === undefined && onlyNamed?.includes(pack.name))) return undefined;
  // What says that something is right is asked for by name.
  if (rule.confirm && own === undefined) return undefined;
  const level = set === undefined || set === 'on' || rule.confirm ? rule.level : set;
  if (minLevel && rank[level] < rank[minLevel]) return undefined;
  return level === rule.level ? rule : { ...rule, level };
}

/** The level of the nearest folder that has one: `Pack.Folder.Rule`, then `Pack.Folder`, then `Pack`. */
function levelOfFolder(id: string, levels: MatcherOptions['levels']): PackLevel | 'off' | 'on' | undefined {
  for (let at = id.lastIndexOf('.'); levels && at > 0; at = id.lastIndexOf('.', at - 1)) {
    const level = levels.get(id.slice(0, at));
    if (level) return level;
  }
  return undefined;
}

function groupByList(matches: readonly TermMatch[]): ReadonlyMap<number, readonly TermMatch[]> {
  const byList = new Map<number, TermMatch[]>();
  for (const one of matches) {
    const list = byList.get(one.list);
    if (list) list.push(one);
    else byList.set(one.list, [one]);
  }
  return byList;
}

/** Left to right, the first term of the list where several begin, none over another. */
function chooseTerms(
  check: TermCheck,
  matches: readonly { term: number; start: number; end: number }[],
  text: string,
): TextHit[] {
  const sorted = [...matches].sort((a, b) => a.start - b.start || a.term - b.term);
  const hits: TextHit[] = [];
  let taken = -1;
  for (const { term, start, end } of sorted) {
    if (start < taken) continue;
    taken = end;
    const hit = check.report(term, start, end, text);
    if (hit) hits.push(hit);
  }
  return hits;
}

function problemAt(rule: PackRule, error: unknown): PackProblem {
  const { file, line, column } = rule.place;
  return {
    file,
    line,
    column,
    endLine: line,
    endColumn: column + 1,
    severity: 'error',
    message: said`${rule.id} cannot run: ${saidBy(error)}`,
  };
}
