import type { Position, Range } from 'vscode-languageserver';
import type { Settings } from '../config/index.ts';
import type { Report, Session } from '../desk/index.ts';
import type { Person, PlacedMention } from '../people/index.ts';
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
