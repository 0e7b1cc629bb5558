import { isDropped } from '../../encoding/index.ts';
import { textBefore } from '../../language/index.ts';
import type { OddSpelling, PlacedMention, ReadForms, WordUse } from '../../people/index.ts';
import {
  areGendered,
  areGivenNear,
  areLongAlike,
  areSyllablesAlike,
  compareNames,
  findOddSpellings,
  givenUses,
  isSlip,
  knownForms,
  surnameUse,
} from '../../people/index.ts';
import type { ArticleContext } from '../rule.ts';
import { findOddArticles } from './articles.ts';
import type { Group } from './groups.ts';
import { findOddJoins } from './joins.ts';
import { isOneName } from './known.ts';

/**
 * Words of one person's name that are written otherwise than most of the story writes them.
 *
 * @param team the surname on the team's list, which wins
 * @param weigh which of two spellings fits the story's other names better
 */
export function findOdd(
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
  odd.push(...findOddSyllables(mentions, weigh));
  const told = odd.length > 0 ? tellOdd(article, mentions, odd) : odd;
  return [
    ...told,
    ...findOddMet(mentions, weigh, read).filter(
      ({ mention, start }) => !told.some((one) => one.mention === mention && one.start === start),
    ),
    ...findOddArticles(article, mentions),
    ...findOddJoins(article, mentions, weigh),
    ...findTurned(mentions, read),
    ...findOddFirst(mentions, surname, read),
    ...findOddStyles(article, mentions, weigh),
  ];
}

/** Of words that are written otherwise, those that are spellings of one name and of one person’s. */
function tellOdd(
  article: ArticleContext,
  mentions: readonly PlacedMention[],
  odd: readonly OddSpelling[],
): readonly OddSpelling[] {
  const read = knownForms(article.lexicon);
  // «General Sobczyk» where General Sobczak was brought in and no Sobczyk was.
  const full = new Set(mentions.flatMap((one) => (one.given ? [one.surname] : [])));
  const isTitled = ({ text, preferred, mention }: OddSpelling) =>
    mention.rank !== undefined &&
    full.has(preferred) &&
    !full.has(text) &&
    compareNames(text, preferred, read) === 'slip' &&
    mentions.some(({ rank, surname }) => surname === preferred && rank?.id === mention.rank?.id);
  // «Kowalick said» of General Kowalik: who took the surname alone for hers has seen that nobody else has it.
  const isAdopted = ({ text, preferred, mention }: OddSpelling) =>
    mention.evidence === 'bare' &&
    !mention.given &&
    full.has(preferred) &&
    !full.has(text) &&
    compareNames(text, preferred, read) === 'slip';
  // «Orlov said» of the judge Ida Orlova.
  const isGendered = ({ text, preferred, mention }: OddSpelling) =>
    mention.met === true &&
    !mention.given &&
    full.has(preferred) &&
    areGendered(read(text).plain, read(preferred).plain);
  // «Ida Holms said» of Ida Holm.
  const isOfOneGiven = ({ text, preferred, mention, model }: OddSpelling) =>
    (mention.met || model?.mention.met) === true &&
    text === mention.surname &&
    mention.given !== undefined &&
    mention.given === model?.mention.given &&
    isSlip(read(text).plain, read(preferred).plain);
  // «Hargreave’s car» of Ida Hargreaves.
  const isCut = ({ text, preferred, mention }: OddSpelling) =>
    mention.owns === true && !mention.given && `${text}s` === preferred && full.has(preferred);
  // «Queen Leticia» of Queen Letizia.
  const isOfOneHolder = ({ text, preferred, mention, model }: OddSpelling) =>
    !mention.given &&
    isSlip(read(text).plain, read(preferred).plain) &&
    mention.offices.some(
      ({ id, place }) => reigning.has(id) && place === 'before' && model?.mention.offices.some((one) => one.id === id),
    );
  const isLongAlike = ({ text, preferred, mention }: OddSpelling) =>
    mention.evidence === 'bare' && full.has(preferred) && areLongAlike(read(text).plain, read(preferred).plain);
  // «Soler Mendes» of José Soler Mendez: the first of two surnames stands before it.
  const isOfTwo = ({ text, preferred, mention, model }: OddSpelling) =>
    text === mention.surname &&
    mention.given !== undefined &&
    model?.mention.given?.endsWith(` ${mention.given}`) === true &&
    compareNames(text, preferred, read) === 'slip';
  return odd.filter(
    (one) =>
      // Lost letters have their own rule.
      !isDropped(one.text, one.preferred) &&
      !isDropped(one.preferred, one.text) &&
      (isOneName(article, one.text, one.preferred) ||
        isTitled(one) ||
        isAdopted(one) ||
        isOfTwo(one) ||
        isGendered(one) ||
        isLongAlike(one) ||
        isOfOneGiven(one) ||
        isOfOneHolder(one) ||
        isCut(one) ||
        isSyllable(one)) &&
      !isShortWord(article, one.text) &&
      !areBothIntroduced(article, one),
  );
}

