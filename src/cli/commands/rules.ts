import { join } from 'node:path';
import type { Rule } from '../../config/index.ts';
import { rules as all, createConfigLoader, describePackRule, describeRule, shippedPacks } from '../../config/index.ts';
import { nodeAssets, nodeFiles, nodeTagger } from '../../node/index.ts';
import type { PackRule } from '../../style/index.ts';
import { readShippedPack } from '../../style/index.ts';
import { nearestName } from '../../text/index.ts';
import { parseArguments } from '../arguments.ts';
import { needAssets } from '../built.ts';
import type { Exit } from '../exit.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage.ts';

/** `copydesk rules` */
export async function rules(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = parseArguments(args, { format: { type: 'string', default: 'table' } });
  if (values.format !== 'table' && values.format !== 'json')
    throw new UsageError(`rules are printed as table or json, not “${values.format}”`);
  const own = positionals.every(isBuiltIn) ? [] : await readPackRules();
  const chosen = positionals.map((id) => findRule(id, own));
  if (values.format === 'json')
    await output.write(`${JSON.stringify((chosen.length > 0 ? chosen : all).map(toPlain), null, 2)}\n`);
  else if (chosen.length > 0)
    await output.write(
      chosen.map((rule) => ('place' in rule ? `${describePackRule(rule)}\n` : describeRule(rule))).join('\n'),
    );
  else await output.write(toTable());
  return 0;
}

const isBuiltIn = (id: string) => all.some((one) => one.id === id);

/** The rules of the packs that the configuration of this folder names, and of those that ship. */
async function readPackRules(): Promise<readonly PackRule[]> {
  needAssets();
  const loader = createConfigLoader({ files: nodeFiles, assets: nodeAssets, openTagger: nodeTagger });
  const { packs } = await loader.load(join(process.cwd(), 'article.md').replaceAll('\\', '/'));
  const shipped = shippedPacks.flatMap((name) => readShippedPack(nodeAssets, name) ?? []);
  const all = new Map([...shipped, ...packs.map(({ pack }) => pack)].map((pack) => [pack.name, pack]));
  return [...all.values()].flatMap((pack) => pack.rules);
}

function findRule(id: string, own: readonly PackRule[]): Rule | PackRule {
  const rules = [...all, ...own];
  const rule = rules.find((one) => one.id === id);
  if (rule) return rule;
  const near = nearestName(
    id,
    rules.map((one) => one.id),
  );
  throw new UsageError(`no rule “${id}”${near ? `: did you mean “${near}”?` : '; “copydesk rules” lists them'}`);
}

function toPlain(rule: Rule | PackRule): object {
  if ('place' in rule) return rule;
  const { id, category, severity, optIn = false, scope, inQuotes, options, about, why, examples } = rule;
  return { id, category, severity, optIn, scope, inQuotes, about, why, options, examples };
}

function toTable(): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  return all
    .map(
      ({ id, severity, optIn, category }) =>
        `${id.padEnd(width)}  ${(optIn ? 'off' : severity).padEnd(7)}  ${category}\n`,
    )
    .join('');
}
