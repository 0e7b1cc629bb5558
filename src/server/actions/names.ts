import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Message } from '../../desk/index.ts';
import { toDiagnostic } from '../diagnostics.ts';
import type { CheckedArticle, FoundMention } from '../people.ts';
import { findMention, placeMentions } from '../people.ts';
import { toRange, touches } from '../ranges.ts';
import { renamePerson } from '../rename.ts';
import type { ActionRequest } from './fixes.ts';

/**
 * For a name that is spelled in two ways: «the other spelling is right», which writes all mentions as this one, and the
 * form of the team's list for all mentions. Quotations are confirmed one by one.
 */
export function createNameActions(article: CheckedArticle, request: ActionRequest): CodeAction[] {
  const message = request.messages.find(
    ({ category, place }) => category === 'name' && touches(toRange(place), request.range),
  );
  const found = message && findMention(article, toRange(message.place).start);
  if (!message || !found) return [];
  return [...createTeamForm(message, found, article, request), ...createOtherRight(message, found, article, request)];
}

function createOtherRight(
  message: Message,
  found: FoundMention,
  article: CheckedArticle,
  request: ActionRequest,
): CodeAction[] {
  const { person, mention } = found;
  if (message.ruleId !== 'name-consistency' || person.team) return [];
  const whole = mention.given || mention.initials ? mention.text : mention.surname;
  const title = request.translate('“{actual}” is right: write it so everywhere', { actual: message.actual });
  return rename(title, whole, message, found, article, request);
}

function createTeamForm(
  message: Message,
  found: FoundMention,
  article: CheckedArticle,
  request: ActionRequest,
): CodeAction[] {
  const name = found.person.team?.name;
  if (!name || placeMentions(found.person, article).length < 2) return [];
  const title = request.translate('Write “{name}” as on the team’s list everywhere', { name });
  return rename(title, name, message, found, article, request);
}

function rename(
  title: string,
  name: string,
  message: Message,
  { nameRange }: FoundMention,
  article: CheckedArticle,
  { uri, version, abilities, translate }: ActionRequest,
): CodeAction[] {
  const edit = renamePerson(article, nameRange.start, name, { uri, version }, abilities, translate);
  return edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(message, uri)], edit }] : [];
}
