import type { FileReport, Summary } from '../report.ts';

/** Writes a report piece by piece, so that a long run needs no more memory than one file. */
export interface Format {
  start(): string;
  file(report: FileReport): string;
  end(summary: Summary): string;
}

/** What a format may know of where it writes. */
export interface FormatOptions {
  colour: boolean;
}
