import { readArticle } from '../src/article/index.ts';
import type { ParsedBlock } from '../src/language/index.ts';
import { createVocabulary, parseBlock } from '../src/language/index.ts';
import { createLexicon } from '../src/lexicon/index.ts';
import { nodeAssets } from '../src/node/index.ts';
import type { CastLedger, People } from '../src/people/index.ts';
import { findMentions, findReferences, openCast } from '../src/people/index.ts';
import { foldWord } from '../src/text/index.ts';

/** The reading of people alone: parsing is done before and not timed. */
export function openPeopleReader() {
  const desk = { lexicon: createLexicon(nodeAssets), vocabulary: createVocabulary(foldWord) };
  const parse = (source: string): ParsedBlock[] =>
    readArticle(source, 'a.txt').blocks.map((block) => parseBlock(block, block.text, desk.vocabulary));
  const read = (blocks: readonly ParsedBlock[], ledger: CastLedger): People => {
    blocks.forEach((parsed, i) => {
      ledger.replace(i, findMentions(parsed, desk.lexicon, desk.vocabulary));
    });
    const people = ledger.read();
    findReferences(people.cast, blocks, desk);
    return people;
  };
  return {
    /** Mentions, titles, cast and references of a text that was not seen. */
    prepareArticle(source: string): () => People {
      const blocks = parse(source);
      return () => read(blocks, openCast(desk.lexicon));
    },
    /** The same again after a letter was typed into one block in the middle. */
    prepareKeystroke(source: string): () => People {
      const blocks = parse(source);
      const ledger = openCast(desk.lexicon);
      read(blocks, ledger);
      const at = blocks.length >> 1;
      const [typed] = parse(`${blocks[at]?.text ?? ''}x`);
      const now = typed ? blocks.with(at, typed) : blocks;
      return () => read(now, ledger);
    },
  };
}
