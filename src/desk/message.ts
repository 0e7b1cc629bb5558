import type { Category, Severity } from '../rules/index.ts';
import type { Point } from '../text/index.ts';

/** A range of the source. */
export interface Place {
  start: Point;
  end: Point;
}

/** Another place that a message speaks of. */
export interface RelatedPlace {
  message: string;
  place: Place;
}

/** A message in the shape of a `VFileMessage`, with the desk's own fields. */
export interface Message {
  source: 'copydesk';
  ruleId: string;
  category: Category;
  severity: Severity;
  /** What is wrong. */
  reason: string;
  /** Why. */
  note: string;
  url: string;
  place: Place;
  /** The source text of the place. */
  actual: string;
  /** Replacements of the place, best first. */
  expected: readonly string[];
  /** Titles of the replacements, in step with `expected`. */
  titles: readonly string[];
  safe: boolean;
  related: readonly RelatedPlace[];
  /** Messages of one rule with one group speak of one thing. */
  group: string;
  /** It stands in a direct quotation. */
  inQuote?: boolean;
}

/** A replacement in the source; offsets are UTF-16. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The same message of another place. Field by field: a spread of so many takes ten times as long. */
export function replaceMessage(message: Message, place: Place, related: readonly RelatedPlace[]): Message {
  const { ruleId, category, severity, reason, note, url, actual, expected, titles, safe, group } = message;
  const now: Message = {
    source: 'copydesk',
    ruleId,
    category,
    severity,
    reason,
    note,
    url,
    place,
    actual,
    expected,
    titles,
    safe,
    related,
    group,
  };
  if (message.inQuote) now.inQuote = true;
  return now;
}

/** The same place further on in its line. */
export const moveAlong = ({ start, end }: Place, by: number): Place => ({
  start: { line: start.line, column: start.column, offset: start.offset + by },
  end: { line: end.line, column: end.column, offset: end.offset + by },
});
