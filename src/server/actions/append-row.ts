import type { TextEdit } from 'vscode-languageserver';
import { indexLines, pointAt } from '../../text/index.ts';

/** Adds a row below the last one. */
export function appendRow(text: string, row: string): TextEdit {
  const end = pointAt(indexLines(text), text.length);
  const position = { line: end.line - 1, character: end.column - 1 };
  const newline = newlineOf(text);
  const lead = text === '' || /[\r\n]$/.test(text) ? '' : newline;
  return { range: { start: position, end: position }, newText: `${lead}${row}${newline}` };
}

/** The line break that a text is written with. */
export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
