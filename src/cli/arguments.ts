import { existsSync } from 'node:fs';
import type { ParseArgsOptionsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

/**
 * Reads a command's arguments.
 *
 * @param more.optional options whose value may be left out, with what it is then; the next argument is their value
 * only when it is no file
 * @throws UsageError
 */
export function parseArguments<T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
  more: { optional?: Readonly<Record<string, string>> } = {},
) {
  const given = args.flatMap((arg, i) => {
    const fallback = arg.startsWith('--') ? more.optional?.[arg.slice(2)] : undefined;
    if (fallback === undefined) return [arg];
    const next = args[i + 1];
    const hasValue = next !== undefined && !next.startsWith('-') && !existsSync(next) && !/[*?{]/.test(next);
    return hasValue ? [arg] : [`${arg}=${fallback}`];
  });
  try {
    return parseArgs({ args: given, options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '(.+?)'/.exec(message)?.[1];
    throw new UsageError(unknown ? `no option “${unknown}”; copydesk --help lists them` : message);
  }
}
