import { pathToFileURL } from 'node:url';
import type { FileReport, LineRange, ReportedMessage } from '../report.ts';
import type { Format } from './format.ts';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

/** SARIF 2.1.0, for code scanning. Columns count UTF-16 units, as the format's default says. */
export function createSarif(): Format {
  let first = true;
  const rules = new Map<string, string>();
  const failures: string[] = [];
  return {
    start: () =>
      '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[',
    file({ path, error, messages }: FileReport) {
      if (error !== null) failures.push(`${path}: ${error}`);
      const results = messages.map((message) => {
        if (!rules.has(message.ruleId)) rules.set(message.ruleId, message.url);
        return JSON.stringify(describeResult(path, message));
      });
      if (results.length === 0) return '';
      const lead = first ? '\n' : ',\n';
      first = false;
      return lead + results.join(',\n');
    },
    end() {
      const driver = {
        name: 'copydesk',
        rules: [...rules].map(([id, url]) => ({ id, ...(/^https?:/.test(url) ? { helpUri: url } : {}) })),
      };
      const invocations = [
        {
          executionSuccessful: failures.length === 0,
          toolExecutionNotifications: failures.map((text) => ({ level: 'error', message: { text } })),
        },
      ];
      return `\n],"tool":${JSON.stringify({ driver })},"invocations":${JSON.stringify(invocations)}}]}\n`;
    },
  };
}

function describeResult(path: string, message: ReportedMessage): object {
  const uri = toUri(path);
  const fix = message.expected[0];
  return {
    ruleId: message.ruleId,
    level: levels[message.severity],
    message: { text: message.note ? `${message.message}\n${message.note}` : message.message },
    locations: [locate(uri, message)],
    ...(message.related.length > 0
      ? {
          relatedLocations: message.related.map((there) => ({
            ...locate(uri, there),
            message: { text: there.message },
          })),
        }
      : {}),
    ...(fix !== undefined
      ? {
          fixes: [
            {
              artifactChanges: [
                {
                  artifactLocation: { uri },
                  replacements: [{ deletedRegion: region(message), insertedContent: { text: fix } }],
                },
              ],
            },
          ],
        }
      : {}),
  };
}

function locate(uri: string, range: LineRange): object {
  return { physicalLocation: { artifactLocation: { uri }, region: region(range) } };
}

function region({ line, column, endLine, endColumn }: LineRange): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function toUri(path: string): string {
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(path)) return pathToFileURL(path).href;
  return path.split('/').map(encodeURIComponent).join('/');
}
