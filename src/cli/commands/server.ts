import type { Exit } from '../exit.ts';
import { UsageError } from '../usage.ts';

/** `copydesk server --stdio`: serves until the client ends the process. */
export async function server(args: readonly string[]): Promise<Exit> {
  if (!args.some((arg) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(arg)))
    throw new UsageError('say how the client speaks to it: copydesk server --stdio');
  const { startNodeServer } = await import('../../server/index.ts');
  startNodeServer();
  return new Promise(() => {});
}
