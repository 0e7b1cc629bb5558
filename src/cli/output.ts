/** Where a command writes. */
export interface Output {
  /** The result, to standard output; waits while the reader is behind. */
  write(text: string): Promise<void>;
  /** What people should know beside it, a line on standard error. */
  note(line: string): void;
  /** The same, but a line that was said already is not said again. */
  noteOnce(line: string): void;
  /** Whether standard output is to have colours. */
  colour: boolean;
}

/** The process's own streams. */
export function openOutput(): Output {
  const said = new Set<string>();
  const note = (line: string) => {
    if (line) process.stderr.write(`${line}\n`);
  };
  // The reader went away (`| head`): there is nobody left to write to.
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    write: (text) =>
      new Promise((done) => {
        if (text === '' || process.stdout.write(text)) done();
        else process.stdout.once('drain', done);
      }),
    note,
    noteOnce(line) {
      if (said.has(line)) return;
      said.add(line);
      note(line);
    },
    colour: hasColour(process.env, process.stdout.isTTY === true),
  };
}

/** Whether to colour: https://no-color.org, FORCE_COLOR, else only a terminal that can. */
export function hasColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
