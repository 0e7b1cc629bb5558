import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { isMap, isScalar, isSeq } from 'yaml';
import { configNames, joinPath, readConfigFile } from '../../config/index.ts';
import type { EditAbilities } from '../edits.ts';
import { createFile } from '../edits.ts';
import { foldersAbove } from '../sidecar.ts';
import { relativePath, toUri } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { appendRow } from './append-row.ts';
import { addToFlow, addToKey, findPair, readYaml } from './yaml-list.ts';

/** So many names are tried for a list where others are taken. */
const mostNames = 9;

/** A list that is to be made. */
export interface NewList {
  /** Its name, as the configuration will have it. */
  name: string;
  edit: WorkspaceEdit;
}

/**
 * Makes a list of the team beside the nearest configuration and names it there; where there is no configuration, that
 * too is made, in the workspace folder.
 *
 * @param wanted the list's name; another one where a file has it already, which is nobody's list
 * @param content the list
 * @returns undefined where the client cannot make files, the workspace is not trusted or the configuration takes no list
 */
export async function createNewList(
  path: string,
  wanted: string,
  content: string,
  { abilities }: { abilities: EditAbilities },
  workspace: Workspace,
): Promise<NewList | undefined> {
  if (!abilities.createFile || !abilities.documentChanges || !workspace.trusted) return undefined;
  const place = await findConfig(path, workspace);
  const name = place && (await findFreeName(place.folder, wanted, workspace));
  if (!place || name === undefined) return undefined;
  const list = createFile(toUri(`${place.folder}/${name}`), content);
  if (place.text === undefined)
    return { name, edit: { documentChanges: [...list, ...createFile(toUri(place.file), `lexicon: [${name}]\n`)] } };
  const edits = nameList(place.file, place.text, name);
  if (!edits) return undefined;
  const open = workspace.documentOf(place.file);
  const textDocument = { uri: open?.uri ?? toUri(place.file), version: open?.version ?? null };
  return { name, edit: { documentChanges: edits.length > 0 ? [...list, { textDocument, edits }] : list } };
}

/** The nearest configuration above an article; without a text where it has to be made. */
async function findConfig(
  path: string,
  workspace: Workspace,
): Promise<{ folder: string; file: string; text?: string } | undefined> {
  const { files } = await workspace.configOf(path);
  for (const folder of foldersAbove(path)) {
    const file = configNames.map((name) => joinPath(folder, name)).find((one) => files.includes(one));
    const text = file === undefined ? undefined : await workspace.readFile(file);
    if (file !== undefined) return text === undefined ? undefined : { folder, file, text };
  }
  // Beside a configuration of ours Vale's would hold no more.
  if (files.some((file) => /vale\.ini$/.test(file))) return undefined;
  const folder = workspace.folders
    .filter((one) => relativePath(one, path) !== undefined)
    .sort((a, b) => b.length - a.length)[0]
    ?.replace(/\/$/, '');
  return folder === undefined ? undefined : { folder, file: `${folder}/.copydesk.yaml` };
}

/** A name that no file of a folder has: what lies there under the wanted one may be anything, even an article. */
async function findFreeName(folder: string, wanted: string, workspace: Workspace): Promise<string | undefined> {
  const dot = wanted.lastIndexOf('.');
  for (let number = 1; number <= mostNames; number++) {
    const name = number === 1 ? wanted : `${wanted.slice(0, dot)}-${number}${wanted.slice(dot)}`;
    if ((await workspace.readFile(`${folder}/${name}`)) === undefined) return name;
  }
  return undefined;
}

/**
 * Adds a list to a configuration's `lexicon`.
 *
 * @returns no edit where it is named already, undefined where the configuration takes none
 */
export function nameList(file: string, text: string, name: string): TextEdit[] | undefined {
  const { lexicon } = readConfigFile(file, text);
  if (lexicon.some(({ value }) => value.replace(/^\.\//, '') === name)) return [];
  const contents = readYaml(text);
  if (contents !== null && !isMap(contents)) return undefined;
  const key = contents ? findPair(contents, 'lexicon') : undefined;
  const isJson = /\.json$/i.test(file);
  if (key) {
    const isText = isSeq(key.value) || isScalar(key.value);
    return isText ? addToKey(text, key, isJson ? JSON.stringify(name) : name) : undefined;
  }
  if (contents?.flow) return addToFlow(text, contents, `"lexicon": [${JSON.stringify(name)}]`);
  // Behind the mark of a document's end nothing may follow.
  if (isJson || /^\.\.\./m.test(text)) return undefined;
  return [appendRow(text, `lexicon: [${name}]`)];
}
