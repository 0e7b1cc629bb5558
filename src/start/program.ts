/** The command line; see cli/main.ts. */
export const runCli = async (): Promise<void> => (await import('../cli/index.ts')).runProcess();

/** The language server; see server/main.ts. */
export const runServer = async (): Promise<void> => (await import('../server/index.ts')).startNodeServer();
