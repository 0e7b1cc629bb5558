import type { CompletionItem, Position } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Settings } from '../config/index.ts';
import type { TeamPerson } from '../lexicon/index.ts';
import type { Person } from '../people/index.ts';
import { nextMention, writeSurname } from '../people/index.ts';
import { readTitles } from './cast.ts';
import type { CheckedArticle } from './people.ts';
import { placeMentions } from './people.ts';
import { comparePositions } from './ranges.ts';

/** A way to name someone. */
interface Naming {
  text: string;
  detail: string;
  /** 1 for who was named before the cursor, 2 for the others of the article, 3 for the team, 4 for offices. */
  order: number;
}

/**
 * People of the cast and of the team's list whose name begins like the word before the cursor, as the style wants them
 * named: who stands before the cursor as at a later mention, everyone else as at the first. Offices of the cast follow.
 *
 * @param line the text of the line up to the cursor
 */
export function completePeople(article: CheckedArticle, position: Position, line: string): CompletionItem[] {
  const prefix = /[\p{L}\p{M}][\p{L}\p{M}’'.-]*$/u.exec(line)?.[0] ?? '';
  if (!/^\p{Lu}/u.test(prefix)) return [];
  const { settings } = article;
  const { people } = article.report.cast;
  const namings = [
    ...people.flatMap((person) => namePerson(person, article, settings, position)),
    ...settings.lexicon.people
      .filter((row) => !people.some(({ team }) => team === row))
      .flatMap((row) => nameMember(row, settings)),
    ...people.flatMap((person) => nameOffices(person, article)),
  ];
  const items = new Map<string, CompletionItem>();
  for (const { text, detail, order } of namings) {
    const lead = findLead(text, prefix, line);
    if (lead === undefined || text === prefix || items.has(text)) continue;
    const written = lead.length + prefix.length;
    items.set(text, {
      label: text,
      kind: CompletionItemKind.Text,
      ...(detail ? { detail } : {}),
      sortText: `${order}${text}`,
      // Ğ is found by G: the client compares with what was typed.
      filterText: line.slice(line.length - written),
      textEdit: {
        range: { start: { line: position.line, character: position.character - written }, end: position },
        newText: text,
      },
    });
  }
  return [...items.values()];
}

function namePerson(
  person: Person,
  article: CheckedArticle,
  { style, lexicon }: Settings,
  position: Position,
): Naming[] {
  // The half-typed word may itself read as a mention; it names nobody yet.
  const found = placeMentions(person, article).filter(
    ({ nameRange }) => comparePositions(nameRange.end, position) !== 0,
  );
  const first = found[0]?.mention;
  if (!first) return [];
  const known = { ...person, mentions: found.map(({ mention }) => mention) };
  const { ranks, offices } = readTitles(known, article);
  const detail = [...ranks.slice(0, 1), ...offices.slice(0, 1)].join(', ');
  const say = (text: string, order: number): Naming => ({ text, detail, order });
  const isNamed = found.some(({ nameRange }) => comparePositions(nameRange.end, position) < 0);
  return [
    ...(isNamed ? [say(nextMention(known, style, lexicon, 'later'), 1), say(writeSurname(first), 1)] : []),
    say(nextMention(known, style, lexicon, 'first'), 2),
    say(person.name, 2),
  ];
}

/** Offices in the form that the article has given them, for the next holder or the next mention. */
function nameOffices(person: Person, article: CheckedArticle): Naming[] {
  return readTitles(person, article)
    .offices.filter((text) => /^\p{Lu}/u.test(text))
    .map((text) => ({ text, detail: person.name, order: 4 }));
}

function nameMember(team: TeamPerson, { style, lexicon }: Settings): Naming[] {
  const person = { name: team.name, mentions: [], surname: team.name, spellings: [], team, titles: 0 };
  const detail = [team.rank, team.office].filter(Boolean).join(', ');
  return [nextMention(person, style, lexicon, 'first'), team.name].map((text) => ({ text, detail, order: 3 }));
}

/**
 * What stands on the line before the prefix that the text repeats, so that «General Yil» becomes «General Yıldırım» and
 * not «General General Yıldırım»; undefined when no word of the text begins like the prefix.
 */
function findLead(text: string, prefix: string, line: string): string | undefined {
  const wanted = bare(prefix);
  const before = line.slice(0, line.length - prefix.length);
  const words = text.split(' ');
  const matching = words.flatMap((_word, i) => (bare(words.slice(i).join(' ')).startsWith(wanted) ? [i] : []));
  const leads = matching.map((i) =>
    words
      .slice(0, i)
      .map((word) => `${word} `)
      .join(''),
  );
  if (leads.length === 0) return undefined;
  return leads.filter((lead) => bare(before).endsWith(bare(lead))).at(-1) ?? '';
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').replace(/[əƏ]/g, 'e').toLowerCase();
}
