import type { Message } from '../desk/index.ts';
import type { Person } from '../people/index.ts';
import type { CheckedArticle } from './people.ts';
import { placeMentions, placeReferences } from './people.ts';
import type { CastPerson, CastResult } from './protocol.ts';
import { toRange, touches } from './ranges.ts';

const ofPeople = new Set(['rank', 'office', 'capitalization', 'name', 'encoding']);

/** The people of an article with places, titles as written and what the desk says of them. */
export function createCast(article: CheckedArticle): CastResult {
  const about = article.report.messages.filter(({ category }) => ofPeople.has(category));
  return { people: article.report.cast.people.map((person) => describePerson(person, article, about)) };
}

function describePerson(person: Person, article: CheckedArticle, about: readonly Message[]): CastPerson {
  const found = placeMentions(person, article);
  const { ranks, offices } = readTitles(person, article);
  return {
    name: person.name,
    ranks,
    offices,
    ...(person.country ? { country: person.country } : {}),
    ...(person.team?.native ? { native: person.team.native } : {}),
    ...(person.team?.note ? { note: person.team.note } : {}),
    spellings: person.spellings,
    mentions: found.map(({ mention, range, nameRange }) => ({
      range,
      nameRange,
      text: readSource(article, mention.block, mention.span),
      inQuote: mention.inQuote,
    })),
    references: placeReferences(person, article).map(({ reference: { block, span, inQuote }, range }) => ({
      range,
      text: readSource(article, block, span),
      inQuote,
    })),
    conflicts: about
      .filter((message) => found.some(({ range }) => touches(range, toRange(message.place))))
      .map((message) => ({ message: message.reason, range: toRange(message.place) })),
  };
}

/** Ranks and offices of a person as written, each once, the team's when the article names none. */
export function readTitles(person: Person, article: CheckedArticle): { ranks: string[]; offices: string[] } {
  const ranks = new Set<string>();
  const offices = new Set<string>();
  for (const mention of person.mentions) {
    if (mention.rank) ranks.add(readSource(article, mention.block, mention.rank.span));
    for (const office of mention.offices) offices.add(readSource(article, mention.block, office.span));
  }
  if (ranks.size === 0 && person.team?.rank) ranks.add(person.team.rank);
  if (offices.size === 0 && person.team?.office) offices.add(person.team.office);
  return { ranks: [...ranks], offices: [...offices] };
}

function readSource({ session }: CheckedArticle, block: number, span: { start: number; end: number }): string {
  const place = session.placeOf(block, span);
  return session.article.source.slice(place.start.offset, place.end.offset).replace(/\s+/g, ' ');
}
