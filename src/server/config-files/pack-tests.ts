import type { Range } from 'vscode-languageserver';
import { openNeeds } from '../../config/index.ts';
import type { ExampleNeeds, ExampleResult, Pack, PackRule } from '../../style/index.ts';
import { testPack } from '../../style/index.ts';
import type { Translate } from '../../text/index.ts';
import { fillSaid } from '../../text/index.ts';
import type { PackTestsParams, PackTestsResult, TestedExample, TestedRule } from '../protocol.ts';
import { letOthersIn } from '../slices.ts';
import { toUri } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { findPacks } from './packs.ts';

/** The examples of the workspace's style packs, run or only listed. A cancelled run says what it found so far. */
export async function testPacks(
  { only, run = true }: PackTestsParams,
  workspace: Workspace,
  isCancelled: () => boolean,
): Promise<PackTestsResult> {
  const found = await findPacks(workspace, isCancelled);
  const packs = [];
  for (const loaded of found) {
    const { pack, path } = loaded;
    const needs = run ? await openNeeds(loaded, workspace.assets, workspace.openTagger) : {};
    const rules: TestedRule[] = [];
    for (const rule of pack.rules) {
      if (only && !only.includes(rule.id) && !only.includes(pack.name)) continue;
      if (isCancelled()) break;
      const { file, line, column } = rule.place;
      const examples = run
        ? runExamples(pack, rule, needs, workspace.translate)
        : rule.examples.map((example) => toExample(example, 'listed'));
      rules.push({ id: rule.id, uri: toUri(file), range: rangeAt(line, column), examples });
      // Lets cancellations and keystrokes through.
      if (run) await letOthersIn();
    }
    if (rules.length > 0) packs.push({ name: pack.name, title: pack.title, uri: toUri(path), rules });
  }
  return { packs };
}

function runExamples(pack: Pack, rule: PackRule, needs: ExampleNeeds, translate: Translate): TestedExample[] {
  const { results } = testPack({ ...pack, rules: [rule] }, undefined, needs);
  return results.map((result) =>
    result.message === undefined
      ? toExample(result, 'passed')
      : {
          ...toExample(result, 'failed'),
          message: fillSaid(result.message, translate),
          ...(result.fixed === undefined ? {} : { fixed: result.fixed }),
        },
  );
}

function toExample(
  { bad, good, line, column }: Pick<ExampleResult, 'bad' | 'good' | 'line' | 'column'>,
  state: TestedExample['state'],
): TestedExample {
  return {
    ...(bad === undefined ? {} : { bad }),
    ...(good === undefined ? {} : { good }),
    range: rangeAt(line, column),
    state,
  };
}

function rangeAt(line: number, column: number): Range {
  const start = { line: line - 1, character: column - 1 };
  return { start, end: start };
}
