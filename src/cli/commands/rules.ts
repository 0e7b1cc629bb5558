import type { Rule } from '../../config/index.ts';
import { rules as all, describeRule } from '../../config/index.ts';
import { nearestName } from '../../text/index.ts';
import { parseArguments } from '../arguments.ts';
import type { Exit } from '../exit.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage.ts';

/** `copydesk rules` */
export async function rules(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = parseArguments(args, { format: { type: 'string', default: 'table' } });
  if (values.format !== 'table' && values.format !== 'json')
    throw new UsageError(`rules are printed as table or json, not “${values.format}”`);
  const chosen = positionals.map(findRule);
  if (values.format === 'json')
    await output.write(`${JSON.stringify((chosen.length > 0 ? chosen : all).map(toPlain), null, 2)}\n`);
  else if (chosen.length > 0) await output.write(chosen.map(describeRule).join('\n'));
  else await output.write(toTable());
  return 0;
}

function findRule(id: string): Rule {
  const rule = all.find((one) => one.id === id);
  if (rule) return rule;
  const near = nearestName(
    id,
    all.map((one) => one.id),
  );
  throw new UsageError(`no rule “${id}”${near ? `: did you mean “${near}”?` : '; “copydesk rules” lists them'}`);
}

function toPlain({
  id,
  category,
  severity,
  optIn = false,
  scope,
  inQuotes,
  options,
  about,
  why,
  examples,
}: Rule): object {
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
