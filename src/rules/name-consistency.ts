import type { OddSpelling, Person, PlacedMention, ReadForms, WordUse } from '../people/index.ts';
import { compareNames, findOddSpellings, fitsScheme, givenUses, knownForms, surnameUse } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import type { ArticleContext } from './rule.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'name-consistency',
  category: 'name',
  severity: 'warning',
  scope: 'article',
  languages: ['en'],
  about: 'Finds one person whose name is spelt in two ways in a story. Most mentions decide which one is offered.',
  what: '“{actual}” here, “{other}” on line {line}: one person, two spellings',
  why: 'A story spells a person’s name in one way; most mentions of {person} write “{other}”.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {
    diacritics: {
      type: 'boolean',
      default: true,
      description: 'Flag a name that has its special letters in one place and plain ones in another.',
    },
  },
  examples: [
    {
      bad: 'Defence Minister Rustam Kelmurov arrived on Monday.\n\nMinister Rustam Kelmuvrov met reporters. Kelmurov left at noon.',
      good: 'Defence Minister Rustam Kelmurov arrived on Monday.\n\nMinister Rustam Kelmurov met reporters. Kelmurov left at noon.',
    },
    {
      bad: 'General Oleh Barovskyi resigned.\n\nThe president thanked General Barovsky. Barovskyi had asked for it.',
      good: 'General Oleh Barovskyi resigned.\n\nThe president thanked General Barovskyi. Barovskyi had asked for it.',
    },
    {
      bad: 'Mayor Ayşe Çakmak spoke first.\n\nMayor Ayse Çakmak then opened the bridge. Ayşe Çakmak was born nearby.',
      good: 'Mayor Ayşe Çakmak spoke first.\n\nMayor Ayşe Çakmak then opened the bridge. Ayşe Çakmak was born nearby.',
    },
    { good: 'President Ilham Aliyev met historian Zarifa Aliyeva.' },
    { good: 'Sergei Petrov and Sergey Ivanov came with Davit Babayan and David Balayan.' },
    { good: 'Nasir Aliyev spoke before Nasib Aliyev. Abdel Karimi thanked Abdul Karimi.' },
    { good: 'Police questioned Leon Barden and his brother. The Bardens denied it, and Leon Barden left.' },
    { good: 'MAYOR ÇAKMAK WINS\n\nMayor Ayşe Çakmak won.' },
    { good: 'Judge - Iain McALLISTER\n\nJudge Iain McAllister is sixty.' },
  ],
  check(_facts, options, report, article) {
    const cast = article.cast();
    const read = knownForms(article.lexicon);
    const groups = cast.people.map((person) => ({ person, mentions: readable(article, person.mentions) }));
    adoptLoose(article, groups, readable(article, cast.loose));
    // Most stories write every name in one way and need no vote.
    let others: string[] | undefined;
    const weigh = (spelling: string) => {
      others ??= groups.flatMap(({ mentions }) =>
        mentions.flatMap((mention) => [mention.surname, ...givenUses(mention).map(({ text }) => text)]),
      );
      return fitsScheme(spelling, others, read);
    };
    for (const { person, mentions } of groups) {
      // What the cast has of people on the team's list is name-team-list's; here only what matched nobody.
      const checked = person.team ? mentions.filter((mention) => !person.mentions.includes(mention)) : mentions;
      for (const odd of findOdd(article, checked, person.team?.name.split(/\s+/).at(-1), weigh)) {
        if (odd.likeness === 'diacritics' && options.diacritics !== true) continue;
        report({
          block: odd.mention.block,
          start: odd.start,
          end: odd.end,
          expected: [odd.preferred],
          data: { other: odd.preferred, person: person.name },
          ...(!odd.model && { what: '“{actual}”: the team’s list has “{other}”' }),
          related: odd.model ? [{ block: odd.model.mention.block, span: odd.model, message: '“{other}” here' }] : [],
          group: person.name,
        });
      }
    }
  },
});

