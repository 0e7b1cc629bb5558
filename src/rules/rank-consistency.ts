import type { ParsedBlock } from '../language/index.ts';
import type { RankedMention } from '../people/index.ts';
import {
  findTitles,
  nextMention,
  rankedOf,
  seniorRank,
  sharedSurnames,
  TitleMark,
  writeRank,
  writeSurname,
} from '../people/index.ts';
import { isAsciiWord } from '../text/index.ts';
import type { ArticleContext, RankStyle } from './rule.ts';
import { defineRule, perWord } from './rule.ts';

const promotion =
  /\b(?:promot(?:ed|ion)|elevated to|raised to|demoted|stripped of|(?:awarded|received|given|conferred|granted)\s+(?:[a-zÀ-ɏ]+\s+){0,4}?the (?:military )?rank|rank of)\b/i;
// A life told: «rose to colonel», «was made a general», «As a lieutenant, Hale …», «retired as wing commander».
const career =
  /\b(?:(?:made|became|becoming|rose (?:through the ranks )?to(?: be)?|raised [a-zÀ-ɏ]+ to|retired as|commissioned(?: as)?|joined(?: up)? as|enlisted as|reached|advanced to|served as|started as|began as)|(?:as|was|is now)(?= (?:then |still |already |only )?an? )) (?:then |still |already |only |an? |the |full |acting |temporary |brevet )*(?:(?:lance|staff|senior|junior|first|second|sub|brigadier|lieutenant|major|colonel|vice|rear|air|wing|squadron|flight|field|group|army)[\s-])*(?:private|corporal|sergeant|ensign|cadet|midshipman|lieutenant|captain|major|colonel|brigadier|general|admiral|commodore|commander|marshal)\b(?! of\b)/i;
const shipWords =
  'ship frigate destroyer cruiser carrier submarine corvette trawler tanker vessel aboard docked sailed'.split(' ');
const ship = new RegExp(`\\b(?:${shipWords.join('|')})\\b`);

