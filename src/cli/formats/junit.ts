import type { FileReport } from '../report.ts';
import type { Format } from './format.ts';
import { escapeMarkup } from './markup.ts';

/** One test case an article, a failure a message; hints and infos do not fail. */
export function createJunit(): Format {
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="copydesk">\n',
    file: describeSuite,
    end: () => '</testsuites>\n',
  };
}

function describeSuite({ path, error, messages }: FileReport): string {
  const name = escapeMarkup(path);
  const failing = messages.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const head = `  <testsuite name="${name}" tests="${Math.max(1, failing.length)}" failures="${failing.length}" errors="${error === null ? 0 : 1}">\n`;
  const cases =
    error !== null
      ? `    <testcase name="readable" classname="${name}"><error message="${escapeMarkup(error)}"/></testcase>\n`
      : failing.length === 0
        ? `    <testcase name="clean" classname="${name}"/>\n`
        : failing
            .map(
              ({ ruleId, line, column, message, severity, note }) =>
                `    <testcase name="${escapeMarkup(`${ruleId} ${line}:${column}`)}" classname="${name}"><failure type="${severity}" message="${escapeMarkup(message)}">${escapeMarkup(`${path}:${line}:${column} ${note}`)}</failure></testcase>\n`,
            )
            .join('');
  return `${head}${cases}  </testsuite>\n`;
}
