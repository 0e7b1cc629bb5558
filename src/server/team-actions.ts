import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { readTitles } from './cast.ts';
import type { ActionRequest } from './code-actions.ts';
import { createEdit } from './edits.ts';
import type { CheckedArticle } from './people.ts';
import { findMention } from './people.ts';
import { addToList, findPeopleList } from './team-list.ts';
import { baseName, toUri } from './uris.ts';
import type { Workspace } from './workspace.ts';

/** «Add to the team's list» for the person at the beginning of a range who isn't on it. */
export async function createTeamActions(
  article: CheckedArticle,
  { range, abilities, translate }: ActionRequest,
  workspace: Workspace,
): Promise<CodeAction[]> {
  const found = findMention(article, range.start);
  if (!found || found.person.team) return [];
  const { files } = await workspace.configOf(article.session.path);
  const list = findPeopleList(files);
  const text = list === undefined ? undefined : await workspace.readFile(list);
  if (list === undefined || text === undefined) return [];
  const { name, country } = found.person;
  const { ranks, offices } = readTitles(found.person, article);
  const entry = {
    name,
    ...(ranks[0] ? { rank: ranks[0] } : {}),
    ...(offices[0] ? { office: offices[0] } : {}),
    ...(country ? { country } : {}),
  };
  const open = workspace.documentOf(list);
  const edit = createEdit(open?.uri ?? toUri(list), open?.version ?? null, [addToList(list, text, entry)], abilities);
  return [
    { title: translate('Add “{name}” to {list}', { name, list: baseName(list) }), kind: CodeActionKind.QuickFix, edit },
  ];
}
