import { readdirSync, readFileSync } from 'node:fs';
import { loadPack, planPack, shippedPackNames, testPack } from '../../src/style/index.ts';
import { fillSaid } from '../../src/text/index.ts';
import { writeJson } from '../write-json.ts';

/** Checks the packs of styles/ and compiles each to `style-NAME.json`. Every rule has its why, its source and examples that hold. */
export async function build(outDir: string): Promise<void> {
  const folders = readdirSync('styles').sort();
  if (folders.join() !== [...shippedPackNames].join())
    throw new Error(`styles/ holds ${folders.join(', ')}: name them in src/style/shipped.ts`);
  for (const name of folders) {
    const files = readdirSync(`styles/${name}`).map((file) => `styles/${name}/${file}`);
    const { pack, problems, unsupported } = loadPack(files.map((path) => ({ path, text: readFileSync(path, 'utf8') })));
    const [problem] = problems;
    if (problem) throw new Error(`${problem.file}:${problem.line}:${problem.column}: ${fillSaid(problem.message)}`);
    if (unsupported[0]) throw new Error(`${unsupported[0].rule} does not run: ${unsupported[0].reason}`);
    const bare = pack.rules.find(({ why, source }) => !why || !source);
    if (bare) throw new Error(`${bare.place.file}:${bare.place.line}: ${bare.id} has no why or no source`);
    const { failures, untested } = testPack(pack);
    const [failure] = failures;
    if (failure)
      throw new Error(
        failures.map(({ file, line, rule, message }) => `${file}:${line}: ${rule}: ${fillSaid(message)}`).join('\n'),
      );
    if (untested.length > 0) throw new Error(`no example: ${untested.join(', ')}`);
    writeJson(`${outDir}/style-${name}.json`, planPack(pack));
  }
}
