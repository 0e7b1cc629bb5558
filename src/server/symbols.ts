import type { DocumentSymbol } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { Article, Block, BlockRole } from '../article/index.ts';
import { indexLines, pointAt } from '../text/index.ts';
import { toRange } from './ranges.ts';

const kinds: Partial<Record<BlockRole, SymbolKind>> = {
  headline: SymbolKind.Module,
  subhead: SymbolKind.Namespace,
  byline: SymbolKind.Interface,
  quote: SymbolKind.Constant,
  caption: SymbolKind.Object,
};

/** The outline of a story: its parts, paragraphs below the headline or subhead that they follow. */
export function createSymbols({ blocks, source }: Article): DocumentSymbol[] {
  const lines = indexLines(source);
  const roots: DocumentSymbol[] = [];
  const open: { depth: number; symbol: DocumentSymbol }[] = [];
  for (const block of blocks) {
    if (!block.text.trim()) continue;
    const symbol = toSymbol(block, (offset) => pointAt(lines, offset));
    const depth = headingDepth(block);
    while (depth !== undefined && open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    (open.at(-1)?.symbol.children ?? roots).push(symbol);
    // A heading's range holds what follows it, as editors expect for «where am I».
    for (const { symbol: heading } of open) heading.range.end = symbol.range.end;
    if (depth !== undefined) open.push({ depth, symbol });
  }
  return roots;
}

function headingDepth({ role, depth }: Block): number | undefined {
  return role === 'headline' ? (depth ?? 1) : role === 'subhead' ? (depth ?? 2) : undefined;
}

function toSymbol(
  { text, role, start, end }: Block,
  point: (offset: number) => ReturnType<typeof pointAt>,
): DocumentSymbol {
  const range = toRange({ start: point(start), end: point(Math.max(start, end)) });
  const words = text.trim().replace(/\s+/g, ' ');
  return {
    name: words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words,
    detail: role,
    kind: kinds[role] ?? SymbolKind.String,
    range,
    selectionRange: { start: { ...range.start }, end: { ...range.end } },
    children: [],
  };
}
