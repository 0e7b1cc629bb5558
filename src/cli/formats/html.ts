import type { FileReport } from '../report.ts';
import type { Format } from './format.ts';
import { escapeMarkup } from './markup.ts';

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
table{border-collapse:collapse;width:100%}td{padding:.25rem .75rem .25rem 0;vertical-align:top}
td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}.error{color:#c62828}.warning{color:#b26a00}.info{color:#1565c0}.hint{color:#00838f}
ins{background:#2e7d3233;text-decoration:none}del{background:#c6282833}small{opacity:.75}`;

/** A page to pass around: no scripts, nothing loaded from elsewhere. */
export function createHtml(): Format {
  return {
    start: () =>
      `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Copydesk report</title><meta name="viewport" content="width=device-width"><style>${style}</style></head><body>\n<h1>Copydesk report</h1>\n`,
    file: describeFile,
    end: ({ files, errors, warnings, infos, hints }) =>
      `<p>Articles: ${files}. Errors: ${errors}, warnings: ${warnings}, infos: ${infos}, hints: ${hints}.</p>\n</body></html>\n`,
  };
}

function describeFile({ path, error, messages }: FileReport): string {
  const head = `<h2>${escapeMarkup(path)}</h2>\n`;
  if (error !== null) return `${head}<p class="error">${escapeMarkup(error)}</p>\n`;
  if (messages.length === 0) return '';
  const rows = messages.map(({ line, column, severity, message, note, ruleId, actual, expected }) => {
    const change =
      expected[0] === undefined ? '' : ` <del>${escapeMarkup(actual)}</del> <ins>${escapeMarkup(expected[0])}</ins>`;
    return `<tr><td>${line}:${column}</td><td class="${severity}">${severity}</td><td>${escapeMarkup(message)}${change}<br><small>${escapeMarkup(note)} (${escapeMarkup(ruleId)})</small></td></tr>\n`;
  });
  return `${head}<table>\n${rows.join('')}</table>\n`;
}
