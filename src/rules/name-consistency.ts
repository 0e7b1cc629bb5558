import type { OddSpelling, Person, PlacedMention, ReadForms, WordUse } from '../people/index.ts';
import {
  areVowelTwins,
  compareNames,
  countWords,
  findOddSpellings,
  fitsScheme,
  givenUses,
  isGloss,
  knownForms,
  surnameUse,
} from '../people/index.ts';
import { copyText, foldWord } from '../text/index.ts';
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
  why: 'A story spells a name in one way; most mentions of {person} have “{other}”.',
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
    {
      bad: 'The company’s founder is Orven Malkovar. Malkovar made rope.\n\nNeighbours knew Malkovra well.',
      good: 'The company’s founder is Orven Malkovar. Malkovar made rope.\n\nNeighbours knew Malkovar well.',
    },
    {
      bad: 'Prime Minister Juan Sánchez Ovelar met voters. Sánchez won.\n\nReporters asked Sanchez about rent.',
      good: 'Prime Minister Juan Sánchez Ovelar met voters. Sánchez won.\n\nReporters asked Sánchez about rent.',
    },
    {
      bad: 'Colonel Hikmat Kelmurov spoke. Colonel Hikmat Kelmurov left.\n\nHikmet Kelmurov returned at noon.',
      good: 'Colonel Hikmat Kelmurov spoke. Colonel Hikmat Kelmurov left.\n\nHikmat Kelmurov returned at noon.',
    },
    {
      bad: 'General Rafał Sobczak spoke first. At noon General Sobczyk left.',
      good: 'General Rafał Sobczak spoke first. At noon General Sobczak left.',
    },
    { good: 'Minister Parviz Shirinli (Pərviz Şirinli in Azerbaijani) spoke. Shirinli left.', note: 'A gloss.' },
    { good: 'Yerlan Nurgaliyev, whose passport says “Erlan Nurgaliev”, signed. Nurgaliyev left.' },
    { good: 'The name is spelled Quliyeva in Baku. Minister Leyla Guliyeva spoke. Guliyeva left.' },
    { good: 'Donate by Paypal. Many use PayPal. Others wait.' },
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
    const groups: Group[] = cast.people.map((person) => groupOf(person, article));
    let own: ReadonlySet<PlacedMention> | undefined;
    const isOwn = (mention: PlacedMention) => {
      own ??= new Set(cast.people.flatMap(({ mentions }) => mentions));
      return own.has(mention);
    };
    const loose = readable(article, cast.loose);
    const named = groupLoose(article, loose).filter(({ given }) => given);
    groups.push(...named);
    const taken = new Set(named.flatMap(({ mentions }) => mentions));
    const left = loose.filter((mention) => !taken.has(mention));
    const adopted = adoptLoose(article, groups, left);
    groups.push(
      ...groupLoose(
        article,
        left.filter((mention) => !adopted.has(mention)),
      ),
    );
    // Most stories write every name in one way and need no vote.
    let others: ReadonlyMap<string, number> | undefined;
    let weighed = false;
    const weigh = (spelling: string) => {
      weighed = true;
      others ??= countWords(groups.map(({ mentions }) => mentions));
      return fitsScheme(spelling, others, read);
    };
    for (const group of groups) {
      const { name, surname, team, person } = group;
      if (person && !group.adopted && uniform.has(person)) continue;
      // What the cast has of people on the team's list is name-team-list's; here only what matched nobody.
      const checked = team ? group.mentions.filter((mention) => !isOwn(mention)) : group.mentions;
      weighed = false;
      const found = findOdd(article, { mentions: checked, surname }, team?.name.split(/\s+/).at(-1), weigh);
      if (person && !group.adopted && !weighed && found.length === 0) uniform.add(person);
      for (const odd of found) {
        if (odd.likeness === 'diacritics' && options.diacritics !== true) continue;
        report({
          block: odd.mention.block,
          start: odd.start,
          end: odd.end,
          expected: [odd.preferred],
          data: { other: odd.preferred, person: name },
          ...(!odd.model && { what: '“{actual}”: the team’s list has “{other}”' }),
          related: odd.model ? [{ block: odd.model.mention.block, span: odd.model, message: '“{other}” here' }] : [],
          group: name,
        });
      }
    }
  },
});

/** The mentions of one person, or of capitalised words that behave like one. */
interface Group {
  name: string;
  given?: string;
  surname: string;
  team?: Person['team'];
  /** The person of the cast. */
  person?: Person;
  readonly mentions: PlacedMention[];
  /** Mentions came in that the cast gave to nobody. */
  adopted?: boolean;
}

// People with one spelling throughout, whatever the rest of the story writes; a person who is named anew is another.
const uniform = new WeakSet<Person>();

