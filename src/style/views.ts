import type { Span } from '../article/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import type { NameSpan, Scope, View } from './scopes.ts';
import { isRunningText, nameKinds, namesSection } from './scopes.ts';

/** Which views some rule asks for; the others are not made. */
export interface Wanted {
  paragraph: boolean;
  sentence: boolean;
  marks: boolean;
  names: boolean;
}

/** What the rules of a matcher ask for. */
export function wantedViews(scopes: readonly Scope[]): Wanted {
  const asks = (...sections: string[]) =>
    scopes.some((scope) => sections.some((section) => namesSection(scope, section)));
  return {
    paragraph: asks('paragraph'),
    sentence: asks('sentence'),
    // `~heading` alone takes a link outside headings, too.
    marks:
      asks('link', 'strong', 'emphasis', 'code') ||
      scopes.some((scope) => scope.some((selectors) => selectors.every(({ negated }) => negated))),
    names: asks(...nameKinds),
  };
}

/**
 * The views of a block under Vale's names, the block as a whole first.
 *
 * @param own the block's sections
 */
export function makeViews(
  parsed: ParsedBlock,
  text: string,
  own: readonly string[],
  extension: string,
  wanted: Wanted,
  names: () => readonly NameSpan[],
): View[] {
  const whole = ['text', ...own, extension];
  const all: Span = { start: 0, end: text.length };
  const views: View[] = [{ sections: whole, around: whole, spans: [all], text }];
  const add = (sections: readonly string[], spans: readonly Span[], around = sections, from = text) => {
    if (spans.length > 0) views.push({ sections, around, spans, text: from });
  };
  if (wanted.paragraph && isRunningText(parsed.role)) add(['paragraph', extension], [all]);
  // Since Vale 3.13 headings, list items, cells and quotations are made of sentences, too.
  if (wanted.sentence)
    add(
      ['sentence', extension],
      parsed.sentences.map((span) => trimSpan(text, span)),
    );
  if (wanted.marks)
    // Code is out of sight elsewhere and read here.
    for (const { kind, start, end } of parsed.marks)
      add([kind], [{ start, end }], [...whole, kind], kind === 'code' ? parsed.text : text);
  if (wanted.names) {
    const found = names();
    for (const kind of nameKinds)
      add(
        [kind],
        found.filter((name) => name.kind === kind),
        [...whole, kind],
      );
  }
  return views;
}

/** A scope that names neither sentences nor paragraphs reads the block, not its pieces. */
export function takesPieces(scope: Scope, { sections: [first = ''] }: Pick<View, 'sections'>): boolean {
  return (first !== 'sentence' && first !== 'paragraph') || namesSection(scope, first);
}

function trimSpan(text: string, { start, end }: Span): Span {
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  return { start, end };
}
