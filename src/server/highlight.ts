import type { DocumentHighlight, Position, Range } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { CheckedArticle } from './people.ts';
import { findMention, findTitleReference, placeMentions, placeReferences } from './people.ts';

/** All mentions of the person at a position, and the titles that stand for that person; empty without one. */
export function highlightPerson(article: CheckedArticle, position: Position): DocumentHighlight[] {
  return findReferences(article, position).map((range) => ({ range, kind: DocumentHighlightKind.Text }));
}

/** The names of all mentions of the person at a position, then the titles that stand for that person. */
export function findReferences(article: CheckedArticle, position: Position): Range[] {
  const person = (findMention(article, position) ?? findTitleReference(article, position))?.person;
  if (!person) return [];
  return [
    ...placeMentions(person, article).map(({ nameRange }) => nameRange),
    ...placeReferences(person, article).map(({ range }) => range),
  ];
}
