import { fstatSync, statSync, writeSync } from 'node:fs';

/** Where a command writes. */
export interface Output {
  /** The result, to standard output; waits while the reader is behind. */
  write(text: string): Promise<void>;
  /** What people should know beside it, a line on standard error. */
  note(line: string): void;
  /** The same, but a line that was said already is not said again. */
  noteOnce(line: string): void;
  /** Whether all of it has left the process. */
  isOut(): boolean;
  /** Whether standard output is to have colours. */
  colour: boolean;
}

/** The process's own output. */
export function openOutput(): Output {
  const said = new Set<string>();
  let isErrorOpen = false;
  const note = (line: string) => {
    if (!line) return;
    isErrorOpen = true;
    process.stderr.write(`${line}\n`);
  };
  const isDevice = isReadDevice();
  let stream = isDevice ? openStream() : undefined;
  return {
    async write(text) {
      let rest = Buffer.from(text);
      // Files and pipes need none of Node's streams, which take a start some milliseconds to load.
      if (!stream) rest = rest.subarray(writeNow(rest));
      if (rest.length === 0) return;
      stream ??= openStream();
      await stream(rest);
    },
    note,
    noteOnce(line) {
      if (said.has(line)) return;
      said.add(line);
      note(line);
    },
    isOut: () =>
      (!stream || process.stdout.writableLength === 0) && (!isErrorOpen || process.stderr.writableLength === 0),
    colour: hasColour(process.env, isDevice && process.stdout.isTTY === true),
  };
}

/** Whether standard output is a device that somebody may read: a terminal, but not `> /dev/null`. */
function isReadDevice(): boolean {
  const output = fstatSync(1);
  if (!output.isCharacterDevice()) return false;
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev !== output.rdev;
}

/** Writes to standard output what it takes now. Returns how many bytes that was. */
function writeNow(bytes: Uint8Array): number {
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(1, bytes, at);
  } catch (error) {
    // A pipe that does not wait is full.
    if (!hasCode(error, 'EAGAIN')) leave(error);
  }
  return at;
}

/** Opens standard output as a stream; what is written to it waits until there is room. */
function openStream(): (bytes: Uint8Array) => Promise<void> {
  process.stdout.on('error', leave);
  return (bytes) =>
    new Promise((done) => {
      if (process.stdout.write(bytes)) done();
      else process.stdout.once('drain', done);
    });
}

/** The reader went away (`| head`): there is nobody left to write to. */
function leave(error: unknown): never {
  if (hasCode(error, 'EPIPE')) process.exit(0);
  throw error;
}

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

/** Whether to colour: https://no-color.org, FORCE_COLOR, else only a terminal that can. */
export function hasColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
