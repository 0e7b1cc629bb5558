import type { Flags } from '../node/index.ts';
import type { Exit } from './exit.ts';
import type { Output } from './output.ts';
import { UsageError, usage } from './usage.ts';

type Command = (args: readonly string[], output: Output, flags: Flags) => Promise<Exit>;

/** Only the command that is asked for is loaded. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  people: async () => (await import('./commands/people.ts')).people,
  rules: async () => (await import('./commands/rules.ts')).rules,
  config: async () => (await import('./commands/config.ts')).config,
  style: async () => (await import('./commands/style.ts')).style,
  stet: async () => (await import('./commands/stet.ts')).stet,
  init: async () => (await import('./commands/init.ts')).init,
  server: async () => (await import('./commands/server.ts')).server,
};

/** Runs one command and says the exit code; nothing is thrown. */
export async function runCommand(args: readonly string[], output: Output, flags: Flags): Promise<Exit> {
  const [name = '', ...rest] = args;
  if (name === '' || name === 'help' || name === '--help' || name === '-h' || rest.includes('--help')) {
    await output.write(usage);
    return name === '' ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    const { readVersion } = await import('./version.ts');
    await output.write(`${readVersion()}\n`);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    output.note(
      `copydesk: no command “${name}”. There are ${Object.keys(commands).join(', ')}; copydesk --help says more.`,
    );
    return 2;
  }
  try {
    return await (await load())(rest, output, flags);
  } catch (error) {
    if (error instanceof UsageError) output.note(`copydesk ${name}: ${error.message}`);
    else output.note(`copydesk ${name}: ${describeError(error)}`);
    return 2;
  }
}

/** What the system refused speaks for itself; anything else is a mistake of ours, and where it happened helps. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'syscall' in error ? error.message : (error.stack ?? error.message);
}