/** «Sheik Fahad» where most mentions have Sheikh Fahad: a title of one word that English writes in several ways. */
function findOddStyles(
  { at, lexicon }: ArticleContext,
  mentions: readonly PlacedMention[],
  weigh: (spelling: string) => number,
): OddSpelling[] {
  const uses: WordUse[] = [];
  for (const mention of mentions) {
    const office = mention.offices.length > 0 ? styleOf(mention, lexicon) : undefined;
    if (!office) continue;
    const { start, end } = office.head;
    uses.push({ mention, start, end, text: at(mention.block)?.parsed.text.slice(start, end) ?? '' });
  }
  if (uses.every(({ text }) => text === uses[0]?.text)) return [];
  return findOddSpellings(uses, undefined, weigh).filter(
    ({ text, preferred }) =>
      isSlip(text.toLowerCase(), preferred.toLowerCase()) && text.endsWith('a') === preferred.endsWith('a'),
  );
}

const styles = new Set<string | undefined>(['royalty', 'clergy']);

const styleOf = ({ offices }: PlacedMention, lexicon: ArticleContext['lexicon']) =>
  offices.find(({ id, place }) => place === 'before' && styles.has(lexicon.offices.row(id)?.kind));

/** True behind a title of princes or of the clergy. */
export const hasStyle = (mention: PlacedMention, lexicon: ArticleContext['lexicon']): boolean =>
  mention.offices.length > 0 && styleOf(mention, lexicon) !== undefined;

// There is one at a time.
const reigning = new Set(['king', 'queen', 'pope', 'emperor', 'empress', 'emir']);