interface Group {
  person: Person;
  mentions: PlacedMention[];
}

/** Mentions whose letters can be compared: no bylines, no capitals throughout. */
const readable = (article: ArticleContext, mentions: readonly PlacedMention[]) =>
  mentions.filter(
    ({ role, surname, block }) => role !== 'byline' && !isUpper(surname) && article.blocks[block] !== undefined,
  );

/** All capitals, but for a prefix that keeps its small letter: «McALLISTER», «DeSANTIS». */
const isUpper = (name: string) =>
  name.toUpperCase() === name.replace(/^(?:Ma?c|De|Di|La|Le|Van)(?=\p{Lu}{2})/u, (p) => p.toUpperCase());

/**
 * Words that match nobody and are a slip or a romanisation away from one surname of the cast: «Kelmuvrov» where nobody of
 * that name was brought in.
 */
function adoptLoose(article: ArticleContext, groups: readonly Group[], loose: readonly PlacedMention[]): void {
  const read = knownForms(article.lexicon);
  // Names that are alike share a key or, a slip apart, their first letter.
  const byTrait = new Map<string, Group[]>();
  for (const group of groups) {
    for (const trait of traitsOf(group.person.surname, read)) {
      const there = byTrait.get(trait);
      if (there) there.push(group);
      else byTrait.set(trait, [group]);
    }
  }
  for (const mention of loose) {
    const { surname, given } = mention;
    if (surname.length < 6 || isWord(article, surname)) continue;
    const alike = new Set(traitsOf(surname, read).flatMap((trait) => byTrait.get(trait) ?? []));
    const near = [...alike].filter(({ person, mentions }) => {
      const likeness = compareNames(person.surname, surname, read);
      if (mentions.length === 0 || likeness === 'different') return false;
      if (likeness === 'slip' && isKnownName(article, surname)) return false;
      return !given || !person.given || compareNames(person.given, given, read) !== 'different';
    });
    if (near.length === 1) near[0]?.mentions.push(mention);
  }
}

function traitsOf(name: string, read: ReadForms): string[] {
  const { plain, keys } = read(name);
  return [...keys, `^${plain.charAt(0)}`];
}

function findOdd(
  article: ArticleContext,
  mentions: readonly PlacedMention[],
  team: string | undefined,
  weigh: (spelling: string) => number,
): OddSpelling[] {
  const odd = findOddSpellings(mentions.map(surnameUse), team, weigh);
  for (const words of groupAlike(article, mentions.flatMap(givenUses)))
    odd.push(...findOddSpellings(words, undefined, weigh));
  return odd.filter(({ text, preferred }) => isOneName(article, text, preferred));
}

/** Given names that are spellings of one. */
function groupAlike(article: ArticleContext, uses: readonly WordUse[]): WordUse[][] {
  const groups: WordUse[][] = [];
  for (const use of uses) {
    const group = groups.find(([first]) => first && isOneName(article, first.text, use.text));
    if (group) group.push(use);
    else groups.push([use]);
  }
  return groups;
}

/** Two spellings of one name, not two names that the lists know (Davit and David, Babayan and Balayan). */
function isOneName(article: ArticleContext, a: string, b: string): boolean {
  const likeness = compareNames(a, b, knownForms(article.lexicon));
  if (likeness === 'different') return false;
  return likeness !== 'slip' || !(isKnownName(article, a) && isKnownName(article, b));
}

function isKnownName({ lexicon }: ArticleContext, word: string): boolean {
  const folded = foldWord(word);
  return lexicon.isGivenName(folded) || lexicon.isSurname(folded);
}

/** A word of the dictionary or a place. */
function isWord({ lexicon, speller }: ArticleContext, word: string): boolean {
  return (
    lexicon.countries.isKnown(word) ||
    lexicon.places.startingWith(word).length > 0 ||
    (speller?.isKnown(word.toLowerCase(), 'en') ?? true)
  );
}
