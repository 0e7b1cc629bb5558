import type { Placed, Span } from '../article/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import { isCapitalised, isInside, TokenKind } from '../language/index.ts';
import type { Lexicon, Place, PlaceForm } from '../lexicon/index.ts';
import { foldWord, isAlphanumeric } from '../text/index.ts';
import type { Around } from './place-names/around.ts';
import { readAround } from './place-names/around.ts';
import type { ArticleContext, DeskContext } from './rule.ts';
import { defineRule, perWord } from './rule.ts';

/** A name of a place as it stands. */
interface Named {
  parsed: ParsedBlock;
  /** The token that it begins in, and the part of it that it begins with. */
  token: number;
  part: Part;
  form: PlaceForm;
  block?: number;
}

/** A name with what is read of it only where the story may write the place in two ways. */
interface Use extends Span, Around {
  block: number;
  form: string;
  place: Place;
  headline: boolean;
  /** In capital letters throughout. */
  upper: boolean;
  /** A speaker names the place: the name is theirs, its letters are the writer's. */
  quoted: boolean;
}

export default defineRule<Named>({
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
  words(desk) {
    const parts = partsOf(desk);
    const { places } = desk.lexicon;
    return (word, _folded, id) => (isSmall.test(word) ? places.startingWith(word) : parts(id)).length > 0;
  },
  collect({ parsed }, _options, desk, words) {
    return collectNames(parsed, words, desk);
  },
  caseOf: ({ form }) => form.place.id,
  check(all, options, report, article) {
    const [first] = all;
    if (!first) return;
    const { place, text: own } = first.form;
    const forms = new Set(Array.isArray(options.forms) ? options.forms : []);
    const house = place.forms.find((form) => forms.has(form)) ?? place.house;
    const modern = options.modern === true ? place.write : undefined;
    const isOld = (form: string) => options.modern === true && place.old.has(form);
    // Most stories write a place in one way, and in the right one.
    const isPlain = own === (house ?? modern ?? own) && !isOld(own) && !place.wrong.has(own);
    if (isPlain && all.every(({ form }) => form.text === own)) return;
    // A story of Odessa, Texas, has that city by the name from there on.
    const abroad = new Set<string>();
    const here = all.flatMap((named) => {
      const use = readUse(named, article);
      if (use?.elsewhere) abroad.add(use.form);
      return use && !abroad.has(use.form) ? use : [];
    });
    const uses = here.filter(({ quoted }) => !quoted);
    if (uses.length === 0) return;
    // A story about the name has to write both.
    if (!house && uses.some(({ renaming }) => renaming)) return;
    const custom = findCustom(uses, place);
    const isLeft = isOld(custom) || isWrongHere(custom, place, article);
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

/** What stands around a name; undefined where it names no place. */
function readUse({ parsed, token, part, form, block }: Placed<Named>, { lexicon }: DeskContext): Use | undefined {
  const { place, text, words } = form;
  const start = startOf(parsed, token, part);
  const end = start + text.length;
  const last = token + words.length - 1;
  const around = readAround(parsed, { start, end, first: token, last, place, part: part.text }, lexicon);
  const quoted = isInside(parsed.quotes, parsed.tokens.start[token] ?? 0);
  const headline = parsed.role === 'headline';
  return around && { ...around, block, start, end, form: text, place, headline, upper: part.upper, quoted };
}

const startOf = ({ tokens }: ParsedBlock, token: number, part: Part): number => (tokens.start[token] ?? 0) + part.at;

/** «Columbia» in a story of Bogotá. */
const isWrongHere = (form: string, { wrong, beside }: Place, { blocks }: ArticleContext): boolean =>
  beside !== undefined && wrong.has(form) && blocks().some(({ parsed }) => beside.test(parsed.text));

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

const isSmall = /^[a-z]+$/;
const isOneName = /^[A-Za-z][a-z]+$/;

function partsWith(word: string, { places }: Lexicon): readonly Part[] {
  if (isOneName.test(word)) {
    const forms = places.startingWith(word);
    return forms.length > 0 ? [{ text: word, at: 0, upper: false, forms }] : noParts;
  }
  const found: Part[] = [];
  for (const { text, start } of splitCompound(word, 0)) {
    const upper = isUpper(text);
    const forms = places.startingWith(upper ? titleCase(text) : text);
    if (forms.length > 0) found.push({ text, at: start, upper, forms });
  }
  return found.length > 0 ? found : noParts;
}

// One for nearly every word.
const noParts: readonly Part[] = [];

const partsOf = perWord((word, _folded, { lexicon }) => partsWith(word, lexicon));

function collectNames(parsed: ParsedBlock, chosen: readonly number[], desk: DeskContext): Named[] {
  const { tokens, text } = parsed;
  const parts = partsOf(desk);
  const names: Named[] = [];
  for (const i of chosen) {
    if (tokens.kind[i] !== TokenKind.word) continue;
    for (const part of parts(tokens.word[i] ?? 0)) {
      const { upper } = part;
      const start = startOf(parsed, i, part);
      for (const form of part.forms) {
        const { place, text: written } = form;
        const end = start + written.length;
        const here = plain(text.slice(start, end));
        if ((upper ? here !== written.toUpperCase() : here !== written) || isWordLetter(text, end)) continue;
        // «DISTRICT OF COLUMBIA»: capitals tell no name from a slip.
        if (upper && place.wrong.has(written)) break;
        // «DIYARBAKIR» is Diyarbakır and Diyarbakir alike.
        if (upper && place.forms.some((other) => other !== written && other.toUpperCase() === here)) break;
        names.push({ parsed, token: i, part, form, block: undefined });
        break;
      }
    }
  }
  return names;
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

function isWordLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isAlphanumeric(code);
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}

const plain = (text: string): string => (text.includes('’') ? text.replaceAll('’', "'") : text);

const isUpper = (word: string) => word.length > 3 && word === word.toUpperCase();

const titleCase = (word: string) => word.charAt(0) + word.slice(1).toLowerCase();