export default defineRule({
  id: 'rank-consistency',
  category: 'rank',
  severity: 'warning',
  scope: 'person',
  languages: ['en'],
  about: 'Finds a person who has two different ranks in one story. A promotion that the story tells is no fault.',
  what: 'The rank of {name} differs from line {line}: {first}',
  why: '{reason}',
  how: 'Write “{expected}”',
  inQuotes: 'ignore',
  options: {
    shorten: {
      type: 'boolean',
      default: false,
      description: 'In keep-full: a later mention may keep the senior part of the rank (Army General → General).',
    },
  },
  examples: [
    {
      bad: 'Colonel Ana Prado led the unit. Coronel Prado left at noon.',
      good: 'Colonel Ana Prado led the unit. Colonel Prado left at noon.',
    },
    { good: 'Colonel Ana Prado met the historian Antonio Coronel. Coronel left.' },
    {
      bad: 'Army General Orhan Demir arrived in Ganja.\n\nGeneral Demir signed the book.',
      good: 'Army General Orhan Demir arrived in Ganja.\n\nArmy General Demir signed the book.',
    },
    {
      bad: 'Major General Rauf Aslanov opened the talks.\n\nLieutenant General Aslanov spoke first.',
      good: 'Major General Rauf Aslanov opened the talks.\n\nMajor General Aslanov spoke first.',
    },
    {
      bad: 'Admiral Mark “Max” Hill opened the talks. Rear Admiral Mark Hill spoke first.',
      good: 'Admiral Mark “Max” Hill opened the talks. Admiral Mark Hill spoke first.',
    },
    {
      bad: 'Lt. Gen. Mark Hill opened the talks.\n\nGen. Hill spoke first.',
      good: 'Lt. Gen. Mark Hill opened the talks.\n\nHill spoke first.',
      style: 'ap',
    },
    {
      bad: 'Lt Gen Mark Hill opened the talks.\n\nLt Gen Hill spoke first.',
      good: 'Lt Gen Mark Hill opened the talks.\n\nGen Hill spoke first.',
      style: 'bbc',
    },
    {
      good: 'Maj. Gen. Mark Hill opened the talks.\n\nGen. Hill spoke first.',
      note: 'Copy that abbreviates keeps the senior part.',
    },
    {
      good: 'Army General Orhan Demir arrived.\n\n“General Demir kept his word,” the minister said.',
      note: 'A quotation.',
    },
    {
      good: 'Major General Rauf Aslanov spoke.\n\nAslanov was promoted to lieutenant general on Friday.\n\nLieutenant General Aslanov left.',
      note: 'A promotion.',
    },
    {
      good: 'The king promoted Major General Rauf Aslanov to lieutenant general.\n\nLieutenant General Aslanov left.',
    },
    { good: 'Lt. Gen. Mark Hill opened the talks.\n\nGeneral Hill spoke first.', note: 'As Chicago has it.' },
    { good: 'Lieutenant Sevda Aslan gave evidence.\n\nCaptain Aslan, as she now is, was calm.' },
    { good: 'General Rauf Aslan spoke.\n\nThe base was built under then-Colonel Aslan.' },
    { good: 'Brigadier General Rauf Aslan came home.\n\nCommander Aslan thanked the crews.', note: 'A post.' },
    { good: 'Colonel Rauf Aslan was made a general in May.\n\nGeneral Aslan left.', note: 'A life told.' },
    { good: 'General Rauf Aslan spoke.\n\nHe was a colonel then. Colonel Aslan taught me.' },
    {
      bad: 'General Sir John Hill spoke.\n\nMajor General Sir John Hill left.',
      good: 'General Sir John Hill spoke.\n\nGeneral Sir John Hill left.',
    },
    { good: 'Rear Admiral Horia Marin spoke.\n\nThe Admiral Marin will dock on Monday.', note: 'A ship.' },
    {
      good: 'General José Núñez Pérez met Colonel Ana Pérez Núñez. General Núñez left with Colonel Pérez.',
      note: 'Two surnames each.',
    },
    {
      bad: 'Adm. Ann Hill spoke.\n\nVice Adm. Hill named Capt. Tom Rowe as acting commander.',
      good: 'Adm. Ann Hill spoke.\n\nAdm. Hill named Capt. Tom Rowe as acting commander.',
    },
    { good: 'Police General Rui Prado spoke. General Prado left.' },
    { good: 'Petty Officer 2nd Class Bo Roe spoke. Petty Officer Roe left.' },
    { good: 'Detective Chief Inspector Ann Lowe spoke. Chief Inspector Lowe left.' },
    { good: 'Colonel Rauf Aslanov met Major Leyla Aslanova.\n\nMajor Aslanova spoke.', note: 'Two people.' },
  ],
  // Told promotions.
  words: () => (word) => (hintOf(word) & (Hint.promotion | Hint.career)) !== 0,
  collect({ parsed }, _options, desk, found) {
    const { word } = parsed.tokens;
    const hints = hintsOf(desk);
    let told = 0;
    for (const i of found) {
      const hint = hints(word[i] ?? 0);
      told |= hint & Hint.promotion;
      if (hint & Hint.career && !(told & Hint.career) && leadsToRank(parsed, i, hints)) told |= Hint.career;
    }
    const tells =
      (told & Hint.promotion && promotion.test(parsed.text)) || (told & Hint.career && career.test(parsed.text));
    return tells ? [{}] : [];
  },
  gist: (facts, _options, article) => ({
    promotedIn: facts.map(({ block }) => block),
    shared: sharedSurnames(article.circles()),
  }),
  check(person, { shorten }, report, article, { promotedIn, shared }) {
    if (!(person.titles & TitleMark.ranks)) return;
    const ranked = rankedOf(person);
    if (keepsRanks(article.style) && ranked.every((one) => isSameRank(one, ranked[0]))) return;
    // Where a person is named first without a rank, a later mention with one is the first of its kind.
    const held = ranked.filter((one) => !isOfAnotherTime(one, article) && !isShip(one, article));
    // «Coronel Rui Tavares», then «Colonel Tavares»: the English form is the story’s.
    const first = held.find(({ rank }) => !rank.local) ?? held[0];
    if (!first) return;
    for (const ranked of held) {
      if (ranked === first) continue;
      const { mention, rank } = ranked;
      if (shared.has(person.surname.toLowerCase()) && !mention.given && !mention.initials) continue;
      if (promotedIn.some((block) => block > first.mention.block && block <= mention.block)) continue;
      if (promotedIn.includes(mention.block)) continue;
      if (promotedIn.includes(first.mention.block) && namesRank(first.mention.block, rank.id, article)) continue;
      const fault = judge(ranked, first, article, shorten === true);
      if (!fault) continue;
      report({
        block: mention.block,
        start: rank.span.start,
        end: mention.name.end,
        expected: [...new Set(fault.expected)],
        data: {
          name: person.name,
          first: article.at(first.mention.block)?.parsed.text.slice(first.rank.span.start, first.rank.span.end) ?? '',
          reason: fault.reason,
        },
        what: fault.what,
        related: [
          {
            block: first.mention.block,
            span: { start: first.rank.span.start, end: first.mention.name.end },
            message: 'First mention: {first}',
          },
        ],
        group: person.name,
      });
    }
  },
});

