import type { Letters } from '../text/index.ts';
import { copyText } from '../text/index.ts';
import type { Article, Block, Kept, Mark, Stet } from './article.ts';
import { moveBlock } from './move.ts';

/** The blocks of an article as they were first read. */
export const keptOf = (article: Article): Kept =>
  article.kept ?? { blocks: article.blocks, moved: article.blocks.map(() => 0) };

/** The source of an article, to be read in part. */
export const lettersOf = (article: Article): Letters => article.letters ?? article.source;

/** The blocks where they stand now. */
export const placeBlocks = ({ blocks, moved }: Kept): readonly Block[] =>
  blocks.map((block, i) => moveBlock(block, moved[i] ?? 0));

/** Where a block stands now. */
export const startOf = ({ blocks, moved }: Kept, i: number): number => (blocks[i]?.start ?? 0) + (moved[i] ?? 0);

/** An article whose blocks are placed, and whose source is put together, only when somebody asks for them. */
export class Updated implements Article {
  readonly format: string;
  readonly letters: Letters;
  readonly kept: Kept;
  readonly stets: readonly Stet[];
  readonly fields: Article['fields'];
  #blocks: readonly Block[] | undefined;

  constructor(format: string, letters: Letters, kept: Kept, stets: readonly Stet[], fields: Article['fields']) {
    this.format = format;
    this.letters = letters;
    this.kept = kept;
    this.stets = stets;
    this.fields = fields;
  }

  get source(): string {
    return this.letters.toString();
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= placeBlocks(this.kept);
    return this.#blocks;
  }
}

/** A version of an article and its source. */
interface Version extends Kept {
  source: Letters;
}

/**
 * The blocks of a version, those that read as they did in the version before being the objects of that one: matched from
 * both ends, and those between by their text, so that a paragraph that is put elsewhere is known again.
 */
export function keepBlocks(before: Version, now: Version): Kept {
  const blocks = now.blocks.slice();
  const moved = now.moved.slice();
  const keep = (was: number, is: number): boolean => {
    const [old, block] = [before.blocks[was], blocks[is]];
    if (!old || !block) return false;
    if (old === block) return true;
    if (!readsAlike(old, block) || written(before, was) !== written(now, is)) return false;
    moved[is] = startOf(now, is) - old.start;
    blocks[is] = old;
    return true;
  };
  const shorter = Math.min(before.blocks.length, blocks.length);
  let head = 0;
  while (head < shorter && keep(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && keep(before.blocks.length - tail - 1, blocks.length - tail - 1)) tail++;
  const loose = new Map<string, number>();
  for (let i = head; i < before.blocks.length - tail; i++) loose.set(before.blocks[i]?.text ?? '', i);
  for (let i = head; i < blocks.length - tail; i++) {
    const block = blocks[i];
    const was = loose.get(block?.text ?? '');
    if (was !== undefined && keep(was, i)) loose.delete(before.blocks[was]?.text ?? '');
    else if (block) blocks[i] = ownText(block);
  }
  return { blocks, moved };
}

/** A block that outlives its version: as a slice its text would keep the whole source of each version that was edited. */
export function ownText(block: Block): Block {
  return { ...block, text: copyText(block.text) };
}

function written({ source, blocks, moved }: Version, i: number): string {
  const { start, end } = blocks[i] ?? { start: 0, end: 0 };
  const by = moved[i] ?? 0;
  return source.slice(start + by, end + by);
}

/** Whether two blocks read the same, wherever they stand. */
function readsAlike(a: Block, b: Block): boolean {
  return (
    a.text === b.text &&
    a.role === b.role &&
    a.datelineEnd === b.datelineEnd &&
    a.depth === b.depth &&
    a.heads === b.heads &&
    a.opaque.length === b.opaque.length &&
    a.opaque.every((span, i) => span.start === b.opaque[i]?.start && span.end === b.opaque[i]?.end) &&
    sameMarks(a.marks ?? [], b.marks ?? []) &&
    liesAlike(a, b)
  );
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ kind, start, end }, i) => kind === b[i]?.kind && start === b[i].start && end === b[i].end)
  );
}

/** Whether the text lies in its source in the same way, as seen from where the block starts. */
function liesAlike({ start, map }: Block, other: Block): boolean {
  const by = other.start - start;
  const { origin, stretches } = other.map;
  return (
    map.origin + by === origin &&
    map.stretches.length === stretches.length &&
    map.stretches.every(
      ({ cleanStart, cleanEnd, sourceStart, sourceEnd }, i) =>
        cleanStart === stretches[i]?.cleanStart &&
        cleanEnd === stretches[i].cleanEnd &&
        sourceStart + by === stretches[i].sourceStart &&
        sourceEnd + by === stretches[i].sourceEnd,
    )
  );
}
