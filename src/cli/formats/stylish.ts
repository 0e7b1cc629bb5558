import type { FileReport, ReportedMessage, Summary } from '../report.ts';
import type { Format, FormatOptions } from './format.ts';

type Paint = (text: string) => string;

/** For people at a terminal: messages under their file, aligned. */
export function createStylish({ colour }: FormatOptions): Format {
  const style =
    (code: string): Paint =>
    (text) =>
      colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  const paint = { error: style('31'), warning: style('33'), info: style('34'), hint: style('36') };
  const dim = style('2');
  const bold = style('1');

  const line = (message: ReportedMessage, width: number) => {
    const place = `${message.line}:${message.column}`.padEnd(width);
    const fix = message.safe ? dim(` (fix: ${quote(message.expected[0])})`) : '';
    return `  ${dim(place)}  ${paint[message.severity](message.severity.padEnd(7))}  ${message.message}${fix}  ${dim(message.ruleId)}\n`;
  };
  let unread = 0;
  return {
    start: () => '',
    file({ path, error, messages }: FileReport) {
      if (error !== null) {
        unread++;
        return `${bold(path)}\n  ${paint.error('not checked')}  ${error}\n\n`;
      }
      if (messages.length === 0) return '';
      const width = Math.max(...messages.map(({ line, column }) => `${line}:${column}`.length));
      return `${bold(path)}\n${messages.map((message) => line(message, width)).join('')}\n`;
    },
    end: (summary) => `${describe(summary, unread)}\n`,
  };
}

function quote(text = ''): string {
  return text === '' ? 'delete' : `“${text}”`;
}

function describe({ files, errors, warnings, infos, hints, fixable }: Summary, unread: number): string {
  const counts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'info'],
    [hints, 'hint'],
  ] as const;
  const found = counts.filter(([count]) => count > 0).map(([count, word]) => countOf(count, word));
  if (files === 0) return 'No articles found';
  const articles = `${countOf(files, 'article')}${unread > 0 ? `, ${unread} not checked` : ''}`;
  if (unread === files) return articles;
  if (found.length === 0) return `${articles}: nothing to correct`;
  return `${articles}: ${found.join(', ')}${fixable > 0 ? `; ${fixable} can be fixed safely with --fix` : ''}`;
}

function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 || word === 'info' ? '' : 's'}`;
}
