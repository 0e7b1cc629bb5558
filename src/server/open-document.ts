import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { LineIndex } from '../text/index.ts';
import { indexLines, pointAt, Rope, updateLines } from '../text/index.ts';

/** A document as the editor has it. Its text is a rope: a keystroke in a long one copies a piece of it. */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #text: Rope;
  #lines: LineIndex;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#text = new Rope(text);
    this.#lines = indexLines(text);
  }

  get version(): number {
    return this.#version;
  }

  get text(): Rope {
    return this.#text;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  getText(range?: Range): string {
    return range ? this.#text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.#text.toString();
  }

  /** What lies in the end of a line is placed before it, and what lies outside the text at its edge. */
  positionAt(offset: number): Position {
    const { line } = pointAt(this.#lines, Math.max(0, Math.min(offset, this.#text.length)));
    const start = this.#lines[line - 1] ?? 0;
    return { line: line - 1, character: Math.max(0, Math.min(offset - start, this.#lengthOf(line - 1))) };
  }

  /** The same for a position: one beyond its line stands at the end of it. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#lines[line];
    if (start === undefined) return this.#text.length;
    return start + Math.max(0, Math.min(character, this.#lengthOf(line)));
  }

  /** Takes what the editor changed, one after the other. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const { text } = change;
      if (!('range' in change)) {
        this.#text = new Rope(text);
        this.#lines = indexLines(text);
        continue;
      }
      const [a, b] = [this.offsetAt(change.range.start), this.offsetAt(change.range.end)];
      const [start, beforeEnd] = [Math.min(a, b), Math.max(a, b)];
      this.#text = this.#text.replace(start, beforeEnd, text);
      this.#lines = updateLines(this.#lines, { start, beforeEnd, afterEnd: start + text.length }, this.#text);
    }
    this.#version = version;
  }

  /** UTF-16 units of a line without its end. */
  #lengthOf(line: number): number {
    const start = this.#lines[line] ?? 0;
    let end = this.#lines[line + 1] ?? this.#text.length;
    while (end > start && isBreak(this.#text.charCodeAt(end - 1))) end--;
    return end - start;
  }
}

const isBreak = (code: number) => code === 10 || code === 13;

/** How the manager of documents opens and changes them. */
export const openDocuments = {
  create: (uri: string, languageId: string, version: number, text: string): OpenDocument =>
    new OpenDocument(uri, languageId, version, text),
  update(document: OpenDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): OpenDocument {
    document.change(changes, version);
    return document;
  },
};
