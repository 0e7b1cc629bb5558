import type { Span } from '../article/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import { isInside } from '../language/index.ts';
import type { Check, MeasureCheck, TermCheck, TextHit, TextNote } from './checks/index.ts';
import { compileCheck } from './checks/index.ts';
import type { Probe } from './grams.ts';
import { indexGrams, probeOf } from './grams.ts';
import type { TextCounts } from './measures.ts';
import { countText } from './measures.ts';
import type { Hit, Pack, PackLevel, PackProblem, PackRule, StoryPart } from './pack.ts';
import { partRoles } from './pack.ts';
import type { Pattern } from './regex/index.ts';
import { compilePattern } from './regex/index.ts';
import type { Scope } from './scopes.ts';
import { blockSections, isRunningText, matchesScope, readScope } from './scopes.ts';
import { foldCase, indexTerms } from './terms.ts';

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
}

/** What one block holds, kept with the block. */
export interface BlockNotes {
  hits: readonly BlockHit[];
  notes: readonly { check: number; note: TextNote; place: Span }[];
  counts: TextCounts | undefined;
  /** How the block counts for metrics: `heading_h1`, `list`, … */
  section: string;
  isLede: boolean;
}

/** A hit, and whether it stands only in the story's lede. */
export interface BlockHit extends Hit {
  ledeOnly?: boolean;
}

/** Packs compiled to one matcher. */
export interface Matcher {
  readonly rules: readonly PackRule[];
  readonly problems: readonly PackProblem[];
  /** Whether any rule asks for the source itself. */
  readonly readsSource: boolean;
  /** Reads one block; a pure function of it. `extension` is the file's, without the dot. */
  match(parsed: ParsedBlock, depth: number | undefined, extension: string): BlockNotes;
  /** Weighs the notes of all blocks, in order: hits of article-wide rules, limits, parts of the story. */
  weigh(notes: readonly (BlockNotes | undefined)[]): readonly { block: number; hit: Hit }[];
  /** Rules of scope `raw`: hits in the source. */
  matchSource(source: string): readonly Hit[];
  /** Stretches of the source that no rule reads: `BlockIgnores` and Vale's own comments, by rule; all rules without one. */
  ignored(source: string): readonly (Span & { rule?: string })[];
}

interface Compiled {
  check: Check;
  scope: Scope;
  probes: readonly Probe[] | undefined;
}

const rank: Readonly<Record<PackLevel, number>> = { hint: 0, suggestion: 1, warning: 2, error: 3 };

