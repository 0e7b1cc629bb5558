import type { Position, Range } from 'vscode-languageserver';
import type { Settings } from '../config/index.ts';
import type { Report, Session } from '../desk/index.ts';
import type { Person, PlacedMention, Reference } from '../people/index.ts';
import type { Check } from './checks.ts';
import { contains, toRange } from './ranges.ts';

/** A mention with its places in the source. */
export interface FoundMention {
  person: Person;
  mention: PlacedMention;
  /** Rank, offices and name. */
  range: Range;
  /** The name without possessive ending. */
  nameRange: Range;
}

/** A title that stands for a person, with its place in the source. */
export interface FoundReference {
  person: Person;
  reference: Reference;
  range: Range;
}

/** An article that was checked. */
export interface CheckedArticle {
  /** As the configuration and the article's own front matter have them. */
  settings: Settings;
  session: Session;
  report: Report;
}

/** What was checked; undefined when the document is no article or could not be read. */
export function checkedArticle(check: Check | undefined): CheckedArticle | undefined {
  if (!check?.session || !check.report) return undefined;
  return { settings: check.config.settings, session: check.session, report: check.report };
}

/** The mentions of one person, in the order of the text. */
export function placeMentions(person: Person, { session }: CheckedArticle): FoundMention[] {
  return person.mentions.map((mention) => ({
    person,
    mention,
    range: toRange(session.placeOf(mention.block, mention.span)),
    nameRange: toRange(session.placeOf(mention.block, mention.name)),
  }));
}

/** The mention at a position: on the name first, on the rank or office before it otherwise. */
export function findMention(article: CheckedArticle, position: Position): FoundMention | undefined {
  let around: FoundMention | undefined;
  for (const person of article.report.cast.people) {
    for (const found of placeMentions(person, article)) {
      if (contains(found.nameRange, position)) return found;
      if (contains(found.range, position)) around ??= found;
    }
  }
  return around;
}

/** The titles that stand for a person, in the order of the text. */
export function placeReferences(person: Person, { session, report }: CheckedArticle): FoundReference[] {
  return report.references
    .filter((reference) => reference.person === person)
    .map((reference) => ({
      person,
      reference,
      range: toRange(session.placeOf(reference.block, reference.span)),
    }));
}

/** The title at a position that stands for a person. */
export function findTitleReference(
  { session, report }: CheckedArticle,
  position: Position,
): FoundReference | undefined {
  for (const reference of report.references) {
    const range = toRange(session.placeOf(reference.block, reference.span));
    if (contains(range, position)) return { person: reference.person, reference, range };
  }
  return undefined;
}
