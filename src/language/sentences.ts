import { readAbbreviation } from './abbreviations.ts';
import type { Sentence, Tokens } from './block.ts';
import { TokenKind } from './block.ts';
import { isCapital, Letter, letterAt } from './letters.ts';

/** Words that open a sentence far oftener than they follow an abbreviation inside one. */
const openers = new Set(
  'The A An He She It They We I You This That These Those There But And In On At For From His Her Its Their Our As After Before When While If Since'.split(
    ' ',
  ),
);

const closers = '"”’\'»)]}';
const starters = '"“‘\'«([';

/** The sentences of a block, without the white space between them. */
export function findSentences(text: string, tokens: Tokens): Sentence[] {
  const { count, start, end } = tokens;
  const sentences: Sentence[] = [];
  let first = 0;
  let i = 0;
  // Where the next of each mark stands: most texts have no more than the full stop.
  let stop = text.indexOf('.');
  let call = text.indexOf('!');
  let question = text.indexOf('?');
  let dots = text.indexOf('…');
  for (;;) {
    const at = firstOf(firstOf(stop, call), firstOf(question, dots));
    if (at === -1) break;
    const after = at + 1;
    if (at === stop) stop = text.indexOf('.', after);
    else if (at === call) call = text.indexOf('!', after);
    else if (at === question) question = text.indexOf('?', after);
    else dots = text.indexOf('…', after);
    while ((end[i] ?? after) < after) i++;
    if (end[i] !== after || !endsSentence(text, tokens, i)) continue;
    let last = i;
    // Closing marks belong to the sentence that they close.
    while (last + 1 < count && start[last + 1] === end[last] && isCloser(text, start[last + 1] ?? 0)) last++;
    const next = last + 1;
    if (next < count && (start[next] === end[last] || !mayBegin(text, tokens, next))) continue;
    sentences.push({ start: start[first] ?? 0, end: end[last] ?? 0, first });
    first = next;
    i = next;
  }
  if (first < count) sentences.push({ start: start[first] ?? 0, end: end[count - 1] ?? 0, first });
  // A list that grew keeps room for sixteen more.
  return sentences.slice();
}

/** The lesser of two places; -1 is none. */
const firstOf = (a: number, b: number): number => (a === -1 || (b !== -1 && b < a) ? b : a);

const isCloser = (text: string, at: number) => closers.includes(text.charAt(at)) || '.!?…'.includes(text.charAt(at));

/** Whether a token that ends in such a mark ends its sentence. */
function endsSentence(text: string, { count, start, end, kind }: Tokens, i: number): boolean {
  const last = (end[i] ?? 0) - 1;
  if (kind[i] !== TokenKind.word) return kind[i] === TokenKind.punctuation;
  // The stop is part of the word: an abbreviation.
  const word = text.slice(start[i], last);
  const next = i + 1 < count ? text.slice(start[i + 1], end[i + 1]) : '';
  if (word.length === 1) return word === 'I' || (openers.has(next) && next !== 'A' && next !== 'I');
  const abbreviation = readAbbreviation(word);
  if (abbreviation === 'leading' || abbreviation === 'numbered') return false;
  return openers.has(next);
}

function mayBegin(text: string, { start, kind }: Tokens, i: number): boolean {
  let at = start[i] ?? 0;
  if (kind[i] === TokenKind.opaque) return true;
  while (starters.includes(text.charAt(at)) && at < text.length) at++;
  return isCapital(text, at) || letterAt(text, at) === Letter.digit || kind[i] === TokenKind.symbol;
}