function groupOf(person: Person, article: ArticleContext): Group {
  const { name, given, surname, team } = person;
  let mentions: PlacedMention[] | undefined;
  return {
    name,
    given,
    surname,
    team,
    person,
    get mentions() {
      // A copy: others may be adopted.
      mentions ??= [...readableOf(person, article)];
      return mentions;
    },
  };
}

function readableOf(person: Person, article: ArticleContext): readonly PlacedMention[] {
  let known = readableByPerson.get(person);
  if (!known) {
    known = readable(article, person.mentions);
    readableByPerson.set(person, known);
  }
  return known;
}

// People whose mentions did not change are the same from check to check.
const readableByPerson = new WeakMap<Person, readonly PlacedMention[]>();

/** Mentions whose letters can be compared: no bylines, no capitals throughout, no spelling that is spoken of. */
const readable = (article: ArticleContext, mentions: readonly PlacedMention[]) =>
  mentions.filter((mention) => {
    let known = readableMentions.get(mention);
    if (known === undefined) {
      known = isReadable(mention, article);
      readableMentions.set(mention, known);
    }
    return known;
  });

// A mention in a paragraph that changed is another.
const readableMentions = new WeakMap<PlacedMention, boolean>();

function isReadable(mention: PlacedMention, { blocks }: ArticleContext): boolean {
  const text = blocks[mention.block]?.parsed.text;
  return mention.role !== 'byline' && !isUpper(mention.surname) && text !== undefined && !isGloss(text, mention);
}

/** All capitals, but for a prefix that keeps its small letter: «McALLISTER», «DeSANTIS». */
const isUpper = (name: string) =>
  isCapitalLetter(name.charAt(name.length - 1)) &&
  name.toUpperCase() === name.replace(/^(?:Ma?c|De|Di|La|Le|Van)(?=\p{Lu}{2})/u, (p) => p.toUpperCase());

const isCapitalLetter = (letter: string) => letter === letter.toUpperCase();

/** «Senad Hodžić» and later «Hodzic», or «Hodžić» twice, where no title or list tells that it is a person. */
function groupLoose(article: ArticleContext, loose: readonly PlacedMention[]): Group[] {
  const read = knownForms(article.lexicon);
  // One look for all mentions of a name.
  const groups = new Map<string, PlacedMention[]>();
  const bySurname = new Map<string, PlacedMention[] | undefined>();
  const groupFor = (surname: string) => {
    if (surname.length < 5 || isWord(article, surname, false)) return undefined;
    const key = read(surname).keys[0] ?? '';
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    return group;
  };
  for (const mention of loose) {
    const { surname } = mention;
    let group = bySurname.get(surname);
    if (!group && !bySurname.has(surname)) {
      group = groupFor(surname);
      bySurname.set(surname, group);
    }
    group?.push(mention);
  }
  return [...groups.values()].flatMap((mentions) => {
    const full = mentions.find(({ given }) => given) ?? mentions[0];
    if (mentions.length < 2 || !full) return [];
    const isOther = ({ given }: PlacedMention) =>
      given && full.given && compareNames(given, full.given, read) === 'different';
    if (mentions.some(isOther)) return [];
    // «PayPal» and «Paypal», «BSD-3-Clause»: names of things that differ in capitals and hyphens only.
    if (!full.given && mentions.every(({ surname }) => squeeze(surname) === squeeze(full.surname))) return [];
    return [{ name: full.text, given: full.given, surname: full.surname, mentions }];
  });
}

const squeeze = (word: string) => word.toLowerCase().replaceAll('-', '');

/**
 * Words that match nobody and are a slip or a romanisation away from one surname of the cast: «Kelmuvrov» where nobody of
 * that name was brought in.
 */
function adoptLoose(
  article: ArticleContext,
  groups: readonly Group[],
  loose: readonly PlacedMention[],
): ReadonlySet<PlacedMention> {
  const adopted = new Set<PlacedMention>();
  const read = knownForms(article.lexicon);
  // Names that are alike share a key or, a slip apart, their first letter.
  const byTrait = new Map<string, Group[]>();
  for (const group of groups) {
    for (const trait of traitsOf(group.surname, read)) {
      const there = byTrait.get(trait);
      if (there) there.push(group);
      else byTrait.set(trait, [group]);
    }
  }
  const full = new Set<string>();
  for (const { surname, given } of loose) if (given) full.add(surname);
  // One look for all mentions of a name.
  const alikeBySurname = new Map<string, readonly Group[]>();
  const alikeOf = (surname: string) => {
    const known = alikeBySurname.get(surname);
    if (known) return known;
    const alike =
      surname.length < 5 || isWord(article, surname, false)
        ? []
        : [...new Set(traitsOf(surname, read).flatMap((trait) => byTrait.get(trait) ?? []))].filter(
            (group) => compareNames(group.surname, surname, read) !== 'different',
          );
    alikeBySurname.set(surname, alike);
    return alike;
  };
  for (const mention of loose) {
    const { surname, given } = mention;
    const alike = alikeOf(surname);
    if (alike.length === 0) continue;
    const near = alike.filter((group) => {
      const likeness = compareNames(group.surname, surname, read);
      if (group.mentions.length === 0 || likeness === 'different') return false;
      if (likeness === 'slip') {
        // Nobody is brought in by the surname alone, so a known one may be a slip of a name that no list has.
        if (isWord(article, surname, true)) return false;
        const known = isKnownName(article, surname);
        if (known && (full.has(surname) || group.mentions.length < 2)) return false;
        if (known && isKnownName(article, group.surname) && !isVowelSlip(group.surname, surname, read)) return false;
      }
      return !given || !group.given || compareNames(group.given, given, read) !== 'different';
    });
    const [first] = near;
    if (!first || near.some((group) => group.surname !== first.surname)) continue;
    first.mentions.push(mention);
    adopted.add(mention);
    first.adopted = true;
  }
  return adopted;
}