/** What a word may be part of: a promotion that is told, the beginning of a career, the words behind that, a rank. */
const Hint = { promotion: 1, career: 2, between: 4, rank: 8 } as const;

const hinting: readonly (readonly [hint: number, words: string])[] = [
  [Hint.promotion, 'promoted promotion elevated raised demoted stripped rank'],
  [
    Hint.career,
    'made became becoming rose raised retired commissioned joined enlisted reached advanced served started',
  ],
  [Hint.career, 'began as was now'],
  [Hint.between, 'through the ranks to be as up now then still already only a an full acting temporary brevet'],
  [Hint.between, 'lance staff senior junior first second sub vice rear air wing squadron flight field group army'],
  [Hint.rank, 'private corporal sergeant ensign cadet midshipman lieutenant captain major colonel brigadier general'],
  [Hint.rank, 'admiral commodore commander marshal'],
];
const hintWords = new Map<string, number>();
for (const [hint, words] of hinting)
  for (const word of words.split(' ')) hintWords.set(word, (hintWords.get(word) ?? 0) | hint);

/** Whether a rank follows a word, with nothing between that has no place in a career: most words lead elsewhere. */
function leadsToRank({ text, tokens }: ParsedBlock, from: number, hints: (id: number) => number): boolean {
  const { count, word, start } = tokens;
  for (let i = from + 1; i < count; i++) {
    const hint = hints(word[i] ?? 0);
    if (hint & Hint.rank) return true;
    // «raised him to general»; a hyphen may be a token.
    const isFree = i === from + 1 || text.charCodeAt(start[i] ?? 0) === 45;
    if (!isFree && !(hint & Hint.between)) return false;
  }
  return false;
}

/** By the runs of letters and figures of ASCII: between these the expressions see the edges of words. */
function hintOf(word: string): number {
  let hint = 0;
  let from = 0;
  for (let at = 0; at <= word.length; at++) {
    if (isAsciiWord(word.charCodeAt(at))) continue;
    if (at > from) hint |= hintWords.get(word.slice(from, at).toLowerCase()) ?? 0;
    from = at + 1;
  }
  return hint;
}

const hintsOf = perWord(hintOf);

const keepsRanks = (style: RankStyle): boolean => style === 'keep-full' || style === 'any-consistent';

/** The same rank, and both in English. */
const isSameRank = (a: RankedMention, b: RankedMention | undefined): boolean =>
  a.rank.id === b?.rank.id && !a.rank.local;

