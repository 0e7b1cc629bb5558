import { readArticle } from '../../src/article/index.ts';
import type { ParsedBlock } from '../../src/language/index.ts';
import { createVocabulary, parseBlock } from '../../src/language/index.ts';
import type { TeamPerson } from '../../src/lexicon/index.ts';
import { createLexicon } from '../../src/lexicon/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import type { Cast, Mention, TitleUses } from '../../src/people/index.ts';
import { findMentions, findTitles, resolveCast } from '../../src/people/index.ts';
import { foldWord } from '../../src/text/index.ts';

export const lexicon = createLexicon(nodeAssets);

/** Reads the people of a story. */
export function read(
  source: string,
  people: readonly TeamPerson[] = [],
): {
  cast: Cast;
  blocks: readonly ParsedBlock[];
  mentions: readonly (readonly Mention[])[];
  titles: readonly TitleUses[];
} {
  const known = people.length > 0 ? createLexicon(nodeAssets, { people }) : lexicon;
  const vocabulary = createVocabulary(foldWord);
  let open = false;
  const blocks = readArticle(source, 'story.txt').blocks.map((block) => {
    const parsed = parseBlock(block, block.text, vocabulary, { quoteOpen: open });
    open = parsed.quoteOpen;
    return parsed;
  });
  const mentions = blocks.map((parsed) => findMentions(parsed, known, vocabulary));
  return {
    cast: resolveCast(mentions, known),
    blocks,
    mentions,
    titles: blocks.map((parsed) => findTitles(parsed, known, vocabulary)),
  };
}
