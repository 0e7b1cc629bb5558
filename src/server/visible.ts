import type { Range } from 'vscode-languageserver';
import type { Span } from '../article/index.ts';
import type { OpenDocument } from './open-document.ts';

// More than a screen holds. A client that says it shows more than this is not believed: all of it would take long.
const mostLines = 200;
const beginning: readonly Range[] = [{ start: { line: 0, character: 0 }, end: { line: 60, character: 0 } }];

/**
 * Where in a document the lines are that are seen, in UTF-16 offsets.
 *
 * @param ranges what the client said; its beginning is seen where it said nothing
 */
export function seenSpans(document: OpenDocument, ranges: readonly Range[] = beginning): Span[] {
  return ranges.map(({ start, end }) => ({
    start: document.offsetAt({ line: start.line, character: 0 }),
    end: document.offsetAt({ line: Math.min(end.line, start.line + mostLines) + 1, character: 0 }),
  }));
}
