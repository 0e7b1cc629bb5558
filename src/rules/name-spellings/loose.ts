import type { PlacedMention, ReadForms } from '../../people/index.ts';
import { areKindred, areListed, areLongAlike, compareNames, isVowelSlip, knownForms } from '../../people/index.ts';
import type { ArticleContext } from '../rule.ts';
import type { Group } from './groups.ts';
import { isKnownName, isWord } from './known.ts';

/** «Senad Hodžić» and later «Hodzic», or «Hodžić» twice, where no title or list tells that it is a person. */
export function groupLoose(article: ArticleContext, loose: readonly PlacedMention[]): Group[] {
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
    if (mentions.some(isOther) || isOneList(mentions)) return [];
    // «PayPal» and «Paypal», «BSD-3-Clause»: names of things that differ in capitals and hyphens only.
    if (!full.given && mentions.every(({ surname }) => squeeze(surname) === squeeze(full.surname))) return [];
    return [{ name: full.text, given: full.given, surname: full.surname, mentions }];
  });
}

/** «Mohammed, Muhammad and Mohamed Ali». */
const isOneList = ([first, ...rest]: readonly PlacedMention[]): boolean =>
  first !== undefined && rest.some((mention) => areListed(first, mention));

const squeeze = (word: string) => word.toLowerCase().replaceAll('-', '');

/**
 * Words that match nobody and are a slip or a romanisation away from one surname of the cast: «Kelmuvrov» where nobody of
 * that name was brought in.
 */
export function adoptLoose(
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
            (group) =>
              compareNames(group.surname, surname, read) !== 'different' ||
              areLongAlike(read(group.surname).plain, read(surname).plain),
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
      if (group.mentions.length === 0) return false;
      if (group.mentions.some((there) => areListed(there, mention))) return false;
      if (likeness === 'different')
        return !given && !full.has(surname) && !isWord(article, surname, true) && opensSentence(article, mention);
      if (likeness === 'slips') {
        if (full.has(surname) || isWord(article, surname, true)) return false;
        if (isKnownName(article, surname) && isKnownName(article, group.surname)) return false;
        // «Mammadov» where Vali Mammadli lives may be a village.
        if (areKindred(read(surname).plain, read(group.surname).plain) && !isSubject(article, mention)) return false;
      }
      if (likeness === 'slip') {
        const known = isKnownName(article, surname);
        if (known && full.has(surname)) return false;
        // «Kowalick said», where the story has a Kowalik and brings in no Kowalick.
        if (group.person && !full.has(surname) && isSubject(article, mention)) return true;
        // Nobody is brought in by the surname alone, so a known one may be a slip of a name that no list has.
        if (isWord(article, surname, true)) return false;
        if (known && group.mentions.length < 2) return false;
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

/** A verb follows that people do: «Eyvazov said». */
function isSubject({ at, lexicon: { nameWords } }: ArticleContext, { block, name }: PlacedMention): boolean {
  const verb = /^ (\p{Ll}+)/u.exec(at(block)?.parsed.text.slice(name.end, name.end + 20) ?? '')?.[1] ?? '';
  return nameWords.speech.has(verb) || (nameWords.acts.has(verb) && !/^(?:is|was|has|had|will)$/.test(verb));
}

/** «Kowalik is ill» at the head of a sentence. */
function opensSentence({ at }: ArticleContext, { block, name }: PlacedMention): boolean {
  const parsed = at(block)?.parsed;
  if (!parsed?.sentences.some(({ start }) => start === name.start)) return false;
  return /^ (?:is|was|has|had|will|\p{Ll}+ed|said|told)\b/u.test(parsed.text.slice(name.end, name.end + 20));
}

function traitsOf(name: string, read: ReadForms): string[] {
  const { plain, keys } = read(name);
  return [...keys, `^${plain.charAt(0)}`];
}
