import type { Root } from 'nlcst';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { parseTree } from '../language/index.ts';
import type { BlockContext, Finding } from './rule.ts';

type Transform = (tree: Root, file: VFile, next?: (error?: Error | null) => void) => unknown;

/** A retext plugin, as a package exports it. Options go to it as they are. */
export type RetextPlugin = (this: unknown, options?: never) => unknown;

/** A text that a plugin can read. */
type Readable = Pick<BlockContext['parsed'], 'text' | 'tree'>;

/** Checks a block with a retext plugin; finds nothing in an empty block. */
export type RetextCheck = (context: { readonly parsed: Readable }) => VFileMessage[];

/**
 * Readies a retext plugin to read blocks. The plugin sees one block's tree at a time.
 *
 * @param options handed to the plugin
 * @throws {TypeError} at the first block, when the plugin answers later (a promise, a callback): the desk doesn't wait
 */
export function readyPlugin(plugin: RetextPlugin, options?: unknown): RetextCheck {
  let transform: Transform | undefined;
  return ({ parsed }) => {
    transform ??= (plugin as (this: unknown, options?: unknown) => unknown).call({ data: () => ({}) }, options) as
      | Transform
      | undefined;
    if (typeof transform !== 'function') return [];
    const file = new VFile(parsed.text);
    runNow(transform, parsed.tree(), file);
    return file.messages;
  };
}

function runNow(transform: Transform, tree: Root, file: VFile): void {
  let done = transform.length < 3;
  let failure: unknown;
  const answer = transform(tree, file, (error) => {
    done = true;
    failure = error ?? undefined;
  });
  if (failure) throw failure;
  if (answer instanceof Error) throw answer;
  if (!done || (typeof answer === 'object' && answer !== null && 'then' in answer))
    throw new TypeError('the plugin answers later; only plugins that answer at once can read blocks');
}

/** What a plugin said, for the rule to report in its own words; a message without a place speaks of the whole block. */
export function toFinding(message: VFileMessage, { parsed }: { readonly parsed: Readable }): Finding {
  const { place } = message;
  const from = place ? ('start' in place ? place.start : place) : undefined;
  const to = place && 'end' in place ? place.end : from;
  return {
    start: from?.offset ?? 0,
    end: to?.offset ?? parsed.text.length,
    expected: message.expected ?? [],
  };
}

/**
 * What a plugin says of the sentences that hold one of the tokens (rising order): for a plugin that looks no further than
 * the sentence. A tree of the whole block costs as much as all else that is done to it.
 */
export function checkSentences(check: RetextCheck, { parsed }: BlockContext, tokens: readonly number[]): Finding[] {
  let next = 0;
  return parsed.sentences.flatMap(({ start, end }) => {
    const from = next;
    while (next < tokens.length && (parsed.tokens.start[tokens[next] ?? 0] ?? 0) < end) next++;
    if (next === from) return [];
    const text = parsed.text.slice(start, end);
    const sentence = { parsed: { text, tree: () => parseTree(text) } };
    return check(sentence).map((message) => {
      const finding = toFinding(message, sentence);
      return { ...finding, start: finding.start + start, end: finding.end + start };
    });
  });
}
