import type { Root } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import type { Block } from '../article/index.ts';
import type { ParsedBlock, Tokens } from './block.ts';
import { TokenKind } from './block.ts';
import type { Vocabulary } from './vocabulary.ts';

const word = /[\p{L}\p{M}\p{N}]+(?:['’\-.][\p{L}\p{M}\p{N}]+)*|[^\s]/gu;

/**
 * Reads a block's mended text.
 *
 * @param text the mended text (may differ from `block.text`)
 * @param quoteOpen true when a quotation runs on from the block before
 */
export function parseBlock(block: Block, text: string, vocabulary: Vocabulary, quoteOpen = false): ParsedBlock {
  let root: Root | undefined;
  return {
    role: block.role,
    text,
    tokens: tokenize(text, vocabulary),
    sentences: text ? [{ start: 0, end: text.length }] : [],
    quotes: [],
    quoteOpen,
    datelineEnd: block.datelineEnd,
    opaque: block.opaque,
    language: 'en',
    tree() {
      root ??= new ParseEnglish().parse(text) as Root;
      return root;
    },
  };
}

function tokenize(text: string, vocabulary: Vocabulary): Tokens {
  const matches = [...text.matchAll(word)];
  const count = matches.length;
  const start = new Uint32Array(count);
  const end = new Uint32Array(count);
  const kind = new Uint8Array(count);
  const ids = new Uint32Array(count);
  matches.forEach((match, i) => {
    start[i] = match.index;
    end[i] = match.index + match[0].length;
    kind[i] = /\p{L}/u.test(match[0])
      ? TokenKind.word
      : /\p{N}/u.test(match[0])
        ? TokenKind.number
        : TokenKind.punctuation;
    ids[i] = vocabulary.intern(match[0]);
  });
  return { count, start, end, kind, word: ids };
}
