import type { Lexicon } from '../lexicon/index.ts';
import type { Cast, PlacedMention } from './cast.ts';
import type { Figure } from './figure.ts';
import { enter, isOfOneList, openFigure, pickTitled, toPerson } from './figure.ts';
import type { NameForms, ReadForms } from './forms.ts';
import { knownForms } from './forms.ts';
import { areApart } from './given.ts';
import { isOnList } from './one-name.ts';
import { orderPeople } from './order.ts';

/**
 * The people of mentions that write one surname in one way beside given names of one word, each two of them plainly two
 * names: the Holms of a story. What `weighNames` says of them without looking for anybody whose name is like theirs.
 *
 * @param placed in the order of the text
 * @returns undefined where it takes more to tell
 */
export function readOneSurname(placed: readonly PlacedMention[], lexicon: Lexicon): Cast | undefined {
  const surname = placed[0]?.surname ?? '';
  const read = knownForms(lexicon);
  const { plain } = read(surname);
  const givens: NameForms[] = [];
  // «named Ida Holm», then «Minister Holm»: the title tells that the words before were a name.
  let titled = false;
  for (let i = 0; i < placed.length; i++) {
    const mention = placed[i];
    const before = placed[i - 1];
    if (!mention || (before && isOfOneList(before, mention))) return undefined;
    const { given } = mention;
    if (mention.surname !== surname || !isSimple(mention)) return undefined;
    if (!given) titled ||= mention.evidence === 'title';
    else if (!isPlain(given, plain, givens, { read, lexicon })) return undefined;
  }
  const isFull = ({ given, evidence, role }: PlacedMention): boolean =>
    given !== undefined && (evidence !== 'bare' || (titled && role !== 'headline'));
  const figures: Figure[] = [];
  const find = (given: string) => figures.find((figure) => figure.given === given);
  for (const mention of placed) {
    const { given } = mention;
    if (!given || !isFull(mention)) continue;
    let figure = find(given);
    if (!figure) {
      figure = openFigure(mention, plain);
      figure.given = given;
      figures.push(figure);
    }
    enter(figure, mention, 0);
  }
  if (figures.length === 0 || isOnList(placed, lexicon)) return undefined;
  for (const mention of placed) {
    if (mention.given || mention.evidence === 'bare') continue;
    const figure = figures.length > 1 ? pickTitled(figures, mention) : figures[0];
    if (figure) enter(figure, mention, 1);
  }
  const loose: PlacedMention[] = [];
  for (const mention of placed) {
    const { given } = mention;
    if (mention.evidence !== 'bare' || isFull(mention)) continue;
    const figure = given ? find(given) : figures.length > 1 ? pickTitled(figures, mention) : figures[0];
    if (figure) enter(figure, mention, 2);
    else loose.push(mention);
  }
  return { people: figures.map(toPerson).sort(orderPeople), loose };
}

/** «Ida Holm» or «Holm»: nothing beside the given name and the surname, in this order. */
const isSimple = ({ given, particles, initials, suffix, surnameSpan, name }: PlacedMention): boolean =>
  !particles && !initials && !suffix && !(given && surnameSpan.start === name.start);

/** True for a given name of one word that is plainly another than each met before; it is one of them from then on. */
function isPlain(
  given: string,
  surname: string,
  met: NameForms[],
  knowledge: { read: ReadForms; lexicon: Lexicon },
): boolean {
  const forms = knowledge.read(given);
  if (met.includes(forms)) return true;
  if (forms.words.length > 1 || forms.plain === '' || forms.plain === surname) return false;
  for (const other of met) if (!areApart(other, forms, knowledge)) return false;
  met.push(forms);
  return true;
}
