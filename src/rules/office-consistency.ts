import type { Placed } from '../article/index.ts';
import { isCapitalised, isInside, textBefore } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { OfficeUse } from '../people/index.ts';
import { findTitles } from '../people/index.ts';
import type { ArticleContext } from './rule.ts';
import { defineRule, isOfAssociatedPress } from './rule.ts';

interface WrittenOffice {
  /** A headline, which drops articles but keeps no other hyphens. */
  heading: boolean;
  office: OfficeUse;
  text: string;
  /** What the office is said to be of. */
  owner: string;
  quoted: boolean;
  /** Before a full name, or before a surname alone; undefined without a name and in quotations. */
  before: 'full name' | 'surname' | undefined;
  block?: number;
}

export default defineRule<WrittenOffice>({
  id: 'office-consistency',
  category: 'office',
  severity: 'warning',
  scope: 'case',
  languages: ['en'],
  about: 'Finds two forms of one office in a story.',
  what: '“{actual}” here, “{other}” on line {line}: one office, two forms',
  why: 'A story writes an office in one form.',
  how: 'Write “{expected}”',
  inQuotes: 'suggest',
  options: {
    article: {
      type: 'string',
      default: 'consistent',
      enum: ['consistent', 'with', 'without'],
      description:
        'Chief of the General Staff (with), Chief of General Staff (without), or as most of the story has it.',
    },
  },
  examples: [
    {
      bad: 'Orhan Demir, Chief of the General Staff of the Armed Forces, met Ivan Petrov, Chief of General Staff of the Armed Forces.',
      good: 'Orhan Demir, Chief of the General Staff of the Armed Forces, met Ivan Petrov, Chief of the General Staff of the Armed Forces.',
    },
    {
      bad: 'The army named a new Chief of Staff.\n\nAnkara thanked the outgoing Chief-of-Staff for his work.',
      good: 'The army named a new Chief of Staff.\n\nAnkara thanked the outgoing Chief of Staff for his work.',
    },
    {
      bad: 'Chief-of-Staff lands in Baku\n\nThe Chief of Staff landed on Monday.',
      good: 'Chief of Staff lands in Baku\n\nThe Chief of Staff landed on Monday.',
    },
    {
      bad: 'Orhan Demir, Chief of General Staff of the Armed Forces, spoke.',
      good: 'Orhan Demir, Chief of the General Staff of the Armed Forces, spoke.',
      options: { article: 'with' },
    },
    { good: 'Chief of General Staff Orhan Demir met Deputy Chief of General Staff Ivan Petrov.' },
    {
      good: 'Chief of General Staff visits Baku\n\nOrhan Demir, Chief of the General Staff of the Armed Forces, landed on Monday.',
      note: 'Headlines drop articles.',
    },
    {
      bad: 'The Chief of the General Staff met the press. Later the Chief of General Staff left.',
      good: 'The Chief of the General Staff met the press. Later the Chief of the General Staff left.',
    },
    {
      bad: 'Prosecutor General Ida Holm spoke. Then General Prosecutor Holm left.',
      good: 'Prosecutor General Ida Holm spoke. Then Prosecutor General Holm left.',
    },
    {
      bad: 'Sen. Ida Holm spoke. Sen. Luc Moreau was calm. Senator Carl Berg left.',
      good: 'Sen. Ida Holm spoke. Sen. Luc Moreau was calm. Sen. Carl Berg left.',
    },
    { good: 'Gov. Ida Holm spoke. Later Governor Holm left.', note: 'As some houses do.' },
    { good: 'The Commander-in-Chief spoke.' },
    {
      bad: 'The Commander-in-Chief of the army spoke. Later the Commander in Chief left.',
      good: 'The Commander-in-Chief of the army spoke. Later the Commander-in-Chief left.',
    },
    {
      bad: 'The secretary-general of the League, Ida Holm, spoke. The secretary general left.',
      good: 'The secretary-general of the League, Ida Holm, spoke. The secretary-general left.',
    },
    { good: 'NATO Secretary General Ida Holm met UN Secretary-General Luc Moreau. The secretary-general smiled.' },
    { good: 'Co-founder Ida Holm spoke. The founders and co-founders met the ex-minister and the minister.' },
  ],
  needs: 'office',
  collect: (context, _options, { lexicon, vocabulary }) => {
    const { parsed } = context;
    const heading = parsed.role === 'headline' || parsed.role === 'subhead';
    const uses: WrittenOffice[] = [];
    const add = (office: OfficeUse): WrittenOffice => {
      // Several people may have one office.
      const there = uses.find((use) => use.office === office);
      if (there) return there;
      const use: WrittenOffice = {
        heading,
        office,
        text: parsed.text.slice(office.head.start, office.head.end),
        owner: isEither(office.id, lexicon) ? readOwner(parsed.text, office) : '',
        quoted: isInside(parsed.quotes, office.head.start),
        before: undefined,
        block: undefined,
      };
      uses.push(use);
      return use;
    };
    for (const { offices, given, inQuote, role } of context.mentions()) {
      for (const office of offices) add(office);
      const before = inQuote || role !== 'body' ? undefined : offices.findLast(({ place }) => place === 'before');
      if (before) add(before).before = given ? 'full name' : 'surname';
    }
    for (const office of findTitles(parsed, lexicon, vocabulary).offices) add(office);
    return uses;
  },
  caseOf: ({ office }) => office.id,
  check(uses, { article: wanted }, report, article) {
    // Most offices are written in one way.
    if (wanted === 'consistent' && uses.every((use) => isSameForm(use, uses[0]))) return;
    const { lexicon } = article;
    const written = uses.filter(({ office, heading }) => !heading && office.article && isFormal(office));
    // Those with a name or a body decide; those alone are asked for once these agree.
    const formal = written.filter(({ office }) => office.place !== 'alone' || office.span.end > office.head.end);
    const agreed = new Set(formal.map(({ office }) => office.article)).size < 2;
    const judged = agreed || wanted !== 'consistent' ? written : formal;
    const votes = (article: string) =>
      (formal.length > 0 ? formal : written).filter(({ office }) => office.article === article).length;
    // Of equals «of the General Staff», which English has; of other staffs the story’s first, as each country has its own.
    const leans = isGeneralStaff(uses[0]) || written[0]?.office.article === 'with' ? 0 : 1;
    const addsThe = wanted === 'with' || (wanted === 'consistent' && votes('with') >= votes('without') + leans);
    const withThe = judged.filter(({ office, quoted }) => office.article === 'with' && !quoted);
    const without = judged.filter(({ office, quoted }) => office.article === 'without' && !quoted);
    const odd = addsThe ? without : withThe;
    const right = addsThe ? withThe : without;
    if (right.length > 0 || wanted !== 'consistent')
      for (const use of odd)
        say(use, right[0], addsThe ? use.text.replace(/\bof /i, 'of the ') : use.text.replace(/\bof the /i, 'of '));
    const hyphened = uses.filter(({ office, text }) => office.hyphenated && !ownHyphen.test(text));
    const open = uses.filter(({ office }) => !office.hyphenated);
    const either = isEither(uses[0]?.office.id ?? '', lexicon);
    if (open.length > 0 && !either) for (const use of hyphened) say(use, open[0], use.text.replace(/[-‐‑]/g, ' '));
    if (either) for (const use of findOddTies(uses)) say(use.odd, use.right, matchCase(use.right.text, use.odd.text));
    for (const use of findOpenLinks(uses)) say(use.odd, use.right, use.odd.text.replace(/ in /i, '-in-'));
    for (const { odd, right } of findMixed(uses, article)) {
      // The stop goes with the abbreviation.
      const isShort = odd.text.length < right.text.length;
      say(odd, right, isShort ? right.text : `${right.text}.`, isShort ? 1 : 0);
    }
    for (const use of findTurned(open)) say(use.odd, use.right, use.right.text);
    function say(
      { block, office }: Placed<WrittenOffice>,
      other: Placed<WrittenOffice> | undefined,
      right: string,
      more = 0,
    ) {
      report({
        block,
        start: office.head.start,
        end: office.head.end + more,
        expected: [right],
        data: { other: other?.text ?? right },
        related: other ? [{ block: other.block, span: other.office.head, message: 'The other form' }] : [],
        group: office.id,
      });
    }
  },
});

