import type { ParsedBlock } from '../language/index.ts';
import { beginsSentence, isCapitalised, isInside, isTitleCase, TokenKind, tokenText } from '../language/index.ts';
import type { Lexicon, Place, PlaceForm } from '../lexicon/index.ts';
import { foldWord } from '../text/index.ts';
import type { ArticleContext, DeskContext } from './rule.ts';
import { defineRule, perWord } from './rule.ts';

interface Use {
  start: number;
  end: number;
  form: string;
  place: Place;
  headline: boolean;
  /** In capital letters throughout. */
  upper: boolean;
  /** A year before 1992 stands in the sentence. */
  past: boolean;
  /** Another place of the name: «Odessa, Texas». */
  elsewhere: boolean;
  /** The name of the state: «the Republic of Türkiye». */
  official: boolean;
  /** The sentence tells of a change of the name. */
  renaming: boolean;
  /** The paragraph has curly apostrophes. */
  curly: boolean;
  /** A speaker names the place: the name is theirs, its letters are the writer's. */
  quoted: boolean;
}

// A capitalised word after the place that doesn't make the two a name: «Kiev Mayor Vitali Klitschko».
const titles =
  /^(?:President|Prime|Mayor|Governor|Foreign|Defen[cs]e|Interior|Minister|Ambassador|Deputy|Region|Oblast|Province|County|District|And|In|To|On|For|With|At|From|Of|Is|Are|Was|Has)$/;
const brands =
  /^(?:Today|Times|Post|Tribune|Gazette|Herald|News|Airlines|Airways|Air|Bank|Fund|Wealth|University|Institute|School|College|Stock|Exchange|Opera|Cup|Open|League|FC|FK|SC|CF|Festival|Foundation|Museum|Scholarships|Agency)$/;
