import { TokenKind } from '../language/index.ts';
import type { DeskContext } from '../rules/index.ts';
import type { Checked } from './check.ts';
import type { Examined } from './examine.ts';
import type { Message } from './message.ts';

/** What a dictionary can say of: letters, with apostrophes and hyphens inside. */
const plainWord = /^\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*$/u;

/**
 * Words that may stand where a spelling message speaks, best first, at most six; empty for any other message, and where
 * markup stands inside the word. Searches the dictionary: ask it of one message, not of all.
 */
export function suggestFor(message: Message, checked: Checked, desk: DeskContext): readonly string[] {
  const { actual, place } = message;
  if (message.ruleId !== 'spelling' || !desk.speller || !plainWord.test(actual)) return [];
  const at = place.start.offset;
  const { examined, blocks } = checked;
  const isThere = ({ block: { start, end } }: Examined, moved = 0) => start + moved <= at && at < end + moved;
  const language = examined.find((one, i) => isThere(one, blocks.moved[i]))?.language ?? 'en';
  // The house's own English, where it has one.
  const read = desk.language.startsWith(`${language}-`) ? desk.language : language;
  return desk.speller.suggest(actual, read, { words: collectWords(checked, desk, read) });
}

/** Names of the article and the team, the team's terms, and the words of the article that nothing is said of. */
function collectWords({ examined, report }: Checked, desk: DeskContext, language: string): string[] {
  const { lexicon, vocabulary, speller } = desk;
  const { people } = report.cast;
  const words = new Set<string>();
  for (const name of [
    ...people.flatMap(({ name, spellings }) => [name, ...spellings.map(({ text }) => text)]),
    ...lexicon.people.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...lexicon.terms.map(({ preferred }) => preferred),
  ])
    for (const word of name.split(/[\s-]+/)) words.add(word);
  const ids = new Set<number>();
  for (const { parsed } of examined)
    parsed.tokens.word.forEach((id, i) => {
      if (parsed.tokens.kind[i] === TokenKind.word) ids.add(id);
    });
  for (const id of ids) {
    const word = vocabulary.word(id);
    const small = word.toLowerCase();
    // A capital at the beginning of a sentence is no part of the word.
    words.add(word !== small && speller?.isKnown(small, language) ? small : word);
  }
  const doubted = new Set(report.messages.filter(({ ruleId }) => ruleId === 'spelling').map(({ group }) => group));
  return [...words].filter((word) => plainWord.test(word) && !doubted.has(word.toLowerCase()));
}
