import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { shippedPacks } from '../../config/index.ts';
import { nearestName } from '../../text/index.ts';
import { parseArguments } from '../arguments.ts';
import type { Exit } from '../exit.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage.ts';

const styles = ['keep-full', 'ap', 'reuters', 'guardian', 'bbc', 'any-consistent'];
const languages = ['auto', 'en-GB', 'en-US', 'en-AU', 'en-CA', 'tr'];

/** `copydesk init`: three questions at a terminal, the defaults elsewhere. */
export async function init(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = parseArguments(args, {
    force: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
  });
  const folder = positionals[0] ?? '.';
  const file = join(folder, '.copydesk.yaml');
  if (!values.force && (await exists(file))) throw new UsageError(`${file} is there already; --force writes over it`);
  const answers =
    process.stdin.isTTY && !values.yes
      ? await ask()
      : { style: 'keep-full', language: 'auto', files: '**/*.{txt,md,article,story}' };
  if (!answers) throw new UsageError('nothing was written');
  await mkdir(folder, { recursive: true });
  await writeFile(file, starter(answers));
  output.note(`Wrote ${file}. “copydesk config check” finds mistakes in it; “copydesk rules” lists what it can set.`);
  return 0;
}

interface Answers {
  style: string;
  language: string;
  files: string;
}

/** Asks at the terminal; undefined when it is closed before the last answer. */
async function ask(): Promise<Answers | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const choose = async (question: string, choices: readonly string[]) => {
    for (;;) {
      const answer = (await terminal.question(`${question} (${choices.join(', ')}) [${choices[0]}]: `)).trim();
      const choice =
        answer === '' ? choices[0] : (choices.find((one) => one === answer) ?? nearestName(answer, choices));
      if (choice !== undefined) return choice;
    }
  };
  try {
    const style = await choose('Which house style?', styles);
    const language = await choose('Which English?', languages);
    const fallback = '**/*.{txt,md,article,story}';
    const files = (await terminal.question(`Which files are articles? [${fallback}]: `)).trim() || fallback;
    return { style, language, files };
  } catch (error) {
    // Ctrl+C, Ctrl+D
    if (error instanceof Error && error.name === 'AbortError') return undefined;
    throw error;
  } finally {
    terminal.close();
  }
}

function starter({ style, language, files }: Answers): string {
  return `# Copydesk: https://github.com/copydesk/copydesk/blob/main/docs/configuration.md
root: true

# Which files are articles.
files: [${JSON.stringify(files)}]

# auto (by the article), en-GB, en-US, tr
language: ${language}

${house(style)}

# Severity of a rule: off, hint, info, warning, error; [severity, {option: value}] sets options too.
rules: {}
#  rank-consistency: error

# The team's lists: people, terms, places. CSV (name,aliases,wrong,rank,office,country,note), YAML, or one word a line.
lexicon: []
#  - desk/people.csv
`;
}

/** A house with a pack of its own sets how ranks are written, too. */
function house(style: string): string {
  const hasPack = shippedPacks.some((name) => name === style);
  return `# What this builds on: ${shippedPacks
    .filter((name) => name !== 'core')
    .map((name) => `copydesk:${name}`)
    .join(', ')}, a file, a package, an address.
extends: [${hasPack ? `copydesk:${style}` : ''}]

# How ranks and titles are written, where that differs: ${styles.join(', ')}
${hasPack ? `#style: ${style}` : `style: ${style}`}`;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
