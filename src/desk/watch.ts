import type { Tokens } from '../language/index.ts';
import type { DeskContext, WordTest } from '../rules/index.ts';

/** What a test chose of a block: its tokens in rising order. */
export interface Chosen {
  /** The block's place among those that were shown. */
  at: number;
  readonly tokens: readonly number[];
}

/** What each test chose of which blocks. */
export type Watched = readonly (readonly Chosen[])[];

/** Shows the tokens of blocks to all tests in one walk. */
export type Watch = (blocks: readonly Tokens[]) => Watched;

/** What a test chose, in order: each token with its block. The lists are longer where more was chosen before. */
interface Draft {
  count: number;
  readonly blocks: number[];
  readonly tokens: number[];
}

// A mark holds what thirty tests say of a word, and whether they were asked.
const perMark = 30;
const asked = 1 << perMark;

/**
 * Sets up a watch: what the tests say of a word is asked once and kept as bits beside the vocabulary, so that rules
 * which wait for a word cost a block without it nothing.
 */
export function createWatch(makers: readonly ((desk: DeskContext) => WordTest)[], desk: DeskContext): Watch {
  const width = Math.ceil(makers.length / perMark);
  let marks = new Int32Array(1024 * width);
  const drafts = makers.map((): Draft => ({ count: 0, blocks: [], tokens: [] }));
  // Made at the first word: data is read when it is needed.
  let tests: readonly WordTest[] | undefined;
  const ask = (id: number, group: number): number => {
    if (id * width + group >= marks.length) {
      const longer = new Int32Array(Math.max(2 * marks.length, (id + 1) * width));
      longer.set(marks);
      marks = longer;
    }
    tests ??= makers.map((make) => make(desk));
    const word = desk.vocabulary.word(id);
    const folded = desk.vocabulary.folded(id);
    const first = group * perMark;
    const end = Math.min(first + perMark, tests.length);
    let mark = asked;
    for (let at = first; at < end; at++) {
      try {
        if (tests[at]?.(word, folded, id)) mark |= 1 << (at - first);
      } catch {
        // Its rule is called, and the failure is the rule's.
        mark |= 1 << (at - first);
      }
    }
    marks[id * width + group] = mark;
    return mark;
  };
  return (blocks) => {
    for (const draft of drafts) draft.count = 0;
    for (let group = 0; group < width; group++) {
      for (let at = 0; at < blocks.length; at++) {
        const { count, word } = blocks[at] ?? noTokens;
        for (let i = 0; i < count; i++) {
          const id = word[i] ?? 0;
          let rest = (marks[id * width + group] || ask(id, group)) ^ asked;
          while (rest !== 0) {
            const draft = drafts[group * perMark + 31 - Math.clz32(rest & -rest)];
            rest &= rest - 1;
            if (!draft) continue;
            draft.blocks[draft.count] = at;
            draft.tokens[draft.count++] = i;
          }
        }
      }
    }
    return drafts.map(gather);
  };
}

const noTokens = { count: 0, word: new Uint32Array(0) };

/** The choices of a test, block by block. */
function gather({ count, blocks, tokens }: Draft): readonly Chosen[] {
  const chosen: Chosen[] = [];
  for (let from = 0; from < count; ) {
    const at = blocks[from] ?? 0;
    let to = from + 1;
    while (to < count && blocks[to] === at) to++;
    chosen.push({ at, tokens: tokens.slice(from, to) });
    from = to;
  }
  return chosen;
}
