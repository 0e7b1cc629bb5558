import { isInside } from '../language/index.ts';
import type { BodyUse, OfficeUse } from '../people/index.ts';
import { findTitles } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import type { ArticleContext, BlockReading, DeskContext, Related } from './rule.ts';
import { defineRule } from './rule.ts';

interface Placed<Use> {
  block: number;
  use: Use;
}

/** What a block says of the capitals of offices. */
type Fact =
  | ({ kind: 'half' } & HalfCapital)
  | { kind: 'body'; id: string; use: BodyUse; office: OfficeUse | undefined }
  | { kind: 'office'; key: string; use: OfficeUse; isTitle: boolean; isLower: boolean };

export default defineRule<Fact>({
  id: 'office-capitalization',
  category: 'capitalization',
  severity: 'warning',
  scope: 'article',
  languages: ['en'],
  about: 'Finds an office that has capitals in one place of a story and none in another like it.',
  what: 'Capitals of “{actual}” differ from line {line}: {other}',
  why: '{reason}',
  how: 'Write “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'Orhan Demir, Chief of the General Staff of Türkiye, arrived.\n\nThe chiefs of the general staff met at noon.',
      good: 'Orhan Demir, Chief of the General Staff of Türkiye, arrived.\n\nThe chiefs of the General Staff met at noon.',
    },
    {
      bad: 'Mark Hill, chairman of the Joint Chiefs of staff, spoke. The Joint Chiefs of Staff met later.',
      good: 'Mark Hill, chairman of the Joint Chiefs of Staff, spoke. The Joint Chiefs of Staff met later.',
    },
    {
      bad: 'Defence Minister Orhan Demir met defence minister Elmar Quliyev.',
      good: 'Defence Minister Orhan Demir met Defence Minister Elmar Quliyev.',
    },
    {
      bad: 'Mark Hill leads Central Command. The head of Central command spoke.',
      good: 'Mark Hill leads Central Command. The head of Central Command spoke.',
    },
    { good: 'The Armed Forces met. Armed forces are costly.', note: 'A sentence begins.' },
    {
      bad: 'Defence Minister Orhan Demir spoke. Defence minister Demir left.',
      good: 'Defence Minister Orhan Demir spoke. Defence Minister Demir left.',
    },
    { bad: 'Reporters asked the finance Minister.', good: 'Reporters asked the finance minister.' },
    {
      bad: 'Then Foreign minister Luc Moreau spoke.',
      good: 'Then Foreign Minister Luc Moreau spoke.',
    },
    {
      bad: 'He met the deputy minister of Justice on Friday.',
      good: 'He met the Deputy Minister of Justice on Friday.',
    },
    {
      bad: 'Archbishop Vazgen Melkon came. Later archbishop Melkon spoke.',
      good: 'Archbishop Vazgen Melkon came. Later Archbishop Melkon spoke.',
    },
    { good: 'Foreign minister since May, he met a White House spokesman and the first President of the republic.' },
    {
      good: 'Orhan Demir, Chief of the General Staff of Türkiye, arrived.\n\nThe chief of the General Staff left at noon.',
      note: 'An office without a name may be lower-case.',
    },
    { good: 'A Labour minister and the Labour defence secretary spoke.', note: 'A party.' },
    { good: 'The General Staff met. The general staff of the hotel slept.' },
    { good: 'French president Luc Moreau arrived. President Moreau left at noon.' },
    { good: 'Defence Minister Orhan Demir arrived. The defence minister left at noon.' },
  ],
  collect: (context, _options, desk) => [
    ...findBodies(context, desk),
    ...findHalfCapitals(context, desk),
    ...findOffices(context, desk),
  ],
  check(facts, _options, report, article) {
    for (const { block, use, id, office, proper } of findLowerBodies(facts)) {
      const { text } = article.blocks[block]?.parsed ?? { text: '' };
      const span = office?.letterCase === 'lower' && use.letterCase === 'lower' ? office.head : use.span;
      const written = text.slice(span.start, span.end);
      const right =
        text.slice(span.start, use.span.start) +
        capitalise(text.slice(use.span.start, use.span.end)) +
        text.slice(use.span.end, span.end);
      const other = article.blocks[proper.block]?.parsed.text.slice(proper.use.span.start, proper.use.span.end) ?? '';
      const all = capitalise(written);
      report({
        block,
        ...span,
        expected: right === all ? [right] : [right, all],
        data: { other, reason: 'A body that is named in capitals keeps them through the story.' },
        related: [relate(proper)],
        group: id,
      });
    }
    facts.forEach((list, block) => {
      for (const fact of list)
        if (fact.kind === 'half')
          report({
            block,
            start: fact.start,
            end: fact.end,
            expected: fact.expected,
            what: '“{actual}” has half its capitals',
            data: { reason: 'The words of one office have capitals together, or none.' },
          });
    });
    for (const { block, use, other } of findLowerOffices(facts)) {
      const text = article.blocks[block]?.parsed.text ?? '';
      const there = article.blocks[other.block]?.parsed.text.slice(other.use.head.start, other.use.head.end) ?? '';
      report({
        block,
        ...use.head,
        expected: [capitalise(text.slice(use.head.start, use.head.end))],
        data: { other: there, reason: 'One story writes an office before a name in one way.' },
        related: [{ block: other.block, span: other.use.head, message: 'The other form' }],
        group: use.id,
      });
    }
  },
});

