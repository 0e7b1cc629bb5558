import type { Format } from './format.ts';

const levels = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/** Workflow commands that GitHub shows beside the changed lines. */
export function createGithub(): Format {
  return {
    start: () => '',
    file({ path, error, messages }) {
      if (error !== null) return `::error file=${property(path)}::${data(error)}\n`;
      return messages
        .map(({ severity, line, column, endLine, endColumn, ruleId, message, note }) => {
          const place = `line=${line},col=${column},endLine=${endLine},endColumn=${endColumn}`;
          const text = note && note !== message ? `${message}\n${note}` : message;
          return `::${levels[severity]} file=${property(path)},${place},title=${property(ruleId)}::${data(text)}\n`;
        })
        .join('');
    },
    end: () => '',
  };
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
