import { resolve } from 'node:path';
import type { ConfigLoader, ConfigProblem, LoadedConfig } from '../../config/index.ts';
import { createConfigLoader } from '../../config/index.ts';
import { nodeAssets, nodeFiles, nodePlugins, nodeTagger, readToday } from '../../node/index.ts';
import { fillSaid } from '../../text/index.ts';
import { parseArguments } from '../arguments.ts';
import { describeProblem, fromHere } from '../describe-problem.ts';
import type { Exit } from '../exit.ts';
import { findArticles } from '../find-articles.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage.ts';

/** `copydesk config [path]` and `copydesk config check [path…]` */
export async function config(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = parseArguments(args, {
    format: { type: 'string', default: 'text' },
    config: { type: 'string' },
    style: { type: 'string', multiple: true, default: [] },
    all: { type: 'boolean', default: false },
  });
  if (values.format !== 'text' && values.format !== 'json')
    throw new UsageError(`a configuration is printed as text or json, not “${values.format}”`);
  const loader = createConfigLoader({
    files: nodeFiles,
    assets: nodeAssets,
    plugins: nodePlugins,
    openTagger: nodeTagger,
    styles: values.style,
    ...(values.config ? { configFile: absolute(values.config) } : {}),
  });
  const asJson = values.format === 'json';
  if (positionals[0] === 'check') return checkConfigs(positionals.slice(1), loader, asJson, output);
  // A folder stands for an article in it.
  const path = positionals[0] ?? '.';
  const loaded = await loader.load(absolute((await isFolder(path)) ? `${path}/article.txt` : path));
  await output.write(asJson ? `${JSON.stringify(toPlain(loaded), null, 2)}\n` : toText(loaded, values.all));
  return tell(loaded.problems, output) ? 2 : 0;
}

async function checkConfigs(
  paths: readonly string[],
  loader: ConfigLoader,
  asJson: boolean,
  output: Output,
): Promise<Exit> {
  const { articles } = await findArticles(paths);
  const targets = articles.length > 0 ? articles.map(({ path }) => path) : ['article.txt'];
  const problems = new Map<string, ConfigProblem>();
  const files = new Set<string>();
  const linted = new Set<string>();
  const folders = new Map<string, Promise<string[]>>();
  const listArticles = (folder: string) => {
    const known =
      folders.get(folder) ?? findArticles([folder]).then((found) => found.articles.map(({ path }) => absolute(path)));
    folders.set(folder, known);
    return known;
  };
  for (const path of targets) {
    const loaded = await loader.load(absolute(path));
    for (const file of loaded.files) files.add(file);
    const key = JSON.stringify([loaded.settings.key, loaded.files]);
    const questionable = linted.has(key) ? [] : await loader.lint(absolute(path), { today: readToday(), listArticles });
    linted.add(key);
    for (const problem of [...loaded.problems, ...questionable]) problems.set(JSON.stringify(problem), problem);
  }
  const found = [...problems.values()].sort((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  );
  if (asJson)
    await output.write(
      `${JSON.stringify({ version: 1, files: [...files].map(fromHere), problems: found.map(inWords) }, null, 2)}\n`,
    );
  else {
    for (const problem of found) await output.write(`${describeProblem(problem)}\n`);
    const count = `${files.size} file${files.size === 1 ? '' : 's'}`;
    await output.write(
      files.size === 0
        ? 'No configuration: the defaults hold\n'
        : `${count}: ${found.length === 0 ? 'nothing wrong' : `${found.length} wrong`}\n`,
    );
  }
  return found.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function toPlain({ files, isArticle, explain, problems }: LoadedConfig): object {
  return {
    version: 1,
    files: files.map(fromHere),
    isArticle: isArticle ?? null,
    values: explain(),
    problems: problems.map(inWords),
  };
}

function toText({ files, isArticle, explain }: LoadedConfig, all: boolean): string {
  const head = files.length > 0 ? `Read from ${files.map(fromHere).join(', ')}` : 'No configuration: the defaults hold';
  const article =
    isArticle === undefined ? '' : isArticle ? '\nIts “files” takes this path' : '\nIts “files” leaves this path out';
  const rows = explain()
    .filter(({ key, place }) => all || place !== undefined || !key.startsWith('rules.'))
    .map(({ key, value, place }) => {
      const from = place ? `${fromHere(place.file)}:${place.line}:${place.column}` : 'default';
      return `  ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}  (${from})\n`;
    });
  const rest = all ? '' : '  … and the rules’ defaults (--all shows them)\n';
  return `${head}${article}\n\n${rows.join('')}${rest}`;
}

function tell(problems: readonly ConfigProblem[], output: Output): boolean {
  for (const problem of problems) output.noteOnce(describeProblem(problem));
  return problems.some(({ severity }) => severity === 'error');
}

/** As it is printed in JSON: the message in words. */
function inWords(problem: ConfigProblem): object {
  return { ...problem, message: fillSaid(problem.message) };
}

function absolute(path: string): string {
  return resolve(path).replaceAll('\\', '/');
}

async function isFolder(path: string): Promise<boolean> {
  const { stat } = await import('node:fs/promises');
  return stat(path).then(
    (kind) => kind.isDirectory(),
    () => false,
  );
}
