import type { PackRule } from './pack.ts';

/** Says the part of speech of each token of a sentence, as a Penn Treebank tag. */
export type Tagger = (words: readonly string[]) => readonly string[];

/** True for a rule that reads parts of speech; AP titles are surer with them. */
export function asksForTagger({ steps, match, style }: PackRule): boolean {
  return steps.some(({ tag }) => tag) || (match === '$title' && style !== 'Chicago');
}
