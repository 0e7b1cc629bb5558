import type { Span } from '../article/index.ts';
import { TokenKind, tokenText } from '../language/index.ts';
import type { Lexicon, TeamPerson } from '../lexicon/index.ts';
import type { Person, WordUse } from '../people/index.ts';
import { compareNames, givenUses, indexTeam, knownForms, surnameUse } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import { defineRule } from './rule.ts';

interface WrongUse {
  start: number;
  end: number;
  expected: string;
  row: TeamPerson;
}

export default defineRule<WrongUse>({
  id: 'name-team-list',
  category: 'name',
  severity: 'warning',
  scope: 'article',
  about: 'Finds a name that is written in another way than on the team’s list, or in a way that the list calls wrong.',
  what: '“{actual}”: the team’s list has “{expected}”',
  why: 'The list of names has {person} ({file}, line {row}).',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    { good: 'Without a team’s list nobody is misspelt: Governor Ayla Korkutbay met Governor Orhan Demir.' },
    {
      bad: 'Governor Ayla Korkutbey opened the bridge.',
      good: 'Governor Ayla Korkutbay opened the bridge.',
      team: [{ name: 'Ayla Korkutbay' }],
    },
    {
      bad: 'Critics called Mayor Korkutby a hero.',
      good: 'Critics called Mayor Korkutbay a hero.',
      team: [{ name: 'Ayla Korkutbay', wrong: ['Korkutby'] }],
    },
  ],
  words({ lexicon }) {
    const wrong = indexWrong(lexicon);
    return (word) => wrong.size > 0 && wrong.has(bare(word).split(' ')[0] ?? '');
  },
  collect({ parsed }, _options, { lexicon }, words) {
    const wrong = indexWrong(lexicon);
    const uses: WrongUse[] = [];
    const { tokens, text } = parsed;
    for (const i of words) {
      if (tokens.kind[i] !== TokenKind.word) continue;
      const start = tokens.start[i] ?? 0;
      for (const { form, row } of wrong.get(bare(tokenText(parsed, i)).split(' ')[0] ?? '') ?? []) {
        const end = start + form.length;
        if (text.slice(start, end) !== form || /^[\p{L}\p{N}]/u.test(text.slice(end))) continue;
        uses.push({ start, end, expected: form.includes(' ') ? row.name : surnameOf(row), row });
        break;
      }
    }
    return uses;
  },
  check(facts, _options, report, article) {
    const taken = new Set<string>();
    const tell = (block: number, { start, end }: Span, expected: string, row: TeamPerson) => {
      if (taken.has(`${block}:${end}`)) return;
      taken.add(`${block}:${end}`);
      const { file, line } = row.source;
      report({ block, start, end, expected: [expected], data: { person: row.name, file, row: line }, group: row.name });
    };
    for (const use of facts) tell(use.block, use, use.expected, use.row);
    const { lexicon } = article;
    if (lexicon.people.length === 0) return;
    for (const { people } of article.circles())
      for (const person of people)
        for (const { block, span, expected, row } of findDeviations(person, lexicon)) tell(block, span, expected, row);
  },
});

/** A word of a name that is not as the list has it. */
interface Deviation {
  block: number;
  span: Span;
  expected: string;
  row: TeamPerson;
}

// A person whose mentions did not change is the same from check to check.
const deviations = new WeakMap<Person, readonly Deviation[]>();

function findDeviations(person: Person, lexicon: Lexicon): readonly Deviation[] {
  const known = deviations.get(person);
  if (known) return known;
  const row = person.team ?? findRow(person, lexicon);
  const found = row ? readDeviations(person, row, lexicon) : [];
  deviations.set(person, found);
  return found;
}

function readDeviations({ mentions }: Person, row: TeamPerson, lexicon: Lexicon): Deviation[] {
  const listed = wordsOf(row);
  const read = knownForms(lexicon);
  return mentions.flatMap((mention) =>
    [surnameUse(mention), ...givenUses(mention)].flatMap(({ text, start, end }: WordUse) => {
      if (text === text.toUpperCase() || listed.has(text)) return [];
      const expected = row.name.split(/\s+/).find((word) => compareNames(word, text, read) !== 'different');
      if (!expected || areTwoNames(lexicon, expected, text)) return [];
      return [{ block: mention.block, span: { start, end }, expected, row }];
    }),
  );
}

const indexes = new WeakMap<Lexicon, Map<string, { form: string; row: TeamPerson }[]>>();

/** Forms that the list calls wrong, by first word. */
function indexWrong(lexicon: Lexicon): ReadonlyMap<string, readonly { form: string; row: TeamPerson }[]> {
  const known = indexes.get(lexicon);
  if (known) return known;
  const index = new Map<string, { form: string; row: TeamPerson }[]>();
  for (const row of lexicon.people)
    for (const form of row.wrong) {
      const first = form.split(' ')[0] ?? '';
      const there = index.get(first);
      if (there) there.push({ form, row });
      else index.set(first, [{ form, row }]);
    }
  indexes.set(lexicon, index);
  return index;
}

/** The row that a person of the article must be: surname and given name those of one row but for spelling. */
function findRow(person: Person, lexicon: Lexicon): TeamPerson | undefined {
  const read = knownForms(lexicon);
  const words = person.given?.split(/\s+/);
  const titled = person.mentions.some(({ evidence }) => evidence === 'title');
  const fits = new Set<TeamPerson>();
  for (const bearers of indexTeam(lexicon).bearers(person.surname)) {
    for (const word of words ?? [])
      for (const row of bearers.withGiven(word)) {
        if (isGiven(row, word)) fits.add(row);
        if (fits.size > 1) return undefined;
      }
    if (!words && titled && compareNames(bearers.surname, person.surname, read) !== 'slip')
      for (const row of bearers.rows.slice(0, 2)) fits.add(row);
  }
  return fits.size === 1 ? [...fits][0] : undefined;

  function isGiven(row: TeamPerson, word: string): boolean {
    const given = row.name.split(/\s+/).slice(0, -1);
    return given.some((name) => /^(?:same|diacritics|transliteration)$/.test(compareNames(name, word, read)));
  }
}

const surnameOf = ({ name }: TeamPerson) => name.split(/\s+/).at(-1) ?? name;
const wordsOf = ({ name, aliases, native }: TeamPerson) =>
  new Set([name, native ?? '', ...aliases].flatMap((form) => form.split(/\s+/)));
const bare = (word: string) => word.replace(/['’]s?$/, '');

/** A slip between two names that are both known is two people. */
function areTwoNames(lexicon: Lexicon, a: string, b: string): boolean {
  const { isGivenName, isSurname } = lexicon;
  const isKnown = (word: string) => isGivenName(foldWord(word)) || isSurname(foldWord(word));
  return compareNames(a, b, knownForms(lexicon)) === 'slip' && isKnown(a) && isKnown(b);
}