/** Compiles packs. A rule that cannot run is a problem, and the others go on. */
export function compilePacks(packs: readonly Pack[], options: MatcherOptions = {}): Matcher {
  const problems: PackProblem[] = [];
  const compiled: Compiled[] = [];
  for (const pack of packs) {
    for (const given of pack.rules) {
      const rule = setLevel(given, pack, options);
      if (!rule) continue;
      try {
        const check = compileCheck(rule, options.accept ?? []);
        const literals = check.kind === 'text' ? check.literals : undefined;
        compiled.push({ check, scope: readScope(rule.scope), probes: literals?.map(probeOf) });
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
  const counting = compiled.some(({ check }) => check.kind === 'measure');
  const isSource = ({ scope }: Compiled) =>
    scope.some((selectors) => selectors.some(({ sections }) => sections[0] === 'raw'));
  const sourceChecks = compiled.filter(isSource);
  const textChecks = compiled.filter(
    (one) => (one.check.kind === 'text' || one.check.kind === 'article') && !isSource(one),
  );
  const measures = compiled.flatMap(({ check }) => (check.kind === 'measure' ? [check] : []));
  const articleChecks = new Map(
    compiled.flatMap(({ check }, i) => (check.kind === 'article' ? [[i, check] as const] : [])),
  );
  const position = new Map(compiled.map((one, i) => [one, i]));

  return {
    rules: compiled.map(({ check }) => check.rule),
    problems,
    readsSource: sourceChecks.length > 0,
    match,
    weigh,
    matchSource,
    ignored,
  };

  function match(parsed: ParsedBlock, depth: number | undefined, extension: string): BlockNotes {
    const text = maskText(parsed, ignoresInText);
    const sections = blockSections(parsed.role, depth, extension);
    const hits: BlockHit[] = [];
    const notes: { check: number; note: TextNote; place: Span }[] = [];
    const running = isRunningText(parsed.role);
    const whole: Span = { start: 0, end: text.length };
    const views = [{ sections, spans: [whole] }];
    if (running) {
      views.push({ sections: ['paragraph', extension], spans: [whole] });
      views.push({ sections: ['sentence', extension], spans: parsed.sentences.map((span) => trimSpan(text, span)) });
    }
    const lower = foldCase(text);
    const grams = indexGrams(lower);
    const keep = (rule: PackRule, hit: TextHit) => {
      if (rule.inQuotes === 'ignore' && isInside(parsed.quotes, hit.start)) return;
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

    const found = terms.find(text, lower);
    if (found.length > 0) {
      const byList = new Map<number, typeof found>();
      for (const one of found) {
        const list = byList.get(one.list);
        if (list) list.push(one);
        else byList.set(one.list, [one]);
      }
      for (const [list, matches] of byList) {
        const one = termChecks[list];
        if (!one || !reads(one.check.rule, parsed)) continue;
        for (const view of views) {
          if (!matchesScope(one.scope, view.sections)) continue;
          for (const hit of chooseTerms(one.check, matches, text)) keep(one.check.rule, hit);
          break;
        }
      }
    }
    for (const one of textChecks) {
      const { check, scope, probes } = one;
      if (probes && !probes.some((probe) => grams.mayHold(probe))) continue;
      if (!reads(check.rule, parsed)) continue;
      for (const view of views) {
        if (!matchesScope(scope, view.sections)) continue;
        for (const span of view.spans) {
          const part = span.start === 0 && span.end === text.length ? text : text.slice(span.start, span.end);
          if (check.kind === 'text') for (const hit of check.find(part)) keep(check.rule, shift(hit, span.start));
          else if (check.kind === 'article') {
            const note = check.note(part);
            if (note) notes.push({ check: position.get(one) ?? 0, note: shiftNote(note, span.start), place: span });
          }
        }
      }
    }
    return {
      hits,
      notes,
      counts: counting && running ? countText(text, parsed.sentences.length) : undefined,
      section: sections.slice(1, -1).join('_'),
      isLede: parsed.role === 'paragraph' || parsed.role === 'summary',
    };
  }

  function weigh(all: readonly (BlockNotes | undefined)[]): readonly { block: number; hit: Hit }[] {
    const lede = all.findIndex((one) => one?.isLede);
    const result: { block: number; hit: Hit }[] = [];
    all.forEach((one, block) => {
      for (const hit of one?.hits ?? []) if (!hit.ledeOnly || block === lede) result.push({ block, hit });
    });
    for (const [index, check] of articleChecks) {
      const places = all.flatMap((one, block) =>
        (one?.notes ?? []).filter((note) => note.check === index).map(({ note }) => ({ block, note })),
      );
      for (const { note, hit } of check.weigh(places.map((place) => place.note)))
        result.push({ block: places[note]?.block ?? 0, hit: toHit(check.rule, hit) });
    }
    if (measures.length > 0) result.push(...measureAll(measures, all));
    return limitHits(result);
  }

  function matchSource(source: string): readonly Hit[] {
    return sourceChecks.flatMap(({ check }) => {
      if (check.kind === 'text') return check.find(source).map((hit) => toHit(check.rule, hit));
      if (check.kind === 'terms') {
        const list = termChecks.findIndex((one) => one.check === check);
        const matches = terms.find(source, foldCase(source)).filter((one) => one.list === list);
        return chooseTerms(check, matches, source).map((hit) => toHit(check.rule, hit));
      }
      if (check.kind !== 'article') return [];
      const note = check.note(source);
      return note ? check.weigh([note]).map(({ hit }) => toHit(check.rule, hit)) : [];
    });
  }

  function ignored(source: string): readonly (Span & { rule?: string })[] {
    const spans: (Span & { rule?: string })[] = ignoresInSource.flatMap((pattern) => pattern.matches(source));
    const open = new Map<string, number>();
    for (const remark of source.matchAll(/<!--\s*vale\s+(?:(off|on)|(\S+)\s*=\s*(YES|NO))\s*-->/g)) {
      const rule = remark[2] ?? '';
      const isOff = remark[1] === 'off' || remark[3] === 'NO';
      const from = open.get(rule);
      if (isOff && from === undefined) open.set(rule, remark.index);
      else if (!isOff && from !== undefined) {
        spans.push({ start: from, end: remark.index, ...(rule && { rule }) });
        open.delete(rule);
      }
    }
    for (const [rule, start] of open) spans.push({ start, end: source.length, ...(rule && { rule }) });
    return spans;
  }

  function reads(rule: PackRule, parsed: ParsedBlock): boolean {
    if (rule.languages.length > 0 && !rule.languages.includes(parsed.language) && parsed.language !== 'und')
      return false;
    return rule.parts.length === 0 || rule.parts.some((part: StoryPart) => partRoles[part].includes(parsed.role));
  }

  function patternsOf(sources: readonly string[]): Pattern[] {
    return sources.flatMap((source) => {
      try {
        return [compilePattern(source, { m: true })];
      } catch {
        // Reported where the configuration is read.
        return [];
      }
    });
  }
}

function setLevel(rule: PackRule, pack: Pack, { levels, onlyNamed, minLevel }: MatcherOptions): PackRule | undefined {
  const set = levels?.get(rule.id) ?? levels?.get(pack.name);
  if (set === 'off' || (set === undefined && onlyNamed?.includes(pack.name))) return undefined;
  const level = set === undefined || set === 'on' ? rule.level : set;
  if (minLevel && rank[level] < rank[minLevel]) return undefined;
  return level === rule.level ? rule : { ...rule, level };
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

/** The block's text with what is not prose put out of sight, letter for letter. */
function maskText(parsed: ParsedBlock, ignores: readonly Pattern[]): string {
  const spans: Span[] = [...parsed.opaque, ...ignores.flatMap((pattern) => pattern.matches(parsed.text))];
  if (spans.length === 0) return parsed.text;
  let text = parsed.text;
  for (const { start, end } of spans)
    text = text.slice(0, start) + '*'.repeat(Math.max(0, end - start)) + text.slice(end);
  return text;
}

function trimSpan(text: string, { start, end }: Span): Span {
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  return { start, end };
}

function shift(hit: TextHit, by: number): TextHit {
  return by === 0 ? hit : { ...hit, start: hit.start + by, end: hit.end + by };
}

function shiftNote(note: TextNote, by: number): TextNote {
  return by === 0 ? note : { ...note, hits: note.hits.map((hit) => shift(hit, by)) };
}

function toHit(rule: PackRule, hit: TextHit): Hit {
  return { ...hit, rule, level: rule.level, safe: rule.safe && hit.expected.length > 0 };
}

function measureAll(
  measures: readonly MeasureCheck[],
  all: readonly (BlockNotes | undefined)[],
): { block: number; hit: Hit }[] {
  const counts: Record<string, number> = { paragraphs: 0 };
  all.forEach((one) => {
    if (one?.section) counts[one.section] = (counts[one.section] ?? 0) + 1;
    if (!one?.counts) return;
    counts.paragraphs = (counts.paragraphs ?? 0) + 1;
    for (const [name, value] of Object.entries(one.counts)) counts[name] = (counts[name] ?? 0) + value;
  });
  return measures.flatMap((check) => {
    const message = check.measure(counts);
    if (message === undefined) return [];
    return [{ block: -1, hit: toHit(check.rule, { start: 0, end: 0, message, expected: [] }) }];
  });
}

function limitHits(hits: readonly { block: number; hit: Hit }[]): readonly { block: number; hit: Hit }[] {
  const seen = new Map<PackRule, number>();
  return hits.filter(({ hit: { rule } }) => {
    if (rule.limit <= 0) return true;
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    return count <= rule.limit;
  });
}

function problemAt(rule: PackRule, error: unknown): PackProblem {
  const { file, line, column } = rule.place;
  const reason = error instanceof Error ? error.message : String(error);
  return {
    file,
    line,
    column,
    endLine: line,
    endColumn: column + 1,
    severity: 'error',
    message: `${rule.id} cannot run: ${reason}`,
  };
}
