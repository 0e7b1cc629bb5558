import type { ParsedBlock } from '../../language/index.ts';
import { beginsSentence, isCapitalised, tokenText } from '../../language/index.ts';
import type { DialectWord, Lexicon } from '../../lexicon/index.ts';

/** What a word tells of the story's English: 1 for a common word, a half for an office («Minister of Defence»), 0 for proper names and what may be one. */
export function weigh(parsed: ParsedBlock, index: number, word: DialectWord, text: string, lexicon: Lexicon): number {
  if (word.beside) return 0;
  if (!isCapitalised(text)) return 1;
  if (text === text.toUpperCase()) return 0;
  if (/^defen[cs]e$/i.test(text) && isOffice(parsed, index, word.country))
    return lexicon.dialectSigns(word.country).homes().test(sentenceAt(parsed, index)) ? 0 : 0.5;
  const next = tokenText(parsed, index + 1);
  return !word.name && beginsSentence(parsed, index) && !isCapitalised(next) ? 1 : 0;
}

/** «Minister of National Defence», «Defence Ministry»; the American department and its secretary are proper names. */
function isOffice(parsed: ParsedBlock, index: number, country: string): boolean {
  const word = (at: number) => tokenText(parsed, at);
  const before = word(index - 1) === 'National' ? index - 2 : index - 1;
  const [next, last] = [word(index + 1), word(before)];
  // «The Defence Department» is no country’s name of it.
  const own = country === 'en-GB' ? /^(?:Department|Secretary)/ : undefined;
  if (last === 'of' && /^Chief/.test(word(before - 1))) return /^(?:Staff|Forces)$/.test(next) || !isCapitalised(next);
  if (last === 'of') return /^Minist(?:er|ry)/.test(word(before - 1)) || (own?.test(word(before - 1)) ?? false);
  return /^Minist(?:er|ry|ries)|^Attach|^Chiefs?$/.test(next) || (own?.test(next) ?? false);
}

/** The sentence that a token stands in. */
export function sentenceAt({ text, tokens, sentences }: ParsedBlock, index: number): string {
  const start = tokens.start[index] ?? 0;
  const sentence = sentences.find((span) => span.start <= start && start < span.end);
  return sentence ? text.slice(sentence.start, sentence.end) : text;
}
