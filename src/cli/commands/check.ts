import type { ParseArgsOptionsConfig } from 'node:util';
import type { Flags } from '../../node/index.ts';
import { parseArguments } from '../arguments.ts';
import type { CheckedFile } from '../checker.ts';
import { describeProblem } from '../describe-problem.ts';
import type { Exit } from '../exit.ts';
import { findArticles } from '../find-articles.ts';
import { createFormat, formatNames, listsPeople } from '../formats/index.ts';
import type { Output } from '../output.ts';
import { createProgress } from '../progress.ts';
import type { FileReport } from '../report.ts';
import { addToSummary, emptySummary } from '../report.ts';
import { checkAll } from '../run.ts';
import { UsageError } from '../usage.ts';

const options = {
  format: { type: 'string', default: 'stylish' },
  style: { type: 'string', multiple: true, default: [] },
  config: { type: 'string' },
  stdin: { type: 'boolean', default: false },
  'stdin-filename': { type: 'string' },
  'stdin-ndjson': { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  diff: { type: 'boolean', default: false },
  'fail-on': { type: 'string', default: 'error' },
  'max-warnings': { type: 'string' },
  changed: { type: 'string' },
  baseline: { type: 'string' },
  cache: { type: 'boolean', default: false },
  threads: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

const severities = ['error', 'warning', 'info', 'hint'] as const;

/** `copydesk check` */
export async function check(args: readonly string[], output: Output, flags: Flags): Promise<Exit> {
  const { values, positionals } = parseArguments(args, options, { optional: { changed: 'HEAD' } });
  if (!formatNames.includes(values.format))
    throw new UsageError(`no format “${values.format}”: there are ${formatNames.join(', ')}`);
  const failOn = (severities as readonly string[]).indexOf(values['fail-on']);
  if (failOn < 0) throw new UsageError(`--fail-on takes ${severities.join(', ')}, not “${values['fail-on']}”`);
  const maxWarnings = readCount('--max-warnings', values['max-warnings']);
  const request = {
    ...(values.config ? { configFile: values.config } : {}),
    styles: values.style.flatMap((names) => names.split(',')).filter(Boolean),
    fix: values.diff ? ('propose' as const) : values.fix ? ('write' as const) : ('none' as const),
    keepSource: values.baseline !== undefined,
    // What is kept serves every format.
    listPeople: values['stdin-ndjson'] || values.cache || listsPeople(values.format),
    ...(values.cache ? { cache: '.copydesk/cache' } : {}),
  };
  if (values['stdin-ndjson']) return (await import('../stdin-ndjson.ts')).checkLines(request, output);

  const format = await createFormat(values.format, { colour: output.colour });
  const baseline = values.baseline ? await (await import('../baseline.ts')).openBaseline(values.baseline) : undefined;
  let summary = emptySummary();
  let failed = false;
  let broken = false;
  // Where the fixed article itself goes to standard output, the report goes beside it.
  const asFilter = values.stdin && values.fix && !values.diff;
  const write = (text: string) => (asFilter ? output.note(text.trimEnd()) : output.write(text));

  async function take(checked: CheckedFile): Promise<void> {
    broken = tellTrouble(checked, output) || broken;
    if (values.diff && checked.fixed !== undefined) {
      const { formatDiff } = await import('../diff.ts');
      await output.write(formatDiff(checked.report.path, checked.source ?? '', checked.fixed));
    }
    const report = baseline ? baseline.filter(checked.report, checked.source ?? '') : checked.report;
    summary = addToSummary(summary, report);
    failed ||= fails(report, failOn);
    if (report.error !== null) {
      broken = true;
      output.note(`${report.path}: ${report.error}`);
    }
    if (!values.diff) await write(format.file(report));
  }

  if (!values.diff) await write(format.start());
  let stopped = false;
  if (values.stdin || positionals[0] === '-') {
    const { checkStdin } = await import('../stdin.ts');
    const checked = await checkStdin(request, values['stdin-filename']);
    await take(checked);
    if (asFilter) await output.write(checked.fixed ?? checked.source ?? '');
  } else {
    const { articles, faults } =
      values.changed === undefined
        ? await findArticles(positionals)
        : await (await import('../changed.ts')).findChanged(values.changed, positionals);
    for (const fault of faults) output.note(fault);
    broken ||= faults.length > 0;
    const progress = createProgress(articles.length);
    const threads = readCount('--threads', values.threads);
    stopped = await checkAll(articles, request, { threads, flags }, async (checked) => {
      progress.clear();
      if (checked.isArticle) await take(checked);
      progress.step();
    });
    progress.clear();
  }
  if (!values.diff) await write(format.end(summary));
  if (baseline && !stopped) output.note(await baseline.save());
  if (stopped) return 130;
  if (broken) return 2;
  return failed || (maxWarnings !== undefined && summary.warnings > maxWarnings) ? 1 : 0;
}

function fails({ messages }: FileReport, failOn: number): boolean {
  return messages.some(({ severity }) => severities.indexOf(severity) <= failOn);
}

/** Says once what went wrong beside the article; true when the configuration is broken or a rule threw. */
function tellTrouble({ problems, remarks = [], notes }: CheckedFile, output: Output): boolean {
  for (const remark of remarks) output.noteOnce(remark);
  for (const note of notes) output.noteOnce(note);
  for (const problem of problems) output.noteOnce(describeProblem(problem));
  return notes.length > 0 || problems.some(({ severity }) => severity === 'error');
}

function readCount(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new UsageError(`${name} takes a number, not “${value}”`);
  return Number(value);
}
