import type { Letters } from '../text/index.ts';
import { firstIndex } from '../text/index.ts';
import type { Article, Block, Reader, Span } from './article.ts';
import { keepBlocks, keptOf, lettersOf, ownText, placeBlocks, Updated } from './kept.ts';
import type { Section } from './markdown-section.ts';
import { pieceAt, readSection } from './markdown-section.ts';
import { findDatelineEnd } from './roles.ts';
import { cutFrom, cutSections, frontMatterEnd } from './sections.ts';
import type { StetRemark } from './stet.ts';
import { moveRemark, placeStets } from './stet.ts';

interface MarkdownArticle extends Article {
  sections: readonly Section[];
}

class UpdatedMarkdown extends Updated implements MarkdownArticle {
  readonly sections: readonly Section[];

  constructor(before: MarkdownArticle, letters: Letters, sections: readonly Section[]) {
    const { blocks, moved, stets, fields } = joinSections(sections, letters.length);
    const version = { source: lettersOf(before), ...keptOf(before) };
    super('markdown', letters, keepBlocks(version, { source: letters, blocks, moved }), stets, fields);
    this.sections = sections;
  }
}

/** Markdown with GFM and front matter, section by section. */
export const markdown: Reader = {
  format: 'markdown',
  extensions: ['.md', '.markdown'],
  read(source): MarkdownArticle {
    const pieces = cutSections(source).map(({ start, end }) => pieceAt(source, start, end));
    const shared = pieces.map(({ definitions }) => definitions).join('');
    const sections = pieces.map((piece) => readSection(piece, shared));
    const { blocks, stets, fields } = joinSections(sections, source.length);
    return { format: 'markdown', source, blocks, stets, fields, sections };
  },
  update(before, source, change) {
    if (!isSectioned(before)) return markdown.read(source.toString());
    const { sections } = before;
    const shift = change.afterEnd - change.beforeEnd;
    // The section before the change may grow into it when a blank line goes.
    const first = Math.max(0, firstIndex(sections.length, (i) => (sections[i]?.end ?? 0) >= change.start) - 1);
    // What closes front matter may come far behind what opens it.
    const isClosed = first === 0 || frontMatterEnd(source.slice(0, sections[0]?.end ?? 0)) > 0;
    if (!isClosed && frontMatterEnd(source) > 0) return markdown.read(source.toString());
    const indexOf = (offset: number) => firstIndex(sections.length, (i) => (sections[i]?.start ?? 0) + shift >= offset);
    const isKnown = (offset: number) =>
      offset > change.afterEnd && (sections[indexOf(offset)]?.start ?? Number.NaN) + shift === offset;
    // Most changes end in one section; the next one, whole, tells whether it still begins where it did.
    const next = sections[indexOf(change.afterEnd + 1)];
    const cuts = cutAgain(
      source,
      first === 0 ? 0 : (sections[first]?.start ?? 0),
      next ? next.end + shift : source.length,
      isKnown,
    );
    const rest = indexOf(cuts.at(-1)?.end ?? source.length);
    const pieces = cuts.map(({ start, end }) => pieceAt(source, start, end));
    const definitionsOf = (list: readonly { definitions: string }[]) =>
      list.map(({ definitions }) => definitions).join('');
    if (definitionsOf(sections.slice(first, rest)) !== definitionsOf(pieces)) return markdown.read(source.toString());
    const shared = definitionsOf(sections);
    return new UpdatedMarkdown(before, source, [
      ...sections.slice(0, first),
      ...pieces.map((piece) => ownSection(readSection(piece, shared))),
      ...sections.slice(rest).map((section) => moveSection(section, shift)),
    ]);
  },
};

const isSectioned = (article: Article): article is MarkdownArticle => 'sections' in article;

/**
 * The sections of a new version from where one begins, up to the first that is known or to the end.
 *
 * @param enough where the first that may be known ends
 */
function cutAgain(
  source: Letters,
  from: number,
  enough: number,
  isKnown: (offset: number) => boolean,
): readonly Span[] {
  if (from === 0) return cutSections(source.toString(), isKnown);
  const cuts = cutFrom(source.slice(from, enough), 0, (offset) => isKnown(from + offset));
  const end = from + (cuts.at(-1)?.end ?? 0);
  // A fence or a comment that was opened may go on behind it.
  if (end === enough && enough < source.length) return cutFrom(source.toString(), from, isKnown);
  return cuts.map((cut) => ({ start: from + cut.start, end: from + cut.end }));
}

/** A section that outlives its version, and with it its blocks. */
const ownSection = (section: Section): Section => ({ ...section, blocks: section.blocks.map(ownText) });

const moveSection = (section: Section, shift: number): Section =>
  shift === 0
    ? section
    : { ...section, start: section.start + shift, end: section.end + shift, moved: section.moved + shift };

/** What an article has of its sections. */
function joinSections(sections: readonly Section[], length: number) {
  const blocks: Block[] = [];
  const moved: number[] = [];
  const remarks: StetRemark[] = [];
  for (const section of sections) {
    for (const block of section.blocks) {
      blocks.push(block);
      moved.push(section.moved);
    }
    for (const remark of section.stets) remarks.push(moveRemark(remark, section.moved));
  }
  let paragraphs = 0;
  for (let i = 0; i < blocks.length && paragraphs < 2; i++) {
    const block = blocks[i];
    if (block?.role !== 'paragraph') continue;
    paragraphs++;
    const datelineEnd = findDatelineEnd(block.text);
    if (datelineEnd > 0) blocks[i] = { ...block, datelineEnd };
  }
  const stets = remarks.length === 0 ? [] : placeStets(remarks, placeBlocks({ blocks, moved }), length);
  return { blocks, moved, stets, fields: sections[0]?.fields ?? {} };
}
