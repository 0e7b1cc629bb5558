import type { ParsedBlock } from '../language/index.ts';
import { beginsSentence, isCapitalised, isInside, TokenKind, tokenText } from '../language/index.ts';
import { wordsOf } from '../lexicon/index.ts';
import { isSlip } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import type { DeskContext } from './rule.ts';
import { defineRule, isEnglish, perWord } from './rule.ts';

export default defineRule<Slip>({
  id: 'country-spelling',
  category: 'place',
  severity: 'warning',
  scope: 'case',
  languages: ['en'],
  about:
    'Finds a word that is one slip away from the name of a country, a people or a large city and that no dictionary knows (“Azerbaijian”, “Istambul”), and a name of several words with a slip or a wrong hyphen (“Sao Paolo”, “New-York”).',
  what: '“{actual}” is no place: {expected}?',
  why: 'The word is one slip away from a country, a people or a city, and no dictionary knows it.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'Talks between Azerbajian and its neighbours began.',
      good: 'Talks between Azerbaijan and its neighbours began.',
    },
    { bad: 'The Ukranian army advanced.', good: 'The Ukrainian army advanced.' },
    { bad: 'They will meet in Ljublana next week.', good: 'They will meet in Ljubljana next week.' },
    { bad: 'The court in Sao Paolo ruled on Friday.', good: 'The court in Sao Paulo ruled on Friday.' },
    { bad: 'She flew to New-York on Friday.', good: 'She flew to New York on Friday.' },
    { bad: 'Gangs hold Port au Prince.', good: 'Gangs hold Port-au-Prince.' },
    { bad: 'Tea from Azerbaidjan is dear.', good: 'Tea from Azerbaijan is dear.' },
    { bad: 'Roses from Equador are dear.', good: 'Roses from Ecuador are dear.' },
    { bad: 'Ships of the Phillipines left.', good: 'Ships of the Philippines left.' },
    { good: 'Minister Yerlan Sagatov came. Sagatov left.', note: 'A name.' },
    { good: 'Sergeant Liam Ó Briain spoke. Sergeant Ó Briain left.', note: 'A name.' },
    { good: 'The Armenians, Georgians and Nigeriens came to Columbia University.' },
    {
      good: 'A South Korean and a Tehrani met in Astara. The San Francesco basilica and the New York-based firm agreed.',
    },
  ],
  words(desk) {
    const reads = desk.speller?.reads('en') ?? false;
    const { phrases } = desk.lexicon.gazetteer;
    const nearOf = nearWords(desk);
    return (written, folded, id) => {
      if (!reads || !isCapitalised(written)) return false;
      const first = isOneWord.test(written) ? folded : wordsOf(written.replace(possessive, ''))[0];
      return phrases.begins(first ?? '') || nearOf(id) !== nothing;
    };
  },
  collect(context, _options, desk, slips) {
    const { parsed } = context;
    const { tokens } = parsed;
    const found: Slip[] = [];
    const nearOf = nearWords(desk);
    // «Seán Ó Briain»: a word of a name that a rank or a known given name brings in.
    const isName = (at: number) =>
      context
        .mentions()
        .some(
          ({ name, given, evidence }) =>
            name.start <= at && at < name.end && (given ? evidence !== 'bare' : evidence === 'title'),
        );
    for (const i of slips) {
      if (tokens.kind[i] !== TokenKind.word) continue;
      const start = tokens.start[i] ?? 0;
      const near = nearOf(tokens.word[i] ?? 0);
      const phrase = findPhrase(parsed, i, desk);
      if (!phrase && near.countries.length + near.cities.length === 0) continue;
      if (isInside(parsed.opaque, start) || isName(start)) continue;
      if (phrase) {
        found.push({ ...phrase, word: parsed.text.slice(phrase.start, phrase.end) });
        continue;
      }
      const { word } = near;
      const countries = isSlipBehind(tokenText(parsed, i - 1), word, desk.lexicon) ? near.countries : [];
      const expected = countries.length > 0 || standsInName(parsed, i) ? countries : near.cities;
      if (expected.length > 0) found.push({ start, end: start + word.length, expected, word });
    }
    return found;
  },
  caseOf: ({ word }) => word,
  check(slips, _options, report, { names }) {
    // «Sagatov said», where Yerlan Sagatov is somebody.
    for (const { block, start, end, expected, word } of slips)
      if (!names().has(word.toLowerCase())) report({ block, start, end, expected });
  },
});

