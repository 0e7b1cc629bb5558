import type { WorkspaceEdit } from 'vscode-languageserver';
import type { StetRow } from '../../desk/index.ts';
import { formatStetRows } from '../../desk/index.ts';
import { indexLines, pointAt } from '../../text/index.ts';
import type { EditAbilities } from '../edits.ts';
import { createEdit, createFile } from '../edits.ts';
import { sidecarName } from '../sidecar.ts';
import { relativePath, toUri } from '../uris.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Writes a row at the end of the stet list that holds for an article; the list is made where there is none.
 *
 * @param describe makes the row from the article's name in that list
 * @returns undefined where there is no list and the client cannot make files
 */
export async function createStetRow(
  path: string,
  describe: (article: string) => StetRow,
  { abilities }: { abilities: EditAbilities },
  workspace: Workspace,
): Promise<WorkspaceEdit | undefined> {
  const { file } = await workspace.sidecars.find(path);
  const text = file === undefined ? undefined : await workspace.readFile(file);
  if (file !== undefined && text !== undefined) {
    const folder = file.slice(0, -sidecarName.length - 1);
    const end = pointAt(indexLines(text), text.length);
    const position = { line: end.line - 1, character: end.column - 1 };
    const lead = text === '' || text.endsWith('\n') ? '' : '\n';
    const newText = lead + formatStetRows([describe(nameIn(folder, path))]);
    const open = workspace.documentOf(file);
    const edits = [{ range: { start: position, end: position }, newText }];
    return createEdit(open?.uri ?? toUri(file), open?.version ?? null, edits, abilities);
  }
  if (!abilities.createFile || !abilities.documentChanges) return undefined;
  const folder = await chooseFolder(path, workspace);
  if (folder === undefined) return undefined;
  const rows = formatStetRows([describe(nameIn(folder, path))]);
  return { documentChanges: createFile(toUri(`${folder}/${sidecarName}`), rows) };
}

/** The folder of the nearest configuration, or the workspace's own. */
async function chooseFolder(path: string, workspace: Workspace): Promise<string | undefined> {
  const { files } = await workspace.configOf(path);
  const config = files[0];
  const folder =
    config?.slice(0, config.lastIndexOf('/')) ?? workspace.folders.find((one) => relativePath(one, path) !== undefined);
  return folder?.replace(/\/$/, '');
}

const nameIn = (folder: string, path: string) => relativePath(folder, path) ?? path;
