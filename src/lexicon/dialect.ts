/** What a word's spelling tells of its country. */
export interface DialectWord {
  country: 'en-GB' | 'en-US';
  /** The same word as the other country spells it, in lower case. */
  twin: string;
  /** The American form is good British too (-ize, Oxford style). */
  oxford: boolean;
  /** As often a surname or a place when capitalised. */
  name: boolean;
}

/** British and American spellings by lower-case word; words that both countries write so are not in it. */
export type DialectWords = ReadonlyMap<string, DialectWord>;

/** Reads the compiled asset `dialect.txt`: «British American flags» a line, as scripts/assets/dialect.ts writes it. */
export function readDialect(text: string): DialectWords {
  const words = new Map<string, DialectWord>();
  for (const line of text.split('\n')) {
    const [british, american, flags = ''] = line.split(' ');
    if (!british || !american) continue;
    const oxford = flags.includes('o');
    const name = flags.includes('n');
    if (flags.includes('g')) words.set(british, { country: 'en-GB', twin: american, oxford, name });
    if (flags.includes('u')) words.set(american, { country: 'en-US', twin: british, oxford, name });
  }
  return words;
}
