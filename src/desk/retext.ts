import type { Root } from 'nlcst';
import type { VFile } from 'vfile';
import { readTree } from '../article/index.ts';
import type { Settings } from '../config/index.ts';
import { defaultSettings } from '../config/index.ts';
import type { Options, Rule, Severity } from '../rules/index.ts';
import type { AssetPort } from '../text/index.ts';
import { finish, indexLines } from '../text/index.ts';
import { createBench } from './bench.ts';
import { checkArticle } from './check.ts';
import type { Message } from './message.ts';

/** What a rule needs from outside to run in a unified pipeline. */
export interface RetextPorts {
  assets: AssetPort;
  /** Language, rank style, lexicon and packs; the defaults when left out. Its own rules don't run. */
  settings?: Settings;
}

// How unified's reporters show a message.
const fatal: Record<Severity, boolean | undefined> = { error: true, warning: false, info: undefined, hint: undefined };

/**
 * Makes a unified plugin of a rule, for a pipeline with an nlcst tree:
 * `unified().use(retextEnglish).use(toRetextPlugin(rule, {}, { assets: nodeAssets })).use(retextStringify)`.
 *
 * Each finding becomes a `VFileMessage` with the fields of the desk's own messages; the tree stays as it is. A rule that
 * throws leaves one message that says so.
 *
 * @param options of the rule; those left out have their defaults
 */
export function toRetextPlugin(rule: Rule, options: Options, { assets, settings }: RetextPorts) {
  const base = settings ?? defaultSettings(assets);
  const defaults = Object.fromEntries(Object.entries(rule.options).map(([name, schema]) => [name, schema.default]));
  const setting = { severity: rule.severity, options: { ...defaults, ...options } };
  const bench = createBench({ ...base, rules: new Map([[rule.id, setting]]) }, { assets }, [rule]);
  return () => (tree: Root, file: VFile) => {
    const source = String(file);
    const { messages, failures } = finish(checkArticle(readTree(tree, source), indexLines(source), [], bench)).report;
    for (const message of messages) leaveMessage(message, file);
    for (const { error } of failures)
      file.message(`${rule.id} failed: ${error.message}`, { ruleId: rule.id, source: 'copydesk', cause: error });
  };
}

function leaveMessage(message: Message, file: VFile): void {
  const { reason, ruleId, source, place, severity, expected, titles, related, ...fields } = message;
  Object.assign(file.message(reason, { ruleId, source, place }), fields, {
    fatal: fatal[severity],
    severity,
    expected: [...expected],
    titles: [...titles],
    related: [...related],
  });
}