function traitsOf(name: string, read: ReadForms): string[] {
  const { plain, keys } = read(name);
  return [...keys, `^${plain.charAt(0)}`];
}

function findOdd(
  article: ArticleContext,
  { mentions, surname }: Pick<Group, 'mentions' | 'surname'>,
  team: string | undefined,
  weigh: (spelling: string) => number,
): OddSpelling[] {
  const read = knownForms(article.lexicon);
  const surnames = mentions.map(surnameUse);
  const odd = findOddSpellings(surnames, team, weigh);
  // «Pedro Sánchez Pérez-Castejón» is «Sanchez» later: the word is one of the given names.
  const middle = surnames.filter(({ text }) => compareNames(text, surname, read) === 'different');
  for (const words of groupAlike(article, [...mentions.flatMap(givenUses), ...middle]))
    odd.push(...findOddSpellings(words, undefined, weigh));
  // «General Sobczyk» where General Sobczak was brought in and no Sobczyk was.
  const full = new Set(mentions.flatMap((one) => (one.given ? [one.surname] : [])));
  const isTitled = ({ text, preferred, mention }: OddSpelling) =>
    mention.rank !== undefined &&
    full.has(preferred) &&
    !full.has(text) &&
    compareNames(text, preferred, read) === 'slip' &&
    mentions.some(({ rank, surname }) => surname === preferred && rank?.id === mention.rank?.id);
  return odd.filter(
    (one) => (isOneName(article, one.text, one.preferred) || isTitled(one)) && !isShortWord(article, one.text),
  );
}

/** «Soon» is no spelling of Sun. */
const isShortWord = ({ speller }: ArticleContext, text: string): boolean =>
  text.length < 6 && (speller?.isKnown(text.toLowerCase(), 'en') ?? false);

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
  const read = knownForms(article.lexicon);
  const likeness = compareNames(a, b, read);
  if (likeness === 'different') return areVowelTwins(a, b, read);
  return likeness !== 'slip' || !(isKnownName(article, a) && isKnownName(article, b)) || isVowelSlip(a, b, read);
}

/** Kamolov and Kamalov: one vowel for another, not at the end, where it tells men from women. */
function isVowelSlip(a: string, b: string, read: ReadForms): boolean {
  const bones = (name: string) =>
    read(name)
      .plain.slice(0, -1)
      .replace(/[aeiou]/g, 'a') + read(name).plain.slice(-1);
  return a.length === b.length && bones(a) === bones(b);
}

function isKnownName({ lexicon }: ArticleContext, word: string): boolean {
  const folded = foldWord(word);
  return lexicon.isGivenName(folded) || lexicon.isSurname(folded);
}

/** A word of the dictionary or a place; `asName` also one that the dictionary has with a capital. */
function isWord(article: ArticleContext, word: string, asName: boolean): boolean {
  const { vocabulary } = article;
  let known = words.get(vocabulary);
  if (!known) {
    known = { plain: new Map(), name: new Map() };
    words.set(vocabulary, known);
  }
  const answers = asName ? known.name : known.plain;
  let answer = answers.get(word);
  if (answer === undefined) {
    answer = readsAsWord(article, word, asName);
    answers.set(copyText(word), answer);
  }
  return answer;
}

// Asked of the same names at each check; goes with the words of a desk.
const words = new WeakMap<ArticleContext['vocabulary'], { plain: Map<string, boolean>; name: Map<string, boolean> }>();

function readsAsWord({ lexicon, speller }: ArticleContext, word: string, asName: boolean): boolean {
  return (
    lexicon.countries.isKnown(word) ||
    lexicon.places.startingWith(word).length > 0 ||
    speller === undefined ||
    speller.isKnown(word.toLowerCase(), 'en') ||
    (asName && speller.isKnown(word, 'en'))
  );
}
