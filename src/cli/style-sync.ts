import { resolve } from 'node:path';
import { configNames } from '../config/index.ts';
import { syncSources } from '../node/index.ts';
import { parseArguments } from './arguments.ts';
import { describeProblem } from './describe-problem.ts';
import type { Exit } from './exit.ts';
import type { Output } from './output.ts';

const said = {
  kept: 'as pinned',
  fetched: 'fetched as pinned',
  pinned: 'fetched and pinned',
  changed: 'fetched, and changed since it was pinned',
} as const;

/** `copydesk style sync [folder|file…]`: fetches what configurations extend from elsewhere and pins it in `copydesk.lock`. */
export async function syncStyles(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = parseArguments(args, {
    update: { type: 'boolean', default: false },
    frozen: { type: 'boolean', default: false },
  });
  let broken = false;
  let count = 0;
  for (const file of await findConfigs(positionals.length > 0 ? positionals : ['.'])) {
    const { sources, problems } = await syncSources(file, values);
    for (const { source, state, commit } of sources)
      await output.write(`${source}: ${said[state]}${commit ? ` (${commit.slice(0, 12)})` : ''}\n`);
    for (const problem of problems) output.note(describeProblem(problem));
    count += sources.length + problems.length;
    broken ||= problems.length > 0;
  }
  if (count === 0) output.note('No configuration here extends anything that is to be fetched.');
  return broken ? 2 : 0;
}

/** Configurations of folders, and files that were named; a folder without one stands for the nearest above. */
async function findConfigs(paths: readonly string[]): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const { stat } = await import('node:fs/promises');
  const found = new Set<string>();
  for (const given of paths) {
    const path = resolve(given).replaceAll('\\', '/');
    const kind = await stat(path);
    if (!kind.isDirectory()) {
      found.add(path);
      continue;
    }
    const ignore = ['**/node_modules/**', '**/.*/**'];
    const below = await glob(
      configNames.map((name) => `**/${name}`),
      { cwd: path, absolute: true, dot: true, ignore },
    );
    for (const file of below.sort()) found.add(file.replaceAll('\\', '/'));
    if (below.length > 0) continue;
    for (let at = path; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
      const here = await glob([...configNames], { cwd: at || '/', absolute: true, dot: true, deep: 1 });
      for (const file of here) found.add(file.replaceAll('\\', '/'));
      if (here.length > 0) break;
    }
  }
  return [...found];
}
