import type { DocumentHighlight, Position, Range } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { CheckedArticle } from './people.ts';
import { findMention, placeMentions } from './people.ts';

/** All mentions of the person at a position; empty without one. */
export function highlightPerson(article: CheckedArticle, position: Position): DocumentHighlight[] {
  return findReferences(article, position).map((range) => ({ range, kind: DocumentHighlightKind.Text }));
}

/** The names of all mentions of the person at a position. */
export function findReferences(article: CheckedArticle, position: Position): Range[] {
  const found = findMention(article, position);
  return found ? placeMentions(found.person, article).map(({ nameRange }) => nameRange) : [];
}
