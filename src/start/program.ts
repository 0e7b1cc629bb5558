import type { Flags } from '../node/index.ts';

/** The command line; see cli/process.ts. */
export const runCli = async (flags: Flags): Promise<boolean> => (await import('../cli/index.ts')).runProcess(flags);

/** The language server; see server/main.ts. */
export const runServer = async (): Promise<void> => (await import('../server/index.ts')).startNodeServer();
