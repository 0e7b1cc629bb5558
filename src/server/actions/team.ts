import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { TeamPerson } from '../../lexicon/index.ts';
import type { Person } from '../../people/index.ts';
import { writeRank } from '../../people/index.ts';
import { readTitles } from '../cast.ts';
import type { CheckedArticle } from '../people.ts';
import { findMention } from '../people.ts';
import { baseName } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { ActionRequest } from './fixes.ts';
import { createNewList } from './new-list.ts';
import { writeInOwnList } from './own-list.ts';
import { addToList, listsOfPeople, setRank } from './people-list.ts';

/** For the person at the beginning of a range: «add to the team's list», or the new rank of somebody who is on it. */
export async function createTeamActions(
  article: CheckedArticle,
  request: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const { range, translate } = request;
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
  const add = (list: string, text: string) => addToList(list, text, entry);
  const added = await writeInOwnList(listsOfPeople(files), add, request, workspace);
  if (added) {
    const title = translate('Add “{name}” to {list}', { name, list: baseName(added.list) });
    return [{ title, kind: CodeActionKind.QuickFix, edit: added.edit }];
  }
  const rows = add('people.csv', newListHeader)?.map(({ newText }) => newText) ?? [];
  const made = await createNewList(path, 'people.csv', newListHeader + rows.join(''), request, workspace);
  if (!made) return [];
  const title = translate('Add “{name}” to a new list: {list}', { name, list: made.name });
  return [{ title, kind: CodeActionKind.QuickFix, edit: made.edit }];
}

/** The columns of a list that is made. */
const newListHeader = 'name,rank,office,country\n';

/** «Set the rank» where the article gives another one than the list; who stands in a package's list keeps the rank there. */
async function createRankAction(
  row: TeamPerson,
  { mentions }: Person,
  { settings: { lexicon } }: CheckedArticle,
  request: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const id = mentions.find(({ rank, inQuote }) => rank && !inQuote)?.rank?.id;
  if (!id || (row.rank && lexicon.ranks.idOf(row.rank) === id)) return [];
  const { file, line } = row.source;
  const full = writeRank(lexicon, id, 'full');
  const rank = row.rank && /^\p{Ll}/u.test(row.rank) ? full.toLowerCase() : full;
  const write = (list: string, text: string) => {
    const change = setRank(list, text, line, rank);
    return change && [change];
  };
  const changed = await writeInOwnList([file], write, request, workspace);
  if (!changed) return [];
  const data = { name: row.name, list: baseName(file), rank };
  const title = request.translate('Set the rank of “{name}” in {list}: {rank}', data);
  return [{ title, kind: CodeActionKind.QuickFix, edit: changed.edit }];
}
