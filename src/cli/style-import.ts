import { access, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { importValeIni } from '../config/index.ts';
import { parseArguments } from './arguments.ts';
import type { Exit } from './exit.ts';
import type { Output } from './output.ts';
import { UsageError } from './usage.ts';

/** `copydesk style import [.vale.ini]`: writes the `.copydesk.yaml` that says the same; the style folders stay where they are. */
export async function importVale(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = parseArguments(args, { force: { type: 'boolean', default: false } });
  const given = positionals[0] ?? '.vale.ini';
  const text = await readFile(given, 'utf8').catch(() => {
    throw new UsageError(`${given}: no such file`);
  });
  const file = join(dirname(given), '.copydesk.yaml');
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (there && !values.force) throw new UsageError(`${file} is there already; --force writes over it`);
  const { yaml, left } = importValeIni(text);
  await writeFile(file, yaml);
  output.note(`Wrote ${file}.`);
  for (const line of left) output.note(`Not taken over: ${line}`);
  return 0;
}
