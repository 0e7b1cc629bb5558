import type { Pattern } from './regex/index.ts';

// Words that a title leaves small: articles, short conjunctions and prepositions (AP); Chicago also the longer prepositions.
const small = new Set('a an and as at but by en for if in nor of on or per the to vs vs. via v v.'.split(' '));
const prepositions = new Set(
  'with from into during including until against among throughout despite towards upon concerning about over through before between after since without under within along following across beyond around down near above'.split(
    ' ',
  ),
);

/** How a heading's case is judged. */
export interface CaseOptions {
  /** A pattern of the words that may stand as they are; undefined without any. */
  except: Pattern | undefined;
  /** Endings after which the next word may have a capital («:»). */
  indicators: readonly string[];
  /** The share of words that must be right. */
  threshold: number;
}

/** The text in title case: AP leaves small words of up to three letters, Chicago every preposition. */
export function toTitleCase(text: string, style: 'AP' | 'Chicago'): string {
  const plain = text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
  return text.replace(/[\p{N}\p{L}]+[^\s\-/]*/gu, (word, at: number) => {
    const lower = word.toLowerCase();
    const end = at + word.length;
    const before = plain.charAt(at - 1);
    const isSmall =
      at > 0 && end < text.length && (small.has(lower) || (style === 'Chicago' && prepositions.has(lower)));
    const standsAlone =
      /[ \-/]/.test(before) && !/[:-]/.test(plain.charAt(at - 2)) && (plain.charAt(end) !== '-' || before === '-');
    return isSmall && standsAlone ? lower : word.charAt(0).toUpperCase() + word.slice(1);
  });
}

/** True when a heading is in title case, Vale's way: enough words as they should be, capitals throughout allowed. */
export function isTitleCase(text: string, style: 'AP' | 'Chicago', { except, threshold }: CaseOptions): boolean {
  const expected = words(toTitleCase(text, style), except);
  const observed = words(text, except);
  const right = observed.filter(
    (word, i) => i >= expected.length || word === expected[i] || except?.test(word) || word === word.toUpperCase(),
  );
  return right.length / observed.length > threshold;
}

/** True when a heading is in sentence case, Vale's way. */
export function isSentenceCase(text: string, { except, indicators, threshold }: CaseOptions): boolean {
  // The number of a heading («1. An offer») is no first word.
  const tokens = words(text.replace(/^\d+[.)]\s+/, '').replace(/[?!.:]+$/, ''), except);
  let right = 0;
  for (const [i, token] of tokens.entries()) {
    const word = token.split(token.includes('-') ? '-' : token.includes("'") ? "'" : '’')[0] ?? '';
    const before = tokens[i - 1] ?? '';
    const lower = word.toLowerCase();
    if (word === word.toUpperCase() || indicators.some((end) => before.endsWith(end)) || except?.test(word)) right++;
    else if (i === 0 && word !== lower.charAt(0).toUpperCase() + lower.slice(1)) return false;
    else if (i === 0 || word === lower) right++;
  }
  return right / tokens.length > threshold;
}

/** The text in sentence case: the first word keeps its capital, words with capitals inside are left alone. */
export function toSentenceCase(text: string, { except, indicators }: CaseOptions): string {
  let before = '';
  return text.replace(/[\p{N}\p{L}*]+[^\s]*/gu, (word, at: number) => {
    const keep =
      at === 0 || /\p{Lu}/u.test(word.slice(1)) || except?.test(word) || indicators.some((end) => before.endsWith(end));
    before = word;
    return keep ? word : word.toLowerCase();
  });
}

/** Words as Vale cuts them. */
function cutWords(text: string): { start: number; end: number; text: string }[] {
  return Array.from(text.matchAll(/[\p{N}\p{L}*]+[^\s]*/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    text: word,
  }));
}

function words(text: string, except: Pattern | undefined): string[] {
  const found = cutWords(text);
  if (!except) return found.map((match) => match.text);
  // An exception of several words counts as one, where it begins first.
  const phrases: ReturnType<typeof cutWords> = except.matches(text);
  const all: { start: number; end: number; text: string }[] = [];
  let taken = 0;
  for (const match of [...phrases, ...found].sort((a, b) => a.start - b.start || (phrases.includes(a) ? -1 : 1))) {
    if (match.start < taken) {
      if (match.end > taken && found.includes(match)) {
        const rest = cutWords(text.slice(taken, match.end))[0];
        if (rest) all.push({ start: taken + rest.start, end: match.end, text: rest.text });
        taken = match.end;
      }
      continue;
    }
    all.push(match);
    taken = match.end;
  }
  return all.map((match) => match.text);
}
