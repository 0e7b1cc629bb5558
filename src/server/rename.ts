import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { PlacedMention } from '../people/index.ts';
import type { Translate } from '../text/index.ts';
import type { EditAbilities } from './edits.ts';
import { askFirst, createEdit } from './edits.ts';
import type { CheckedArticle } from './people.ts';
import { findMention, placeMentions } from './people.ts';
import { toRange } from './ranges.ts';

/** The name that F2 renames, as the article means it (damage undone); undefined where nobody is named. */
export function prepareRename(
  article: CheckedArticle,
  position: Position,
): { range: Range; placeholder: string } | undefined {
  const found = findMention(article, position);
  return found && { range: found.nameRange, placeholder: found.mention.text };
}

/**
 * Renames a person in all mentions; ranks, offices and possessive endings stay. A mention by surname takes the new
 * surname, one by initial the new initial, one in capitals capitals. Mentions in quotations are confirmed one by one
 * where the client can ask, and stay as they are where it can't.
 */
export function renamePerson(
  article: CheckedArticle,
  position: Position,
  newName: string,
  document: { uri: string; version: number },
  abilities: EditAbilities,
  translate: Translate,
): WorkspaceEdit | undefined {
  const found = findMention(article, position);
  const name = splitName(newName, found?.mention);
  if (!found || !name) return undefined;
  const { source } = article.session.article;
  const edits: TextEdit[] = [];
  const quoted: Range[] = [];
  for (const { mention, nameRange } of placeMentions(found.person, article)) {
    // The mention under the cursor is always the user's choice.
    const asked = mention === found.mention;
    if (mention.inQuote && !asked && !abilities.annotations) continue;
    const places = {
      name: article.session.placeOf(mention.block, mention.name),
      surname: article.session.placeOf(mention.block, mention.surnameSpan),
    };
    const surname = matchCase(name.surname, mention.surname);
    const given = newGiven(name.given, mention);
    const whole = mention.text;
    const written = whole.slice(whole.length - mention.surname.length) === mention.surname;
    const inFull = given !== undefined && written;
    const { start, end } = inFull ? places.name : places.surname;
    const newText = inFull ? `${given}${surname}` : surname;
    if (newText === source.slice(start.offset, end.offset)) continue;
    if (mention.inQuote && !asked) quoted.push(nameRange);
    edits.push({ range: toRange({ start, end }), newText });
  }
  return askFirst(createEdit(document.uri, document.version, edits, abilities), quoted, translate);
}

// A name of one word where a mention had more is a new surname; of more words its last is the surname, unless the old
// surname had as many words as fit.
function splitName(
  newName: string,
  mention: PlacedMention | undefined,
): { given?: string; surname: string } | undefined {
  const words = newName.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0 || !mention) return undefined;
  const surnameWords = Math.max(1, mention.surname.split(/\s+/).length);
  const taken =
    mention.given || mention.initials || words.length > surnameWords
      ? Math.min(surnameWords, words.length)
      : words.length;
  const given = words.slice(0, words.length - taken).join(' ');
  return { ...(given ? { given } : {}), surname: words.slice(words.length - taken).join(' ') };
}

/** What stands before the new surname in a mention, space included; undefined when only the surname changes. */
function newGiven(given: string | undefined, mention: PlacedMention): string | undefined {
  if (!given) return undefined;
  const before = mention.text.slice(0, mention.text.length - mention.surname.length);
  if (!before.trim()) return undefined;
  if (mention.initials && !mention.given) {
    const initials = given.split(/[\s-]+/).map((word) => `${[...word][0] ?? ''}.`);
    const kept = initials.slice(0, Math.max(1, mention.initials.match(/\p{Lu}/gu)?.length ?? 1));
    return kept.join('') + (/\s$/.test(before) ? ' ' : '');
  }
  return mention.given ? `${matchCase(given, before.trim())} ` : undefined;
}

// İ and ı have capitals of their own; a name that holds a Turkic letter is capitalised that way.
function matchCase(name: string, like: string): string {
  const letters = like.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2 || letters !== letters.toUpperCase()) return name;
  return /[ğışəĞİŞƏ]/u.test(name) ? name.toLocaleUpperCase('tr') : name.toUpperCase();
}
