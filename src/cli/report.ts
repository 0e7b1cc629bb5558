import type { Session } from '../desk/index.ts';
import type { ListedPerson } from './cast.ts';
import { listPeople } from './cast.ts';

type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Where something stands: lines and columns are 1-based, columns in UTF-16. */
export interface LineRange {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A message as every format prints it. Offsets are 0-based UTF-16. */
export interface ReportedMessage extends LineRange {
  ruleId: string;
  category: string;
  severity: Severity;
  message: string;
  note: string;
  url: string;
  offset: number;
  endOffset: number;
  actual: string;
  expected: readonly string[];
  safe: boolean;
  related: readonly ({ message: string } & LineRange)[];
}

/** One article's part of a report; the shape of `--format json`. */
export interface FileReport {
  path: string;
  /** Why the file could not be checked. */
  error: string | null;
  messages: readonly ReportedMessage[];
  people: readonly ListedPerson[];
}

/** The counts at the end of a report. */
export interface Summary {
  files: number;
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
  fixable: number;
}

/** Turns what the desk says of an open article into a report; without people where nobody asks for them. */
export function reportSession(session: Session, path: string, withPeople: boolean): FileReport {
  const { messages } = session.check();
  return {
    path,
    error: null,
    messages: messages.map((message) => ({
      ruleId: message.ruleId,
      category: message.category,
      severity: message.severity,
      message: message.reason,
      note: message.note,
      url: message.url,
      ...toLines(message.place),
      offset: message.place.start.offset,
      endOffset: message.place.end.offset,
      actual: message.actual,
      expected: message.expected,
      safe: message.safe,
      related: message.related.map(({ message: text, place }) => ({ message: text, ...toLines(place) })),
    })),
    people: withPeople ? listPeople(session) : [],
  };
}

/** A report of a file that could not be checked. */
export function reportFailure(path: string, error: string): FileReport {
  return { path, error, messages: [], people: [] };
}

function toLines({ start, end }: { start: Position; end: Position }): LineRange {
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

interface Position {
  line: number;
  column: number;
}

/** A summary of nothing. */
export function emptySummary(): Summary {
  return { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0, fixable: 0 };
}

/** The summary with one more file counted. */
export function addToSummary(summary: Summary, { messages }: FileReport): Summary {
  const count = (severity: Severity) => messages.filter((message) => message.severity === severity).length;
  return {
    files: summary.files + 1,
    errors: summary.errors + count('error'),
    warnings: summary.warnings + count('warning'),
    infos: summary.infos + count('info'),
    hints: summary.hints + count('hint'),
    fixable: summary.fixable + messages.filter(({ safe }) => safe).length,
  };
}
