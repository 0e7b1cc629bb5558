import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { isTable, readTableHead } from '../../config/index.ts';
import type { TeamPerson } from '../../lexicon/index.ts';
import type { Person } from '../../people/index.ts';
import { writeRank } from '../../people/index.ts';
import { readTitles } from '../cast.ts';
import { createEdit } from '../edits.ts';
import type { CheckedArticle } from '../people.ts';
import { findMention } from '../people.ts';
import { baseName, toUri } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { ActionRequest } from './fixes.ts';
import { createNewList } from './new-list.ts';
import { addToList, findPeopleList, setRank } from './people-list.ts';

/** For the person at the beginning of a range: «add to the team's list», or the new rank of somebody who is on it. */
export async function createTeamActions(
  article: CheckedArticle,
  request: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const { range, abilities, translate } = request;
  const found = findMention(article, range.start);
  if (!found) return [];
  if (found.person.team) return createRankAction(found.person.team, found.person, article, request, workspace);
  const { name, country } = found.person;
  const { ranks, offices } = readTitles(found.person, article);
  const entry = {
    name,
    ...(ranks[0] ? { rank: ranks[0] } : {}),
    ...(offices[0] ? { office: offices[0] } : {}),
    ...(country ? { country } : {}),
  };
  const { path } = article.session;
  const { files } = await workspace.configOf(path);
  const list = findPeopleList(files);
  const text = list === undefined ? undefined : await workspace.readFile(list);
  if (list !== undefined && text !== undefined && keepsPeople(list, text)) {
    const open = workspace.documentOf(list);
    const edit = createEdit(open?.uri ?? toUri(list), open?.version ?? null, addToList(list, text, entry), abilities);
    const title = translate('Add “{name}” to {list}', { name, list: baseName(list) });
    return [{ title, kind: CodeActionKind.QuickFix, edit }];
  }
  const rows = addToList('people.csv', newListHeader, entry).map(({ newText }) => newText);
  const made = await createNewList(path, 'people.csv', newListHeader + rows.join(''), request, workspace);
  if (!made) return [];
  const title = translate('Add “{name}” to a new list: {list}', { name, list: made.name });
  return [{ title, kind: CodeActionKind.QuickFix, edit: made.edit }];
}

/** False for a table of terms. */
const keepsPeople = (list: string, text: string) =>
  !isTable(list) || readTableHead(list, text).columns.includes('name');

/** The columns of a list that is made. */
const newListHeader = 'name,rank,office,country\n';

/** «Set the rank» where the article gives another one than the list. */
async function createRankAction(
  row: TeamPerson,
  { mentions }: Person,
  { settings: { lexicon } }: CheckedArticle,
  { abilities, translate }: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const id = mentions.find(({ rank, inQuote }) => rank && !inQuote)?.rank?.id;
  if (!id || (row.rank && lexicon.ranks.idOf(row.rank) === id)) return [];
  const { file, line } = row.source;
  const text = await workspace.readFile(file);
  const full = writeRank(lexicon, id, 'full');
  const rank = row.rank && /^\p{Ll}/u.test(row.rank) ? full.toLowerCase() : full;
  const change = text === undefined ? undefined : setRank(file, text, line, rank);
  if (!change) return [];
  const open = workspace.documentOf(file);
  const title = translate('Set the rank of “{name}” in {list}: {rank}', { name: row.name, list: baseName(file), rank });
  const edit = createEdit(open?.uri ?? toUri(file), open?.version ?? null, [change], abilities);
  return [{ title, kind: CodeActionKind.QuickFix, edit }];
}