const otherTime = /\b(?:brevet|then|former|future|later|now|ex|late)[\s-]+$/i;
/** How its words end. */
const otherTimeEnds = new Set(['et', 'en', 'er', 're', 'ow', 'ex', 'te']);
const remark = /^,? \(?(?:as (?:he|she) (?:(?:then|now|later|soon) )?(?:is|was|became)|who was then|later an?)\b/i;
/** How a remark begins. */
const remarks = new Set(['as he ', 'as she', 'who wa', 'later ']);

/** «the then Major Hill», «General Hill, as he now is»: the writer says that it was or will be otherwise. */
function isOfAnotherTime({ mention, rank }: RankedMention, { at }: ArticleContext): boolean {
  const text = at(mention.block)?.parsed.text ?? '';
  const { start } = rank.span;
  const { end } = mention.name;
  return (
    (otherTimeEnds.has(endBefore(text, start)) && otherTime.test(text.slice(Math.max(0, start - 10), start))) ||
    (remarks.has(beginningBehind(text, end)) && remark.test(text.slice(end, end + 30)))
  );
}

/** The last two letters before blanks and hyphens before a place, in small letters. */
function endBefore(text: string, at: number): string {
  let end = at;
  for (let code = text.charCodeAt(end - 1); code <= 32 || code === 45 || code > 127; code = text.charCodeAt(end - 1))
    end--;
  return text.slice(Math.max(0, end - 2), end).toLowerCase();
}

/** The first letters of a remark at a place, in small letters: behind a comma, a blank and a bracket. */
function beginningBehind(text: string, at: number): string {
  let from = at;
  if (text.charCodeAt(from) === 44) from++;
  if (text.charCodeAt(from) !== 32) return '';
  if (text.charCodeAt(++from) === 40) from++;
  return text.slice(from, from + 6).toLowerCase();
}

/** «The destroyer Admiral Kulakov docked», «The Admiral Petrescu will dock»: no person. */
function isShip({ mention }: RankedMention, { at }: ArticleContext): boolean {
  if (mention.given || mention.initials) return false;
  const text = at(mention.block)?.parsed.text ?? '';
  const titled = mention.offices.length > 0 || mention.rank?.letterCase !== 'title';
  if (!titled && /\bthe\s+$/i.test(text.slice(Math.max(0, mention.span.start - 5), mention.span.start))) return true;
  const around = text.slice(Math.max(0, mention.span.start - 30), mention.name.end + 30).toLowerCase();
  // A word is looked for before V8 makes the expression ready.
  return shipWords.some((word) => around.includes(word)) && ship.test(around);
}

/** A promotion told where the person is named first: «promoted Maj. Gen. Hill to lieutenant general». */
function namesRank(block: number, id: string, { at, lexicon, vocabulary }: ArticleContext): boolean {
  const parsed = at(block)?.parsed;
  return parsed !== undefined && findTitles(parsed, lexicon, vocabulary).ranks.some((rank) => rank.id === id);
}

const naval = /admiral|captain|commander|lieutenant$|ensign/;

/** «Commander X» of a brigadier general is a post, not the rank of the navy. */
function isPost(a: string, b: string, { ranks }: ArticleContext['lexicon']): boolean {
  const isOffice = (id: string) => ranks.form(id)?.traits?.includes('office') ?? false;
  return (isOffice(a) && !naval.test(b)) || (isOffice(b) && !naval.test(a));
}

interface Fault {
  expected: string[];
  reason: string;
  what?: string;
}

/** What a style says of a later mention; undefined when it is right. */
function judge(
  { person, mention, rank }: RankedMention,
  first: RankedMention,
  { style, lexicon, at }: ArticleContext,
  shorten: boolean,
): Fault | undefined {
  const keeps = keepsRanks(style);
  const isForeign = rank.local === true && first.rank.local !== true;
  if (keeps && rank.id === first.rank.id && !isForeign) return undefined;
  const surname = writeSurname(mention);
  if (style === 'ap' || style === 'reuters' || style === 'guardian')
    return {
      expected: [surname],
      what: '{name} again with a rank',
      reason: 'In this style a rank stands at the first mention only; later the surname stands alone.',
    };
  const senior = seniorRank(lexicon, first.rank.id);
  if (style === 'bbc') {
    if (rank.id === senior) return undefined;
    return {
      expected: [nextMention(person, 'bbc', lexicon), surname],
      what: '{name} again with the full rank',
      reason: 'In this style a later mention keeps the senior part of the rank: Lt Gen, then Gen.',
    };
  }
  if ((rank.id === first.rank.id && !isForeign) || isPost(rank.id, first.rank.id, lexicon)) return undefined;
  const alone = !mention.given && !mention.initials;
  // «Staff Sergeant Bo Lee», then «Sergeant Lee»: the custom of sergeants, inspectors and lieutenants.
  if (alone && !/general|admiral|colonel/.test(rank.id) && first.rank.id.endsWith(`-${rank.id}`)) return undefined;
  // «Police General Hill», then «General Hill».
  if (alone && first.rank.id === `police-${rank.id}`) return undefined;
  if (alone && first.rank.id.startsWith(`${rank.id}-`) && first.rank.id.endsWith('-class')) return undefined;
  const abbreviates = first.rank.form === 'abbreviated' && (alone || rank.form === 'abbreviated');
  if (rank.id === senior && (shorten || abbreviates || style === 'any-consistent')) return undefined;
  const written = writeRank(
    lexicon,
    first.rank.id,
    rank.form === 'abbreviated' ? (rank.unstopped ? 'british' : 'ap') : 'full',
  );
  const text = at(mention.block)?.parsed.text ?? '';
  // «Sir», «(ret.)» and the like between the rank and the name stay.
  const right = written + text.slice(rank.span.end, mention.name.end);
  if (right === text.slice(rank.span.start, mention.name.end)) return undefined;
  return {
    expected: [right, ...(alone ? [surname] : [])],
    reason: 'One person holds one rank in a story; a promotion is told.',
  };
}
