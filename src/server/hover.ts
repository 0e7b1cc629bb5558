import type { Hover, Position, Range } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { Message } from '../desk/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Person } from '../people/index.ts';
import { nextMention } from '../people/index.ts';
import type { Translate } from '../text/index.ts';
import { mostSuggestions } from './actions/index.ts';
import { readTitles } from './cast.ts';
import type { CheckedArticle, FoundMention, FoundReference } from './people.ts';
import { findMention, findTitleReference } from './people.ts';
import { contains, moveRange, toRange } from './ranges.ts';

/**
 * What the desk knows of a place: why it is marked, which letters were damaged, who is named. Undefined when nothing.
 *
 * @param client.markdown false for clients that show plain text only
 * @param client.locale BCP 47, for the names of countries
 * @param client.above lines of the document above what was read, where a paragraph was read alone
 */
export function createHover(
  article: CheckedArticle,
  position: Position,
  translate: Translate,
  { markdown, locale, above }: { markdown: boolean; locale: string; above?: number },
): Hover | undefined {
  const at = { ...position, line: position.line - (above ?? 0) };
  const messages = article.report.messages.filter(({ place }) => contains(toRange(place), at));
  const mention = findMention(article, at);
  const person = mention ?? findTitleReference(article, at);
  const parts = [
    ...messages.flatMap((message) => describeMessage(message, article, translate)),
    ...(person ? [describePerson(person, article, translate, { locale, alone: above !== undefined })] : []),
  ].filter(Boolean);
  if (parts.length === 0) return undefined;
  const value = parts.join('\n\n');
  const range: Range | undefined = mention?.nameRange ?? person?.range ?? (messages[0] && toRange(messages[0].place));
  return {
    contents: markdown
      ? { kind: MarkupKind.Markdown, value }
      : { kind: MarkupKind.PlainText, value: value.replace(/\*\*|`|\\(?=[*_`[\]<>#])/g, '') },
    ...(range ? { range: moveRange(range, above ?? 0) } : {}),
  };
}

// The message itself is shown by the editor; here stands the reason for it.
function describeMessage(message: Message, { session }: CheckedArticle, translate: Translate): string[] {
  const letters = message.category === 'encoding' ? describeLetters(message, translate) : '';
  const words = session.suggest(message).slice(0, mostSuggestions).map(escapeMarkdown).join(', ');
  const meant = words ? translate('Perhaps: {words}', { words }) : '';
  return [escapeMarkdown(message.note), letters, meant].filter(Boolean);
}

/** The damaged letters with their code points, and what they were. */
function describeLetters({ actual, expected }: Message, translate: Translate): string {
  const now = [...actual];
  const before = [...(expected[0] ?? '')];
  // Letter by letter where one stands for one; otherwise what only one side has.
  const same = now.length === before.length;
  const odd = now.filter((letter, i) => (same ? letter !== before[i] : isOdd(letter)));
  const good = before.filter((letter, i) => (same ? letter !== now[i] : isOdd(letter) && !now.includes(letter)));
  const list = (letters: readonly string[]) => [...new Set(letters)].slice(0, 8).map(nameCodePoint).join(', ');
  if (odd.length === 0) return good.length > 0 ? translate('Missing: {letters}', { letters: list(good) }) : '';
  return good.length > 0 ? translate('{now} — was {before}', { now: list(odd), before: list(good) }) : list(odd);
}

function isOdd(letter: string): boolean {
  return letter > '~' || letter < ' ' || letter === '?';
}

function nameCodePoint(letter: string): string {
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{L}\p{P}\p{S}]/u.test(letter) && letter !== '`' ? `\`${letter}\` U+${code}` : `U+${code}`;
}

function describePerson(
  found: FoundMention | FoundReference,
  article: CheckedArticle,
  translate: Translate,
  { locale, alone }: { locale: string; alone: boolean },
): string {
  const { lexicon, style } = article.settings;
  const { person } = found;
  const { ranks, offices } = readTitles(person, article);
  const lines = [
    `**${escapeMarkdown(person.name)}**${person.team?.native && person.team.native !== person.name ? ` · ${escapeMarkdown(person.team.native)}` : ''}`,
    escapeMarkdown([...ranks, ...offices].join(' · ')),
    ...listRanks(person, lexicon).map(escapeMarkdown),
    person.country ? nameCountry(person.country, locale) : '',
    person.spellings.length > 1
      ? translate('Spelled {spellings}', {
          spellings: person.spellings.map(({ text, count }) => `${escapeMarkdown(text)} ×${count}`).join(', '),
        })
      : '',
    // What a paragraph alone doesn't know.
    ...(alone
      ? []
      : [
          'mention' in found
            ? translate('Mention {position} of {count}', {
                position: person.mentions.indexOf(found.mention) + 1,
                count: person.mentions.length,
              })
            : translate('Stands for this name: nobody else here has the title', {}),
          translate('Next mention: {mention}', { mention: escapeMarkdown(nextMention(person, style, lexicon)) }),
        ]),
    escapeMarkdown(person.team?.note ?? ''),
  ];
  return lines.filter(Boolean).join('  \n');
}

/** A country in the user's language; its code where that is unknown. */
function nameCountry(code: string, locale: string): string {
  return new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(code) ?? code;
}

/** What a person's ranks are called at home, with the NATO code; «≈» where the code is only the nearest step. */
function listRanks({ mentions, team, country }: Person, { ranks }: Lexicon): string[] {
  const ids = new Set(mentions.flatMap(({ rank }) => (rank ? [rank.id] : [])));
  const listed = team?.rank && ranks.idOf(team.rank);
  if (listed) ids.add(listed);
  const lines = [...ids].flatMap((id) => {
    if (country)
      return ranks.rows(id, country).map(({ local, nato, exact }) => `${local}, ${exact === false ? '≈ ' : ''}${nato}`);
    // Without a country only what is the same in all of them.
    const codes = [...new Set(ranks.rows(id).map(({ nato }) => nato))];
    return codes.length === 1 ? codes : [];
  });
  return [...new Set(lines)];
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&');
}
