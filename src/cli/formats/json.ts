import type { Format } from './format.ts';

/** One JSON document, as docs/cli.md describes it. */
export function createJson(): Format {
  let first = true;
  return {
    start: () => '{"version":1,"files":[',
    file(report) {
      const lead = first ? '\n' : ',\n';
      first = false;
      return lead + JSON.stringify(report);
    },
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
}