const isSameForm = (a: WrittenOffice, b: WrittenOffice | undefined): boolean =>
  a.text === b?.text && a.office.article === b.office.article && a.office.hyphenated === b.office.hyphenated;

/** Whether bodies write an office in one way or the other: secretary-general and secretary general. */
const isEither = (id: string, { offices }: Lexicon): boolean => offices.row(id)?.traits?.includes('either') ?? false;

const isGeneralStaff = (use: WrittenOffice | undefined): boolean => /general staff/i.test(use?.text ?? '');

/** What an office is said to be of, in small letters: «nato», « of the league». */
function readOwner(text: string, { span, head }: OfficeUse): string {
  const before = /(?!The )(\p{Lu}[\p{L}.]*)(?:['’]s)? $/u.exec(textBefore(text, head.start))?.[1] ?? '';
  return (before + text.slice(head.end, span.end)).toLowerCase();
}

/** «The Commander in Chief» where the story has a Commander-in-Chief, both with capitals or both without. */
function findOpenLinks(uses: readonly Placed<WrittenOffice>[]): OddUse[] {
  return uses.flatMap((odd) => {
    if (!/ in /i.test(odd.text)) return [];
    const right = uses.find(({ text, office }) => /-in-/i.test(text) && office.letterCase === odd.office.letterCase);
    return right ? [{ odd, right }] : [];
  });
}

/** A form with the capitals of another. */
const matchCase = (form: string, like: string): string =>
  isCapitalised(like) ? form.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) : form.toLowerCase();

interface OddUse {
  odd: Placed<WrittenOffice>;
  right: Placed<WrittenOffice>;
}

/**
 * «The secretary general» of the body whose secretary-general was named before: of the two ways that bodies have, the one that
 * fewer places have; nothing where the story speaks of two bodies.
 */
function findOddTies(uses: readonly Placed<WrittenOffice>[]): OddUse[] {
  const owners = new Set(uses.flatMap(({ owner }) => owner || []));
  if (owners.size > 1) return [];
  const [first] = uses;
  const order = (text: string) => text.toLowerCase().replace(/[-‐‑]/g, ' ');
  // «General secretary» is turned, and another matter.
  const same = uses.filter(
    ({ office, heading, text }) => !office.plural && !heading && order(text) === order(first?.text ?? ''),
  );
  const tied = same.filter(({ office }) => office.hyphenated);
  const open = same.filter(({ office }) => !office.hyphenated);
  const isTied = tied.length === open.length ? same[0]?.office.hyphenated : tied.length > open.length;
  const [odd, right] = isTied ? [open, tied] : [tied, open];
  const [model] = right;
  return model ? odd.map((one) => ({ odd: one, right: model })) : [];
}

/**
 * «Senator Ida Holm» where the story has Sen. Luc Moreau. «Governor Holm» after «Gov. Ida Holm» is a custom of some houses, the
 * other way round nobody’s. Of equals the shorter form, which only a story that shortens has.
 */
function findMixed(uses: readonly Placed<WrittenOffice>[], { lexicon, blocks }: ArticleContext): OddUse[] {
  const [first] = uses;
  const row = first && lexicon.offices.row(first.office.id);
  const short = row?.short?.filter((form) => stoppable.test(form)) ?? [];
  if (!row || short.length === 0) return [];
  const isShort = ({ text }: WrittenOffice) => short.includes(text);
  const written = uses.filter(({ before, text }) => before && (text === row.name || short.includes(text)));
  // AP has no such custom.
  const shortLater =
    written.some((use) => use.before === 'surname' && isShort(use)) || blocks().some(isOfAssociatedPress);
  const compared = shortLater ? written : written.filter(({ before }) => before === 'full name');
  const abbreviated = compared.filter(isShort);
  const full = compared.filter((use) => !isShort(use));
  const [odd, [right]] = full.length > abbreviated.length ? [abbreviated, full] : [full, abbreviated];
  return right ? odd.map((one) => ({ odd: one, right })) : [];
}

/** Abbreviations that take a full stop; «PM» is written beside «Prime Minister». */
const stoppable = /\p{Ll}$/u;

/** «General Prosecutor» where most of the story, or its first, has «Prosecutor General». */
function findTurned(
  uses: readonly Placed<WrittenOffice>[],
): { odd: Placed<WrittenOffice>; right: Placed<WrittenOffice> }[] {
  const forms = new Map<string, Placed<WrittenOffice>[]>();
  for (const use of uses) {
    const words = use.text.toLowerCase();
    if (use.office.plural || !/^\S+ \S+$/.test(words)) continue;
    const there = forms.get(words);
    if (there) there.push(use);
    else forms.set(words, [use]);
  }
  const turned: { odd: Placed<WrittenOffice>; right: Placed<WrittenOffice> }[] = [];
  const seen = new Set<string>();
  for (const [words, own] of forms) {
    const other = words.split(' ').reverse().join(' ');
    const others = forms.get(other);
    const [right] = others ?? [];
    // Of equals the one that the story has first is right.
    if (others && right && (seen.has(other) ? others.length >= own.length : others.length > own.length))
      for (const odd of own) turned.push({ odd, right });
    seen.add(words);
  }
  return turned;
}

// «Co-founder» is no founder in another form.
const ownHyphen = /^(?:co|ex)[-‐‑]/i;

/** Not «chiefs of general staff»: with a name, with a body, or in capitals. */
const isFormal = ({ place, span, head, plural, letterCase }: OfficeUse): boolean =>
  place !== 'alone' || span.end > head.end || (!plural && letterCase !== 'lower');
