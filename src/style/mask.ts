import type { Span } from '../article/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import type { Pattern } from './regex/index.ts';
import { compilePattern } from './regex/index.ts';

/** The patterns of what no rule reads. */
export function patternsOf(sources: readonly string[]): Pattern[] {
  return sources.flatMap((source) => {
    try {
      return [compilePattern(source, { m: true })];
    } catch {
      // Reported where the configuration is read.
      return [];
    }
  });
}

/** The block's text with what is not prose put out of sight, letter for letter. */
export function maskText(parsed: ParsedBlock, ignores: readonly Pattern[]): string {
  if (parsed.opaque.length + ignores.length === 0) return parsed.text;
  const spans: Span[] = [...parsed.opaque, ...ignores.flatMap((pattern) => pattern.matches(parsed.text))];
  if (spans.length === 0) return parsed.text;
  let text = parsed.text;
  for (const { start, end } of spans)
    text = text.slice(0, start) + '*'.repeat(Math.max(0, end - start)) + text.slice(end);
  return text;
}