// What stands between two names of one place when the writer explains one by the other.
const explains =
  /^[\s,“"‘]*(?:\(|\/|–|,?\s*(?:or|aka|officially|also|now|formerly|previously|then|once|called|known|renamed|named|spelt|spelled|which|as)\b|[^.!?]{0,30}, now\b|\(?(?:in|its?|the) (?:\w+ ){1,3}(?:name|spelling))/i;
const naming =
  /(?:\b(?:calls?|called|known as|as|named|renamed|formerly|previously|now|or|aka|spelt|spelled|name|word|form|dubbed|names? (?:was|from|of)|renamed from|formerly known as)\s*|[(/])[“"‘’']?$/i;

const renames =
  /\b(?:chang|adopt|drop|shed|us)(?:es?|ed|ing|ped|ping)?\b[^.!?]{0,30}\bname\b|\bname[ -]change|\brenam(?:e|ed|es|ing)\b|\brebrand|\b(?:writes?|spells?) (?:it )?[“"‘]?\p{Lu}|\b(?:new|old|former|official|international) name\b/u;

export default defineRule<Use>({
  id: 'place-name',
  category: 'place',
  severity: 'warning',
  scope: 'case',
  languages: ['en'],
  about:
    'Finds a place with two names or spellings in one story, and names that the large agencies have given up (Kiev, Bombay). Quotations, history and the names of institutions keep their own.',
  what: '“{actual}” here, “{other}” on line {line}: one place, two names',
  why: 'A story keeps to one name of a place. Quotations, history and names of institutions keep their own.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {
    forms: {
      type: 'strings',
      default: [],
      description: 'Forms that the house writes whatever the story does, for instance Türkiye, Karabakh.',
    },
    modern: {
      type: 'boolean',
      default: true,
      description:
        'Flag older names that the large agencies have given up (Kiev, Bombay) even where no other form stands.',
    },
  },
  examples: [
    {
      bad: 'Trade with Türkiye grew.\n\nTürkiye sold more fruit, and Turkey bought more gas.',
      good: 'Trade with Türkiye grew.\n\nTürkiye sold more fruit, and Türkiye bought more gas.',
    },
    { bad: 'The train left Kiev at noon.', good: 'The train left Kyiv at noon.' },
    {
      bad: 'A Bangalore-based firm won. Bengaluru cheered. Bengaluru paid.',
      good: 'A Bengaluru-based firm won. Bengaluru cheered. Bengaluru paid.',
    },
    {
      bad: 'Türkiye signed first. Türkiye paid. President of Turkey Orhan Demir spoke.',
      good: 'Türkiye signed first. Türkiye paid. President of Türkiye Orhan Demir spoke.',
    },
    { good: 'In 1923 Turkey was born, and in 1952 Turkey joined. Türkiye sells fruit.', note: 'History.' },
    { good: 'ODESSA, Texas — A cook won a prize in Odessa on Friday. She was born in Odesa, Ukraine.' },
    {
      good: 'Turkey raised its rate. The Central Bank of the Republic of Türkiye met. Turkey exports fruit.',
      note: 'An official name.',
    },
    {
      good: 'Türkiye changed its name at the United Nations. Diplomats had called it Turkey. Some still write Turkey.',
      note: 'A story about the name.',
    },
    { good: 'Turkey grew faster than its neighbours. Turkey also exported more.' },
    { good: 'Türkiye’s farmers keep wild Turkey hens. Turkish firms, among them Turkiye Today, say so.' },
    { good: 'Türkiye signed. “Turkey is our friend,” he said of the treaty of Ottoman Turkey.' },
    {
      bad: 'Türkiye sells fruit. Nuts come from Turkey, which pays well. Türkiye buys gas.',
      good: 'Türkiye sells fruit. Nuts come from Türkiye, which pays well. Türkiye buys gas.',
    },
    { good: 'The road to Khankendi, called Stepanakert by Armenians, was closed.' },
    {
      bad: 'The Bombay High Court ruled. He grew up in Bombay.',
      good: 'The Bombay High Court ruled. He grew up in Mumbai.',
    },
    { good: 'The king changed the name from Swaziland in 2018; Eswatini has kept its flag.' },
    {
      bad: 'Roads from Türkiye were open. He drove to Turkey then.',
      good: 'Roads from Türkiye were open. He drove to Türkiye then.',
      note: 'Once each: the form that the list of places puts first.',
    },
    { good: 'DIYARBAKIR — The governor of Diyarbakır spoke.', note: 'Capitals.' },
    {
      good: 'Khankendi, which Armenians call Stepanakert, was quiet. Swaziland was its name then; now it is Eswatini.',
    },
    {
      bad: 'Odessa was shelled. Odesa has power again. Odessa, Texas, sent aid.',
      good: 'Odesa was shelled. Odesa has power again. Odessa, Texas, sent aid.',
    },
    {
      bad: 'Ghana and Côte d’Ivoire signed. Côte d’Ivoire’s envoy spoke. Trade with Ivory Coast grew.',
      good: 'Ghana and Côte d’Ivoire signed. Côte d’Ivoire’s envoy spoke. Trade with Côte d’Ivoire grew.',
    },
    { good: 'He was born in Bombay’s old fort area, now part of Mumbai.' },
    { good: 'We write Odesa and not Odessa. Most papers changed in 2022.', note: 'A story about the name.' },
    {
      bad: 'Talks in Bogotá ended. Coffee from Columbia is dear.',
      good: 'Talks in Bogotá ended. Coffee from Colombia is dear.',
    },
    { good: 'She left Colombia for Columbia University, and Venezuela for British Columbia and Columbia, Missouri.' },
    { bad: 'The train to Kishinev left at noon.', good: 'The train to Chișinău left at noon.' },
    {
      bad: 'Chad and Ivory Coast had offered observers. He thanked Côte d’Ivoire then.',
      good: 'Chad and Ivory Coast had offered observers. He thanked Ivory Coast then.',
      note: 'Houses differ on this one: the story’s first.',
    },
    {
      bad: 'Türkiye sells fruit. “Turkiye is a friend,” she said of Türkiye.',
      good: 'Türkiye sells fruit. “Türkiye is a friend,” she said of Türkiye.',
    },
    { good: 'Dynamo Kiev won the cup in 1975, and he ordered chicken Kiev.' },
    {
      bad: 'Farms in Garabagh were cleared.',
      good: 'Farms in Karabakh were cleared.',
      options: { forms: ['Karabakh'] },
    },
  ],
  words: (desk) => (word) => partsWith(word, desk.lexicon).length > 0,
  collect({ parsed }, _options, desk, words) {
    return collectUses(parsed, words, desk);
  },
  caseOf: ({ place }) => place.id,
  check(all, options, report, article) {
    const [first] = all;
    if (!first) return;
    const { place } = first;
    const forms = new Set(Array.isArray(options.forms) ? options.forms : []);
    // A story of Odessa, Texas, has that city by the name from there on.
    const abroad = new Set<string>();
    const here = all.filter(({ elsewhere, form }) => {
      if (elsewhere) abroad.add(form);
      return !abroad.has(form);
    });
    const uses = here.filter(({ quoted }) => !quoted);
    if (uses.length === 0) return;
    const house = place.forms.find((form) => forms.has(form)) ?? place.house;
    // A story about the name has to write both.
    if (!house && uses.some(({ renaming }) => renaming)) return;
    const modern = options.modern === true ? place.write : undefined;
    const custom = findCustom(uses, place);
    const isLeft = (options.modern === true && place.old.has(custom)) || isWrongHere(custom, place, article);
    const wanted = house ?? modern ?? (isLeft ? place.id : custom);
    const shown = uses.find(({ form }) => form === wanted);
    for (const use of here) {
      if (use.quoted && foldWord(use.form) !== foldWord(wanted)) continue;
      if (use.form === wanted || ((use.past || isOfficial(use)) && !house)) continue;
      const right = use.curly ? wanted.replaceAll("'", '’') : wanted;
      report({
        block: use.block,
        start: use.start,
        end: use.end,
        expected: [use.upper ? right.toUpperCase() : right],
        data: { other: wanted },
        ...(!shown && { what: '“{actual}”: the house writes “{other}”' }),
        ...(!shown &&
          !house &&
          !place.wrong.has(use.form) && { what: '“{actual}” is the older name; agencies write “{other}” now' }),
        ...(!shown && place.wrong.has(use.form) && { what: '“{actual}” is another place than “{other}”' }),
        related: shown ? [{ block: shown.block, span: shown, message: '“{other}” here' }] : [],
        group: place.id,
      });
    }
  },
});

/** «Columbia» in a story of Bogotá. */
const isWrongHere = (form: string, { wrong, beside }: Place, { blocks }: ArticleContext): boolean =>
  beside !== undefined && wrong.has(form) && blocks.some(({ parsed }) => beside.test(parsed.text));

/** «The Republic of Türkiye» is the state's own name in a story that writes Turkey. */
const isOfficial = ({ official, form, place }: Use): boolean => official && form === place.id;

/** The form that most of the story writes; of equals the headline's, then the one that the row of the place puts first, or the story. */
function findCustom(uses: readonly Use[], place: Place): string {
  const counts = new Map<string, number>();
  // History tells nothing of what the story calls the place now.
  const told = uses.filter(({ past }) => !past);
  for (const use of told.length > 0 ? told : uses)
    counts.set(use.form, (counts.get(use.form) ?? 0) + (use.headline ? 1.5 : isOfficial(use) ? 0.5 : 1));
  const right = [...counts].filter(([form]) => !place.wrong.has(form));
  const ranked = (right.length > 0 ? right : [...counts]).sort(
    ([a, many], [b, more]) => more - many || (place.equal ? 0 : place.forms.indexOf(a) - place.forms.indexOf(b)),
  );
  return ranked[0]?.[0] ?? place.id;
}

/** A part of a word that begins a place's name. */
interface Part {
  text: string;
  /** Its place in the word. */
  at: number;
  upper: boolean;
  forms: readonly PlaceForm[];
}

function partsWith(word: string, { places }: Lexicon): readonly Part[] {
  return splitCompound(word, 0).flatMap(({ text, start }): Part[] => {
    const upper = isUpper(text);
    const forms = places.startingWith(upper ? titleCase(text) : text);
    return forms.length > 0 ? [{ text, at: start, upper, forms }] : [];
  });
}

const partsOf = perWord((word, _folded, { lexicon }) => partsWith(word, lexicon));

function collectUses(parsed: ParsedBlock, chosen: readonly number[], desk: DeskContext): Use[] {
  const { tokens, text } = parsed;
  const { places, isGivenName } = desk.lexicon;
  const parts = partsOf(desk);
  const uses: Use[] = [];
  // Several places stand in a sentence.
  let about: About | undefined;
  for (const i of chosen) {
    if (tokens.kind[i] !== TokenKind.word) continue;
    const quoted = isInside(parsed.quotes, tokens.start[i] ?? 0);
    for (const part of parts(tokens.word[i] ?? 0)) {
      const { upper } = part;
      for (const { place, text: form, words } of part.forms) {
        const start = (tokens.start[i] ?? 0) + part.at;
        const end = start + form.length;
        const here = text.slice(start, end).replaceAll('’', "'");
        if ((upper ? here !== form.toUpperCase() : here !== form) || isWordLetter(text, end)) continue;
        // «DISTRICT OF COLUMBIA»: capitals tell no name from a slip.
        if (upper && place.wrong.has(form)) break;
        // «DIYARBAKIR» is Diyarbakır and Diyarbakir alike.
        if (upper && place.forms.some((other) => other !== form && other.toUpperCase() === here)) break;
        const last = i + words.length - 1;
        if (!about || start >= about.end) about = readSentence(parsed, start);
        const { renaming, past } = about;
        const elsewhere = places.inState(text.slice(end, end + 20));
        if (
          !elsewhere &&
          !renaming &&
          (isProper(parsed, i, last, place, part.text, isGivenName) || isExplained(parsed, start, end, place))
        )
          break;
        const headline = parsed.role === 'headline';
        uses.push({
          start,
          end,
          form,
          place,
          headline,
          upper,
          elsewhere,
          official: /\bRepublic of (?:the )?$/.test(text.slice(Math.max(0, start - 20), start)),
          renaming,
          past,
          curly: text.includes('’'),
          quoted,
        });
        break;
      }
    }
  }
  return uses;
}

/** The parts of «Azerbaijan-Türkiye», each without its possessive ending. */
function splitCompound(word: string, start: number): { text: string; start: number }[] {
  const bare = word.replace(/['’]s?$/, '');
  const whole = { text: bare, start };
  if (!bare.includes('-')) return [whole];
  const parts: { text: string; start: number }[] = [whole];
  let at = start;
  for (const text of bare.split('-')) {
    parts.push({ text, start: at });
    at += text.length + 1;
  }
  // «Bangalore-based»: the place of today; in «Kiev-born» it may be another time’s.
  if (/^\p{Lu}[^-]*-(?:based|backed|led|held|bound|controlled|appointed|mediated)$/u.test(bare)) return parts;
  // «Nagorno-Karabakh» and «Kiev-born»: only a list of capitalised names is several places.
  return bare.split('-').every(isCapitalised) && !/^(?:Nagorno|Nagorny|Upper|Lower|Mountainous)-/.test(bare)
    ? parts
    : [whole];
}

/** Part of a longer name, or the place of another time, or no place at all. */
function isProper(
  parsed: ParsedBlock,
  first: number,
  last: number,
  place: Place,
  part: string,
  isGivenName: Lexicon['isGivenName'],
): boolean {
  const { text, tokens } = parsed;
  const start = tokens.start[first] ?? 0;
  const end = tokens.end[last] ?? start;
  const isIn = (name: string) => {
    for (
      let at = text.indexOf(name, Math.max(0, start - name.length));
      at >= 0 && at < end;
      at = text.indexOf(name, at + 1)
    )
      if (at + name.length > start) return true;
    return false;
  };
  if (place.names.some(isIn)) return true;
  const before = tokenText(parsed, first - 1);
  if (place.after.has(before) || place.after.has(before.toLowerCase())) return true;
  const after = tokenText(parsed, last + 1);
  const joined = (left: number) => /^\s+$/.test(text.slice(tokens.end[left], tokens.start[left + 1]));
  const possessive = /['’]s?$/.test(tokenText(parsed, last));
  if (brands.test(after) && joined(last) && !possessive) return true;
  if (isTitleCase(parsed) || part === part.toUpperCase()) return false;
  // «President of Türkiye Orhan Demir»: the next name is a person's.
  const person = before === 'of' && isGivenName(foldWord(after));
  if (isCapitalised(after) && joined(last) && !possessive && !titles.test(after) && !person) return true;
  return (
    isCapitalised(before) &&
    joined(first - 1) &&
    !beginsSentence(parsed, first - 1) &&
    !before.endsWith('.') &&
    !/['’]s?$/.test(before)
  );
}

/** «Khankendi, called Stepanakert by Armenians», «Kyiv (Kiev)», «Shusha/Shushi»: the writer gives both on purpose. */
function isExplained({ text }: ParsedBlock, start: number, end: number, place: Place): boolean {
  if (/^[”"’']?,? (?:was (?:its|the|then) |until \d|until (?:its|the) )/.test(text.slice(end, end + 20))) return true;
  if (
    /\bIn (?:Soviet|Ottoman|tsarist|colonial|imperial|Habsburg) (?:times|days)[^.!?]*$/.test(
      text.slice(Math.max(0, start - 80), start),
    )
  )
    return true;
  if (naming.test(text.slice(Math.max(0, start - 30), start))) return true;
  const after = text.slice(end, end + 60);
  const before = text.slice(Math.max(0, start - 60), start);
  return place.forms.some((form) => {
    const next = after.indexOf(form);
    const last = before.lastIndexOf(form);
    return (
      (next >= 0 && isExplanation(after.slice(0, next + 1))) ||
      (last >= 0 && isExplanation(before.slice(last + form.length)))
    );
  });
}

/** What the sentence of a place says of its name; `end` is where that sentence ends. */
interface About {
  end: number;
  renaming: boolean;
  past: boolean;
}

function readSentence({ text, sentences }: ParsedBlock, offset: number): About {
  const sentence = sentences.find(({ start, end }) => start <= offset && offset < end);
  const said = sentence ? text.slice(sentence.start, sentence.end) : text;
  return {
    end: sentence?.end ?? offset,
    renaming: /name|brand|writ|spell/.test(said) && renames.test(said),
    past: /\b1\d{3}\b|\b19[0-8]0s\b/.test(said),
  };
}

function isWordLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}

const isUpper = (word: string) => word.length > 3 && word === word.toUpperCase();

const titleCase = (word: string) => word.charAt(0) + word.slice(1).toLowerCase();

/** An explanation stands in the same sentence as what it explains. */
function isExplanation(between: string): boolean {
  return explains.test(between) && !/[.!?]["”’)]*\s/.test(between);
}
