import { readArticle } from '../src/article/index.ts';
import type { ParsedBlock } from '../src/language/index.ts';
import { createVocabulary, parseBlock } from '../src/language/index.ts';
import { createLexicon } from '../src/lexicon/index.ts';
import { nodeAssets } from '../src/node/index.ts';
import type { CastReading } from '../src/people/index.ts';
import { findMentions, findReferences, updateCast } from '../src/people/index.ts';
import { foldWord } from '../src/text/index.ts';

/** The reading of people alone: parsing is done before and not timed. */
export function openPeopleReader() {
  const desk = { lexicon: createLexicon(nodeAssets), vocabulary: createVocabulary(foldWord) };
  const parse = (source: string): ParsedBlock[] =>
    readArticle(source, 'a.txt').blocks.map((block) => parseBlock(block, block.text, desk.vocabulary, false));
  const read = (blocks: readonly ParsedBlock[], before?: CastReading): CastReading => {
    const mentions = blocks.map((parsed) => findMentions(parsed, desk.lexicon, desk.vocabulary));
    const reading = updateCast(mentions, desk.lexicon, before);
    findReferences(reading.cast, blocks, desk);
    return reading;
  };
  return {
    /** Mentions, titles, cast and references of a text that was not seen. */
    prepareArticle(source: string): () => CastReading {
      const blocks = parse(source);
      return () => read(blocks);
    },
    /** The same again after a letter was typed into one block in the middle. */
    prepareKeystroke(source: string): () => CastReading {
      const blocks = parse(source);
      const before = read(blocks);
      const at = blocks.length >> 1;
      const [typed] = parse(`${blocks[at]?.text ?? ''}x`);
      const now = typed ? blocks.with(at, typed) : blocks;
      return () => read(now, before);
    },
  };
}
