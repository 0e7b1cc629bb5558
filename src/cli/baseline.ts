import { readFile, writeFile } from 'node:fs/promises';
import type { FileReport, ReportedMessage } from './report.ts';
import { UsageError } from './usage.ts';

/** Old findings that are not to be shown again: position-free, so that they hold when the text around them moves. */
export interface Baseline {
  /** The report without what the baseline lists. With a new baseline everything is listed, nothing is left. */
  filter(report: FileReport, source: string): FileReport;
  /** Writes what was seen; returns a line that says so, empty when nothing changed. */
  save(): Promise<string>;
}

type Files = Record<string, string[]>;

/**
 * Opens a baseline. One that is not there is made from this run; one that is there only shrinks: what was put right in
 * the files of this run is taken out.
 *
 * @throws UsageError when the file is no baseline
 */
export async function openBaseline(file: string): Promise<Baseline> {
  const before = await readBaseline(file);
  const after: Files = { ...before };
  return {
    filter(report, source) {
      if (report.error !== null) return report;
      const known = [...(before?.[report.path] ?? [])];
      const kept: string[] = [];
      const messages = report.messages.filter((message) => {
        const print = fingerprint(message, source);
        const at = known.indexOf(print);
        if (before && at < 0) return true;
        if (before) known.splice(at, 1);
        kept.push(print);
        return false;
      });
      if (kept.length > 0) after[report.path] = kept;
      else delete after[report.path];
      return { ...report, messages };
    },
    async save() {
      const text = `${JSON.stringify({ version: 1, files: after }, null, 2)}\n`;
      if (before && text === `${JSON.stringify({ version: 1, files: before }, null, 2)}\n`) return '';
      await writeFile(file, text);
      const count = countRows(after);
      return before
        ? `${file}: ${countRows(before) - count} fewer, ${count} left`
        : `${file}: written, ${count} findings`;
    },
  };
}

const countRows = (files: Files) => Object.values(files).reduce((sum, rows) => sum + rows.length, 0);

async function readBaseline(file: string): Promise<Files | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const { version, files } = JSON.parse(text) as { version?: unknown; files?: Files };
    if (version === 1 && typeof files === 'object') return files;
  } catch {
    // Said below.
  }
  throw new UsageError(`${file} is not a baseline that “check --baseline” wrote`);
}

/** The rule, the words and a neighbouring word on either side. */
function fingerprint({ ruleId, actual, offset, endOffset }: ReportedMessage, source: string): string {
  const before = /(\S+)\s*$/.exec(source.slice(Math.max(0, offset - 60), offset))?.[1] ?? '';
  const after = /^\s*(\S+)/.exec(source.slice(endOffset, endOffset + 60))?.[1] ?? '';
  return `${ruleId}: ${before} [${actual.replace(/\s+/g, ' ')}] ${after}`;
}
