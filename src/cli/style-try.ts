import { resolve } from 'node:path';
import { createConfigLoader } from '../config/index.ts';
import type { Flags } from '../node/index.ts';
import { nodeAssets, nodeFiles, nodePlugins } from '../node/index.ts';
import { nearestName } from '../text/index.ts';
import { parseArguments } from './arguments.ts';
import { describeProblem } from './describe-problem.ts';
import type { Exit } from './exit.ts';
import { findArticles } from './find-articles.ts';
import type { Output } from './output.ts';
import { checkAll } from './run.ts';
import { UsageError } from './usage.ts';

/** `copydesk style try RULE path…`: where one rule speaks, whatever its severity. */
export async function tryRule(args: readonly string[], output: Output, flags: Flags): Promise<Exit> {
  const { values, positionals } = parseArguments(args, {
    style: { type: 'string', multiple: true, default: [] },
    config: { type: 'string' },
  });
  const [rule, ...paths] = positionals;
  if (!rule) throw new UsageError('name a rule, then files or folders: copydesk style try RULE path…');
  const { articles, faults } = await findArticles(paths);
  // Packs bring rules of their own, each configuration others; the first article's stands for all.
  const loader = createConfigLoader({
    files: nodeFiles,
    assets: nodeAssets,
    plugins: nodePlugins,
    styles: values.style,
    ...(values.config ? { configFile: resolve(values.config).replaceAll('\\', '/') } : {}),
  });
  const { settings, packs } = await loader.load(resolve(articles[0]?.path ?? 'article.txt').replaceAll('\\', '/'));
  const names = [...settings.rules.keys(), ...packs.flatMap(({ pack }) => pack.rules.map(({ id }) => id))];
  if (!names.includes(rule)) {
    const near = nearestName(rule, names);
    throw new UsageError(`no rule “${rule}”${near ? `: did you mean “${near}”?` : '; “copydesk rules” lists them'}`);
  }
  for (const fault of faults) output.note(fault);
  const request = {
    ...(values.config ? { configFile: values.config } : {}),
    styles: values.style,
    fix: 'none' as const,
    keepSource: false,
    listPeople: false,
    only: rule,
  };
  let matches = 0;
  let stories = 0;
  let total = 0;
  const stopped = await checkAll(articles, request, { flags }, async ({ report, problems, isArticle }) => {
    if (!isArticle) return;
    total++;
    for (const problem of problems) output.noteOnce(describeProblem(problem));
    if (report.messages.length > 0) stories++;
    for (const { line, column, message, actual, expected } of report.messages) {
      matches++;
      const change = expected[0] === undefined ? '' : ` → ${expected[0]}`;
      await output.write(`${report.path}:${line}:${column}: ${actual.replace(/\s+/g, ' ')}${change}  ${message}\n`);
    }
  });
  await output.write(`${rule}: ${matches} in ${stories} of ${total} stories\n`);
  return stopped ? 130 : faults.length > 0 ? 2 : 0;
}
