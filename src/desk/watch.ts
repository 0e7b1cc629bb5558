import type { Tokens } from '../language/index.ts';
import type { DeskContext, WordTest } from '../rules/index.ts';

/** Blocks that are shown to a rule, by their places, in rising order; once for each token that its test chose. */
export interface Chosen {
  /** How many there are: the lists are longer where more was chosen before. */
  count: number;
  readonly blocks: number[];
  /** The tokens, in rising order within a block; undefined for a rule that waits for no words. */
  readonly tokens: number[] | undefined;
}

/** Where what was chosen of the block at a place ends. */
export function endOfBlock({ count, blocks }: Chosen, from: number): number {
  const at = blocks[from];
  let to = from + 1;
  while (to < count && blocks[to] === at) to++;
  return to;
}

/** Shows the tokens of blocks to all tests in one walk. What it hands out holds until the next. */
export type Watch = (blocks: readonly Tokens[]) => readonly Chosen[];

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
  const drafts = makers.map(() => ({ count: 0, blocks: [] as number[], tokens: [] as number[] }));
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
    return drafts;
  };
}

const noTokens = { count: 0, word: new Uint32Array(0) };
