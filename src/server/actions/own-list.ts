import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { createEdit } from '../edits.ts';
import { toUri } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { ActionRequest } from './fixes.ts';

/** What is fetched or installed is not the team's to write in: the next install wipes it out. */
const isForeign = (list: string): boolean => /\/(?:node_modules|\.copydesk\/cache)\//.test(list);

/**
 * Writes into the first of some lists that is the team's own and takes what is to be written.
 *
 * @param write the edits of a list's text; undefined where the list keeps no such
 */
export async function writeInOwnList(
  lists: readonly string[],
  write: (list: string, text: string) => TextEdit[] | undefined,
  { abilities }: Pick<ActionRequest, 'abilities'>,
  workspace: Workspace,
): Promise<{ list: string; edit: WorkspaceEdit } | undefined> {
  for (const list of lists) {
    const text = isForeign(list) ? undefined : await workspace.readFile(list);
    const edits = text === undefined ? undefined : write(list, text);
    if (!edits) continue;
    const open = workspace.documentOf(list);
    return { list, edit: createEdit(open?.uri ?? toUri(list), open?.version ?? null, edits, abilities) };
  }
  return undefined;
}
