import type { AnnotatedTextEdit, CreateFile, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocumentEdit } from 'vscode-languageserver';
import type { Message } from '../desk/index.ts';
import type { Translate } from '../text/index.ts';
import { contains, toRange } from './ranges.ts';

/** What the client can do with an edit. */
export interface EditAbilities {
  /** Versioned edits, and files to be made. */
  documentChanges: boolean;
  createFile: boolean;
  /** Edits grouped under labels, some to be confirmed. */
  annotations: boolean;
  /** Edits with fields to be filled in. */
  snippets: boolean;
}

/** One document's edits as a workspace edit. `version` is null for a document that is not open. */
export function createEdit(
  uri: string,
  version: number | null,
  edits: TextEdit[],
  { documentChanges }: EditAbilities,
): WorkspaceEdit {
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

/** Makes a file with a text; whatever another has written there meanwhile stays. */
export function createFile(uri: string, text: string): [CreateFile, TextDocumentEdit] {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { ignoreIfExists: true } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}

/** Replaces a message's place by its reading number `index`; undefined when there is no such reading. */
export function toTextEdit(message: Message, index = 0): TextEdit | undefined {
  const newText = message.expected[index];
  return newText === undefined ? undefined : { range: toRange(message.place), newText };
}

/** The edits of several messages' reading number `index`, in order; of two that overlap the first stands. */
export function toTextEdits(messages: readonly Message[], index = 0): TextEdit[] {
  const edits: TextEdit[] = [];
  let taken = -1;
  for (const message of messages) {
    const edit = toTextEdit(message, index);
    const { start, end } = message.place;
    if (!edit || start.offset < taken) continue;
    edits.push(edit);
    taken = Math.max(end.offset, start.offset + 1);
  }
  return edits;
}

/**
 * Marks the edits inside ranges of quotations as to be confirmed one by one; for clients with `annotations` only. An edit
 * without such ranges is returned as it is.
 */
export function askFirst(edit: WorkspaceEdit, quoted: readonly Range[], translate: Translate): WorkspaceEdit {
  if (quoted.length === 0) return edit;
  const isQuoted = ({ range }: { range: Range }) => quoted.some((one) => contains(one, range.start));
  const annotate = (one: TextEdit): AnnotatedTextEdit => ({
    ...one,
    annotationId: isQuoted(one) ? 'quotation' : 'copy',
  });
  return {
    documentChanges: (edit.documentChanges ?? []).map((change) =>
      TextDocumentEdit.is(change)
        ? { ...change, edits: change.edits.map((one) => ('newText' in one ? annotate(one) : one)) }
        : change,
    ),
    changeAnnotations: {
      copy: { label: translate('Mentions', {}), needsConfirmation: false },
      quotation: {
        label: translate('In quotations', {}),
        needsConfirmation: true,
        description: translate('The words of a speaker', {}),
      },
    },
  };
}
