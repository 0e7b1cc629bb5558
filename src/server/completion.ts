import type { CompletionItem, Position } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import type { TeamPerson } from '../lexicon/index.ts';
import type { Person } from '../people/index.ts';
import type { RankStyle } from '../rules/index.ts';
import { readTitles } from './cast.ts';
import type { CheckedArticle } from './people.ts';
import { placeMentions } from './people.ts';
import { comparePositions } from './ranges.ts';

// Styles that drop the rank after the first mention.
const dropsRank: ReadonlySet<RankStyle> = new Set(['ap', 'reuters', 'guardian', 'bbc']);

/**
 * People of the cast and of the team's list whose name begins like the word before the cursor. Who was named before the
 * cursor comes first by surname, in the form that the style wants; others by full name.
 *
 * @param line the text of the line up to the cursor
 */
export function completePeople(
  article: CheckedArticle,
  team: readonly TeamPerson[],
  style: RankStyle,
  position: Position,
  line: string,
): CompletionItem[] {
  const prefix = /[\p{L}\p{M}][\p{L}\p{M}’'.-]*$/u.exec(line)?.[0] ?? '';
  if (!/^\p{Lu}/u.test(prefix)) return [];
  const items = new Map<string, CompletionItem>();
  const offer = (text: string, detail: string, rank: number) => {
    if (text === prefix || items.has(text) || !begins(text, prefix)) return;
    items.set(text, {
      label: text,
      kind: CompletionItemKind.Text,
      ...(detail ? { detail } : {}),
      sortText: `${rank}${text}`,
      // Ğ is found by G: the client compares with what was typed.
      filterText: prefix,
      textEdit: {
        range: { start: { line: position.line, character: position.character - prefix.length }, end: position },
        newText: text,
      },
    });
  };
  for (const person of article.report.cast.people) offerPerson(person, article, style, position, prefix, offer);
  for (const person of team) {
    offer(person.name, [person.rank, person.office].filter(Boolean).join(', '), 3);
  }
  return [...items.values()];
}

function offerPerson(
  person: Person,
  article: CheckedArticle,
  style: RankStyle,
  position: Position,
  prefix: string,
  offer: (text: string, detail: string, rank: number) => void,
): void {
  const mentions = placeMentions(person, article);
  // The half-typed word may itself read as a mention; it names nobody yet.
  const others = mentions.filter(({ nameRange }) => comparePositions(nameRange.end, position) !== 0);
  if (others.length === 0) return;
  const named = others.some(({ nameRange }) => comparePositions(nameRange.end, position) < 0);
  const { ranks, offices } = readTitles(person, article);
  const detail = [...ranks.slice(0, 1), ...offices.slice(0, 1)].join(', ');
  const surname = person.spellings.find(({ text }) => text !== prefix)?.text ?? person.surname;
  const rank = ranks[0];
  if (named) offer(rank && !dropsRank.has(style) ? `${rank} ${surname}` : surname, detail, 1);
  if (named) offer(surname, detail, 1);
  offer(rank && !named ? `${rank} ${person.name}` : person.name, detail, 2);
  offer(person.name, detail, 2);
}

// A name begins like the prefix when it, or one of its words, does so without accents and capitals.
function begins(name: string, prefix: string): boolean {
  const wanted = bare(prefix);
  return bare(name)
    .split(' ')
    .some((_word, index, words) => words.slice(index).join(' ').startsWith(wanted));
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').replace(/[əƏ]/g, 'e').toLowerCase();
}