/** Offices of states and ministries: other titles have institutions in front («White House spokesman», «Air Force chief»). */
const kinds = new Set(['state', 'minister']);
const opens = /(?:^|[.!?:—–“"‘(•]\s*|\b(?:first|second|third) )$/u;

interface HalfCapital {
  start: number;
  end: number;
  expected: string[];
}

/** «The finance Minister», «Foreign minister X», «minister of Justice»: one office, half its words with capitals. */
function findHalfCapitals({ parsed, mentions }: BlockReading, { lexicon, vocabulary }: DeskContext): Fact[] {
  const found: Fact[] = [];
  if (parsed.role !== 'paragraph' && parsed.role !== 'quote') return found;
  const { text } = parsed;
  const named = mentions().flatMap(({ offices }) => offices);
  for (const office of new Set([...named, ...findTitles(parsed, lexicon, vocabulary).offices])) {
    const [id = '', field] = office.id.split(':');
    const kind = lexicon.offices.row(id.replace(/^(?:(?:first|second|third|senior|principal|deputy)-)+/, ''))?.kind;
    if (!kind || !kinds.has(kind) || office.plural || office.letterCase === 'upper' || field === 'treasury') continue;
    if (isInside(parsed.quotes, office.span.start)) continue;
    const tail = field && office.letterCase !== 'mixed' ? fieldAfter(text, office, lexicon) : undefined;
    const { start } = office.head;
    const end = tail?.end ?? office.head.end;
    const words = text.slice(start, end);
    // «The Labour defence secretary»: a party, whose name has its capital.
    if (/^Labou?r\b/.test(words)) continue;
    const lower = /^\p{Ll}/u.test(words);
    // At the head of a sentence the first word has its capital anyway.
    if (!lower && (opens.test(text.slice(0, start)) || start === parsed.datelineEnd)) continue;
    if (tail ? tail.title === (office.letterCase === 'title') : office.letterCase !== 'mixed') continue;
    if (/^(?:first|second|third|senior|principal) (?:\p{Lu}\S*\s*)+$/u.test(words)) continue;
    const title = capitalise(words);
    const small = words.toLowerCase();
    const asTitle = office.place === 'before' || (tail?.title ?? /\bof \p{Lu}/u.test(text.slice(end, end + 9)));
    found.push({ kind: 'half', start, end, expected: asTitle ? [title, small] : [small, title] });
  }
  return found;
}

/** The field after «of» and whether it has a capital: «of Justice», «of foreign affairs». */
function fieldAfter(text: string, { head, span }: OfficeUse, { offices }: ArticleContext['lexicon']) {
  const match = /^\s+(?:of|for)\s+(?:the\s+)?/.exec(text.slice(head.end, span.end));
  if (!match) return undefined;
  const from = head.end + match[0].length;
  const words = [...text.slice(from, span.end).matchAll(/[\p{L}\p{M}]+/gu)];
  const hit = offices.fields.longest((i) => words[i] && foldWord(words[i][0]), 0);
  const last = hit && words[hit.length - 1];
  // «secretary of the Security Council»: a body.
  if (!last || /^\s+\p{Lu}/u.test(text.slice(from + last.index + last[0].length))) return undefined;
  return { end: from + last.index + last[0].length, title: /^\p{Lu}/u.test(words[0]?.[0] ?? '') };
}

const relate = ({ block, use }: Placed<BodyUse>): Related => ({ block, span: use.span, message: 'The other form' });

/** Bodies whose capitals are compared. */
function findBodies({ parsed }: BlockReading, { lexicon, vocabulary }: DeskContext): Fact[] {
  if (parsed.role === 'headline' || parsed.role === 'subhead') return [];
  const { bodies, offices } = findTitles(parsed, lexicon, vocabulary);
  return bodies.flatMap((use): Fact[] => {
    // «Central command» is wrong for any body; «the armed forces» for those alone that are always a proper name.
    const half = use.letterCase === 'mixed' && !parsed.sentences.some(({ start }) => start === use.span.start);
    if ((!use.proper && !half && use.letterCase !== 'title') || use.letterCase === 'upper') return [];
    if (use.letterCase !== 'title' && isLoose(parsed.text, use.span)) return [];
    const id = parsed.text.slice(use.span.start, use.span.end).toLowerCase();
    const office =
      use.letterCase === 'title'
        ? undefined
        : offices.find(({ head }) => head.start <= use.span.start && head.end >= use.span.end);
    return [{ kind: 'body', id, use, office }];
  });
}

/** Bodies with small letters whose name stands in capitals elsewhere in the story. */
function findLowerBodies(facts: readonly (readonly Fact[])[]) {
  const capital = new Map<string, Placed<BodyUse>>();
  const lower: (Placed<BodyUse> & { id: string; office: OfficeUse | undefined })[] = [];
  facts.forEach((list, block) => {
    for (const fact of list) {
      if (fact.kind !== 'body') continue;
      const { id, use, office } = fact;
      if (use.letterCase !== 'title') lower.push({ block, use, id, office });
      else if (!capital.has(id)) capital.set(id, { block, use });
    }
  });
  return lower.flatMap((placed) => {
    const proper = capital.get(placed.id);
    return proper ? [{ ...placed, proper }] : [];
  });
}

/** «A European union of farmers», «the general staff of the hotel»: one of many, or another thing. */
function isLoose(text: string, { start, end }: BodyUse['span']): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  if (/\b(?:an?|any|every|no|some|another)\s+$/i.test(before)) return true;
  const whose = /^ of (?:the )?(?!the\b)(\p{Ll}+)(?!\p{L})/u.exec(text.slice(end, end + 24))?.[1];
  return whose !== undefined && !states.test(whose) && !/\bchiefs? of (?:the )?$/i.test(before);
}

const states =
  /^(?:armed|army|air|navy|naval|country|countries|republic|states?|nations?|two|both|its|his|her|their|our)$/;

// Titles that go with one person's name.
const personal = new Set(['clergy', 'royalty', 'academia', 'local', 'justice', 'police']);
const before = /\b(?:the|a|an|former|ex|then|late|his|her|their|its)[\s-]+$/i;

/** Offices straight before a name, whose capitals are compared. */
function findOffices({ parsed, mentions }: BlockReading, { lexicon }: DeskContext): Fact[] {
  const { text, role } = parsed;
  if (role === 'headline' || role === 'subhead') return [];
  return mentions().flatMap(({ offices, name, inQuote, surname }): Fact[] => {
    const use = offices.filter(({ place }) => place === 'before').at(-1);
    const kind = use && lexicon.offices.row(use.id.replace(/:.*/, ''))?.kind;
    if (!use || inQuote || use.plural || use.cue || !kind || !(kinds.has(kind) || personal.has(kind))) return [];
    if (!/^\s+$/.test(text.slice(use.span.end, name.start)) || use.span.end > use.head.end) return [];
    if (before.test(text.slice(0, use.span.start))) return [];
    // Companies have presidents too: those are compared for one person only.
    const whose = kind !== 'minister' ? `${use.id}/${surname}` : use.id;
    // «French president Luc Moreau» and «President Moreau» is the Financial Times’ way: like is compared with like.
    const key = `${whose}/${use.head.start > use.span.start ? 'of a country' : ''}`;
    const isTitle = use.letterCase === 'title';
    // «Defence minister X» at the head of a sentence is the small form.
    const isLower =
      use.letterCase === 'lower' || (use.letterCase === 'mixed' && opens.test(text.slice(0, use.head.start)));
    return isTitle || isLower ? [{ kind: 'office', key, use, isTitle, isLower }] : [];
  });
}

/** Offices straight before a name with small letters, where the same office stands so in capitals elsewhere. */
function findLowerOffices(facts: readonly (readonly Fact[])[]) {
  const lower: (Placed<OfficeUse> & { key: string })[] = [];
  facts.forEach((list, block) => {
    for (const fact of list)
      if (fact.kind === 'office' && fact.isLower) lower.push({ block, use: fact.use, key: fact.key });
  });
  // Most stories write every office in one way.
  if (lower.length === 0) return [];
  const capital = new Map<string, Placed<OfficeUse>>();
  facts.forEach((list, block) => {
    for (const fact of list)
      if (fact.kind === 'office' && fact.isTitle && !capital.has(fact.key))
        capital.set(fact.key, { block, use: fact.use });
  });
  return lower.flatMap((placed) => {
    const other = capital.get(placed.key);
    return other ? [{ ...placed, other }] : [];
  });
}

const capitalise = (phrase: string) =>
  phrase.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) =>
    /^(?:of|the|and|for|in|to)$/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
