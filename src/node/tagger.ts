import type { Tagger } from '../style/index.ts';

/** The tagger of parts of speech, two megabytes that are read when a pack first asks for them. */
export async function nodeTagger(): Promise<Tagger> {
  const { default: posTagger } = await import('wink-pos-tagger');
  const { tagRawTokens } = posTagger();
  return (words) => tagRawTokens(words).map(({ pos }) => pos);
}
