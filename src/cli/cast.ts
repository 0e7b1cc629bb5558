import type { Session } from '../desk/index.ts';

/** A person of an article as the report lists it. */
export interface ListedPerson {
  name: string;
  /** As written, each once. */
  ranks: readonly string[];
  offices: readonly string[];
  /** The text runs from the rank to the end of the name. */
  mentions: readonly ListedPlace[];
  /** Titles that stand for the person: «the minister». */
  references: readonly ListedPlace[];
}

/** Line and column are 1-based, columns in UTF-16. */
export interface ListedPlace {
  line: number;
  column: number;
  text: string;
}

/** The people of an open article, in the order of their first mentions. */
export function listPeople(session: Session): ListedPerson[] {
  const { source } = session.article;
  const read = (block: number, span: { start: number; end: number }) => {
    const { start, end } = session.placeOf(block, span);
    return {
      line: start.line,
      column: start.column,
      text: source.slice(start.offset, end.offset).replace(/\s+/g, ' '),
    };
  };
  const { cast, references } = session.check();
  return cast.people.map((person) => {
    const { name, mentions } = person;
    const ranks = new Set<string>();
    const offices = new Set<string>();
    for (const { block, rank, offices: held } of mentions) {
      if (rank) ranks.add(read(block, rank.span).text);
      for (const { span } of held) offices.add(read(block, span).text);
    }
    return {
      name,
      ranks: [...ranks],
      offices: [...offices],
      mentions: mentions.map(({ block, span }) => read(block, span)),
      references: references.filter((one) => one.person === person).map(({ block, span }) => read(block, span)),
    };
  });
}
