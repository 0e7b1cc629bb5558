import type { Exit } from '../exit.ts';

/** `copydesk server --stdio`: serves until the client ends the process. */
export async function server(): Promise<Exit> {
  await import('../../server/main.ts');
  return new Promise(() => {});
}