/** «A lawmaker of the ruling party, Kim Min-soo» where the prosecutor Kim Min-su was named before. */
const bringsIn = /(?:^|[.!?][”"’']? |, |\band )(?:an?(?:other)?|his|her|their|its) [^.!?,]{3,60}, $/i;
const introduces = /^, (?:who\b|whose\b|an? |the \p{Ll})/u;

/** «Ida Holm, who leads the union» and «Ida Holme, an adviser» are two people. */
function areBothIntroduced({ at }: ArticleContext, { mention, model, likeness }: OddSpelling): boolean {
  const other = model?.mention;
  if (likeness === 'same' || !other || !mention.given || !other.given) return false;
  if (mention.offices.some(({ id }) => other.offices.some((there) => there.id === id))) return false;
  const text = at(mention.block)?.parsed.text ?? '';
  const isOwner = /^['’]s/.test(text.slice(mention.name.end, mention.name.end + 2));
  if (!isOwner && bringsIn.test(textBefore(text, mention.name.start, 90))) return true;
  if (likeness !== 'slip') return false;
  const isIntroduced = ({ block, name }: PlacedMention) =>
    introduces.test(at(block)?.parsed.text.slice(name.end, name.end + 12) ?? '');
  return isIntroduced(mention) && isIntroduced(other);
}

/** «Phan Quac Dung» where most have Phan Quoc Dung: of one person’s given names of two words one has a letter other. */
function findOddSyllables(mentions: readonly PlacedMention[], weigh: (spelling: string) => number): OddSpelling[] {
  const names = mentions.map(givenUses).filter(({ length }) => length > 1);
  return [0, 1].flatMap((at) => {
    const byRest = new Map<string, WordUse[]>();
    for (const words of names) {
      const use = words[at];
      const rest = words.map(({ text }, i) => (i === at ? '' : text)).join(' ');
      if (use) byRest.set(rest, [...(byRest.get(rest) ?? []), use]);
    }
    return [...byRest.values()].flatMap((uses) => findOddSpellings(uses, undefined, weigh)).filter(isSyllable);
  });
}

/** «Marcia Holm said» of the Marsha Holm who was brought in before. */
function findOddMet(
  mentions: readonly PlacedMention[],
  weigh: (spelling: string) => number,
  read: ReadForms,
): OddSpelling[] {
  if (!mentions.some(({ met }) => met)) return [];
  const uses = mentions.flatMap((mention) => givenUses(mention).slice(0, 1));
  return findOddSpellings(uses, undefined, weigh, read).filter(
    ({ mention, text, preferred, model }) => (mention.met || model?.mention.met) && areGivenNear(text, preferred, read),
  );
}

/** «Holm Ida» where most of the story has Ida Holm, or its first. */
function findTurned(mentions: readonly PlacedMention[], read: ReadForms): OddSpelling[] {
  const full = mentions.filter(({ given, particles, initials }) => given && !particles && !initials);
  if (full.length < 2) return [];
  const orderOf = ({ given = '', surname, surnameSpan, name }: PlacedMention) => {
    const words = [read(given).plain, read(surname).plain];
    return (surnameSpan.start === name.start ? words.reverse() : words).join(' ');
  };
  const [first] = full;
  const one = first ? orderOf(first) : '';
  const other = one.split(' ').reverse().join(' ');
  const same = full.filter((mention) => orderOf(mention) === one);
  const turned = full.filter((mention) => one !== other && orderOf(mention) === other);
  const [odd, [model]] = turned.length > same.length ? [same, turned] : [turned, same];
  if (!model) return [];
  return odd.map((mention) => ({
    mention,
    ...mention.name,
    text: mention.text,
    preferred: model.text,
    likeness: 'transliteration',
    model: { mention: model, ...model.name, text: model.text },
  }));
}

/** «Lady Arabela» of Lady Arabella Holm: who goes by the given name has it for a surname there. */
function findOddFirst(mentions: readonly PlacedMention[], surname: string, read: ReadForms): OddSpelling[] {
  const named = mentions.find(({ given, evidence }) => given && evidence === 'title');
  const [model] = named ? givenUses(named) : [];
  if (!model) return [];
  return mentions.flatMap((mention) =>
    !mention.given && areGivenNear(mention.surname, model.text, read) && !areGivenNear(mention.surname, surname, read)
      ? [{ ...surnameUse(mention), preferred: model.text, likeness: 'slip' as const, model }]
      : [],
  );
}

/** Words of four letters with one letter other or two swapped, which is too short to be a slip elsewhere; «Sung-min» and Seong-min. */
const isSyllable = ({ text, preferred }: OddSpelling): boolean =>
  areSyllablesAlike(text, preferred) ||
  (text.length === 4 &&
    preferred.length === 4 &&
    text[0] === preferred[0] &&
    ([...text].filter((letter, i) => letter !== preferred[i]).length === 1 || isSwapped(text, preferred)));

const isSwapped = (a: string, b: string): boolean =>
  [1, 2].some((i) => a.slice(0, i) + a.charAt(i + 1) + a.charAt(i) + a.slice(i + 2) === b);

/** «Soon» is no spelling of Sun. */
const isShortWord = ({ speller }: ArticleContext, text: string): boolean =>
  text.length < 6 && (speller?.isKnown(text.toLowerCase(), 'en') ?? false);

/** Given names that are spellings of one. */
function groupAlike(article: ArticleContext, uses: readonly WordUse[]): WordUse[][] {
  const groups: WordUse[][] = [];
  for (const use of uses) {
    const group = groups.find(
      ([first]) => first && (isOneName(article, first.text, use.text) || areSyllablesAlike(first.text, use.text)),
    );
    if (group) group.push(use);
    else groups.push([use]);
  }
  return groups;
}
