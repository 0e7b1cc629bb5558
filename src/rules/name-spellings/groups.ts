import type { Person, PlacedMention } from '../../people/index.ts';
import { isGloss } from '../../people/index.ts';
import type { ArticleContext } from '../rule.ts';

/** The mentions of one person, or of capitalised words that behave like one. */
export interface Group {
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

/** The mentions of a person of the cast that can be compared. A group is kept with its circle: it must not hold the article. */
export function groupOf(person: Person, article: ArticleContext): Group {
  const { name, given, surname, team } = person;
  // A copy of the mentions: others may be adopted.
  return { name, given, surname, team, person, mentions: [...readableOf(person, article)], adopted: false };
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
export const readable = (article: ArticleContext, mentions: readonly PlacedMention[]) =>
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

// A name in its own script is a gloss.
const foreign = /[^\P{L}\p{Script=Latin}]/u;

function isReadable(mention: PlacedMention, { at }: ArticleContext): boolean {
  const text = at(mention.block)?.parsed.text;
  return (
    mention.role !== 'byline' &&
    !foreign.test(mention.text) &&
    !isUpper(mention.surname) &&
    text !== undefined &&
    !isGloss(text, mention) &&
    !isToldApart(text, mention)
  );
}

const apart = /\b(?:no relation|not related|unrelated|namesake|not to be confused|mistaken for|taken for)\b/i;

/** «Kim Ji-yong, who is no relation»: the writer says that these are two. */
function isToldApart(text: string, { name, given }: PlacedMention): boolean {
  const after = text.slice(name.end, name.end + 60);
  return given !== undefined && /^,? /.test(after) && apart.test(/^[^.!?]*/.exec(after)?.[0] ?? '');
}

/** All capitals, but for a prefix that keeps its small letter: «McALLISTER», «DeSANTIS». */
const isUpper = (name: string) =>
  isCapitalLetter(name.charAt(name.length - 1)) &&
  name.toUpperCase() === name.replace(/^(?:Ma?c|De|Di|La|Le|Van)(?=\p{Lu}{2})/u, (p) => p.toUpperCase());

const isCapitalLetter = (letter: string) => letter === letter.toUpperCase();
