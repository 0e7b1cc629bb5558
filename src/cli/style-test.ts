import { resolve } from 'node:path';
import { shippedPacks, testStylePacks } from '../config/index.ts';
import { nodeAssets, nodeFiles, nodeTagger } from '../node/index.ts';
import { fillSaid } from '../text/index.ts';
import { parseArguments } from './arguments.ts';
import { describeProblem, fromHere } from './describe-problem.ts';
import type { Exit } from './exit.ts';
import type { Output } from './output.ts';

/** `copydesk style test [folder|copydesk:NAME…]`: the examples inside packs as tests; those that ship without a name. */
export async function testStyles(args: readonly string[], output: Output): Promise<Exit> {
  const { positionals } = parseArguments(args, {});
  const names = positionals.length > 0 ? positionals : shippedPacks.map((name) => `copydesk:${name}`);
  let passed = 0;
  let failed = 0;
  let broken = false;
  for (const name of names) {
    const path = name.startsWith('copydesk:') ? name : resolve(name).replaceAll('\\', '/');
    const { packs, problems } = await testStylePacks(path, nodeFiles, nodeAssets, nodeTagger);
    for (const problem of problems) {
      broken ||= problem.severity === 'error';
      output.note(describeProblem(problem));
    }
    for (const { pack, test } of packs) {
      for (const { file, line, column, rule, message } of test.failures)
        await output.write(`${fromHere(file)}:${line}:${column}: ${rule}: ${fillSaid(message)}\n`);
      const untested = test.untested.length > 0 ? `, ${test.untested.length} rules without examples` : '';
      await output.write(`${pack.name}: ${test.passed} passed, ${test.failures.length} failed${untested}\n`);
      passed += test.passed;
      failed += test.failures.length;
    }
  }
  if (names.length > 1) await output.write(`${passed} passed, ${failed} failed\n`);
  return broken ? 2 : failed > 0 ? 1 : 0;
}