/** A word or phrase that is no place, and what it may be. */
interface Slip {
  start: number;
  end: number;
  expected: readonly string[];
  word: string;
}

const possessive = /['’]s?$/;
const isOneWord = /^[^-.'’]+$/;
const preposition = /^(?:in|from|to|of|and|with|between|for|by|into|near|outside|against|across)$/;

/** A word without its possessive ending, and the names that it is one slip away from. */
interface Near {
  word: string;
  countries: readonly string[];
  cities: readonly string[];
}

const nothing: Near = { word: '', countries: [], cities: [] };

/** What a word nobody knows is one slip away from. */
const nearWords = perWord((written, _folded, desk, id): Near => {
  if (written.length < 6 || !isCapitalised(written)) return nothing;
  const word = written.replace(possessive, '');
  const { lexicon, vocabulary } = desk;
  if (word.length < 6 || isEnglish(desk)(word === written ? id : vocabulary.intern(word))) return nothing;
  const folded = foldWord(word);
  if (lexicon.isGivenName(folded) || lexicon.isSurname(folded)) return nothing;
  const countries = findNear(word, desk);
  const cities = findNearCity(word, desk);
  const isNear = countries.length + cities.length > 0 && lexicon.places.startingWith(word).length === 0;
  return isNear ? { word, countries, cities } : nothing;
});

/** What another language calls a country is no English name behind an English preposition. */
const isSlipBehind = (before: string, word: string, lexicon: DeskContext['lexicon']): boolean =>
  !lexicon.countries.isKnown(word) || isForeign(word, before, lexicon);

/** Countries and peoples that a word is one slip away from. */
function findNear(word: string, { lexicon }: DeskContext): readonly string[] {
  const near = findLike(lexicon.countries.longNames(word.charAt(0)), word, areUndoubled);
  return near.length > 0 && isSlipBehind('in', word, lexicon) ? near : [];
}

/**
 * The names that a word is one slip away from, or alike in another way that leaves the last letter. A slip leaves the second
 * letter or the last: of most names these tell that they are another.
 */
function findLike(
  names: readonly string[],
  word: string,
  areAlike: (name: string, word: string) => boolean = () => false,
): readonly string[] {
  const small = word.toLowerCase();
  const second = small.charCodeAt(1);
  const last = small.charCodeAt(small.length - 1);
  const found: string[] = [];
  for (const name of names) {
    const endsAlike = name.charCodeAt(name.length - 1) === last;
    if (!endsAlike && name.charCodeAt(1) !== second) continue;
    if (isSlip(small, name.toLowerCase()) || (endsAlike && areAlike(name, word))) found.push(name);
  }
  return found;
}

/** «Phillipines»: the right letters, doubled in the wrong place. */
const areUndoubled = (name: string, word: string): boolean =>
  name.at(-1) === word.at(-1) && name !== word && undouble(name.toLowerCase()) === undouble(word.toLowerCase());

const undouble = (word: string) => word.replace(/(\p{L})\1/gu, '$1');

const isForeign = (word: string, before: string, { countries }: DeskContext['lexicon']) =>
  word.length > 6 &&
  preposition.test(before) &&
  !countries.longNames(word.charAt(0)).includes(word) &&
  countries.isForeign(word);

/** Cities that a word is one slip away from; short names and what only adds to the end are left alone. */
function findNearCity(word: string, { lexicon, speller }: DeskContext): readonly string[] {
  if (!/^[A-Z][a-z]+$/.test(word)) return [];
  const { gazetteer, countries } = lexicon;
  const near = findLike(gazetteer.longNames(word.charAt(0)), word).filter(
    (name) => Math.max(name.length, word.length) > 6 && !word.startsWith(name),
  );
  if (near.length === 0) return [];
  if (gazetteer.isOther(word) || countries.isKnown(word) || gazetteer.name(foldWord(word))) return [];
  return speller?.isKnown(word.toLowerCase(), 'en') ? [] : near;
}

/** A capitalised word beside it: «Lake Balkhan», «Karin Ankarra». */
function standsInName(parsed: ParsedBlock, i: number): boolean {
  const { tokens, text } = parsed;
  const joined = (left: number) => text.slice(tokens.end[left], tokens.start[left + 1]) === ' ';
  return (
    (isCapitalised(tokenText(parsed, i + 1)) && joined(i)) ||
    (isCapitalised(tokenText(parsed, i - 1)) && joined(i - 1) && !beginsSentence(parsed, i - 1))
  );
}

/** Where the first run of letters of a word ends, and the names of several words that begin with it. */
const headOf = perWord((word, folded, { lexicon: { gazetteer } }) => {
  const end = word.search(/[^\p{L}\p{M}]/u);
  return end < 0
    ? { end: word.length, names: gazetteer.beginningWith(folded) }
    : { end, names: gazetteer.beginningWith(foldWord(word.slice(0, end))) };
});

/** A name of several words with its hyphens wrong, or with a slip in a later word. */
function findPhrase({ text, tokens }: ParsedBlock, i: number, desk: DeskContext) {
  const { lexicon } = desk;
  const { gazetteer } = lexicon;
  const start = tokens.start[i] ?? 0;
  const head = headOf(desk)(tokens.word[i] ?? 0);
  if (!head.names) return undefined;
  // Neither the mark behind the first word nor the letter behind that is ever the slip.
  const mark = text.charAt(start + head.end);
  if (head.end < 1 || (mark !== ' ' && mark !== '-')) return undefined;
  const names = head.names.get(initial(text, start + head.end + 1));
  if (!names) return undefined;
  const rest = text.slice(start, start + 40);
  for (const name of names) {
    const here = rest.slice(0, name.length);
    if (here === name) return undefined;
    if (flat(here) === flat(name) && /^(?![-\p{L}])/u.test(rest.slice(name.length)))
      return { start, end: start + name.length, expected: [name] };
  }
  for (const name of names) {
    const words = name.split(/[\s-]+/);
    const found = [...rest.matchAll(/[\p{L}\p{M}]+/gu)].slice(0, words.length);
    const last = found.at(-1);
    if (!last || found.length < words.length) continue;
    const end = last.index + last[0].length;
    if (flat(rest.slice(0, end)) !== found.map(([word]) => word).join(' ') || /^[-\p{L}]/u.test(rest.slice(end)))
      continue;
    const odd = found.flatMap(([word], k) => (foldWord(word) === foldWord(words[k] ?? '') ? [] : [k]));
    const [k = 0] = odd;
    if (odd.length !== 1 || k === 0) continue;
    const [written, right] = [found[k]?.[0] ?? '', words[k] ?? ''];
    if (!isCapitalised(written) || Math.max(written.length, right.length) < 5 || written.startsWith(right)) continue;
    if (!isSlip(foldWord(written), foldWord(right)) || gazetteer.name(foldWord(written))) continue;
    // «San Francesco» is a saint.
    if (/^San/.test(name) && lexicon.isGivenName(foldWord(written))) continue;
    return { start, end: start + end, expected: [name] };
  }
  return undefined;
}

const initial = (text: string, at: number) => foldWord(text.charAt(at)).charAt(0);

const flat = (name: string) => name.replaceAll('-', ' ');
