import type { Flags } from '../../node/index.ts';
import { parseArguments } from '../arguments.ts';
import type { ListedPerson, ListedPlace } from '../cast.ts';
import type { Exit } from '../exit.ts';
import { findArticles } from '../find-articles.ts';
import type { Output } from '../output.ts';
import { checkAll } from '../run.ts';
import { UsageError } from '../usage.ts';

/** A person across files. */
interface KnownPerson {
  name: string;
  ranks: Set<string>;
  offices: Set<string>;
  mentions: FiledPlace[];
  references: FiledPlace[];
}

interface FiledPlace extends ListedPlace {
  path: string;
}

/** `copydesk people` */
export async function people(args: readonly string[], output: Output, flags: Flags): Promise<Exit> {
  const { values, positionals } = parseArguments(args, {
    format: { type: 'string', default: 'table' },
    config: { type: 'string' },
  });
  if (values.format !== 'table' && values.format !== 'json')
    throw new UsageError(`people are printed as table or json, not “${values.format}”`);
  const { articles, faults } = await findArticles(positionals);
  for (const fault of faults) output.note(fault);
  let broken = faults.length > 0;
  const known = new Map<string, KnownPerson>();
  const request = {
    ...(values.config ? { configFile: values.config } : {}),
    styles: [],
    fix: 'none' as const,
    keepSource: false,
    listPeople: true,
  };
  const stopped = await checkAll(articles, request, { flags }, async ({ report, isArticle }) => {
    if (!isArticle) return;
    if (report.error !== null) {
      broken = true;
      output.note(`${report.path}: ${report.error}`);
    }
    for (const person of report.people) add(known, person, report.path);
  });
  const sorted = [...known.values()].sort((a, b) => b.mentions.length - a.mentions.length || compare(a.name, b.name));
  await output.write(values.format === 'json' ? toJson(sorted) : toTable(sorted));
  return stopped ? 130 : broken ? 2 : 0;
}

function add(known: Map<string, KnownPerson>, listed: ListedPerson, path: string): void {
  const { name, ranks, offices, mentions, references } = listed;
  const person = known.get(name) ?? { name, ranks: new Set(), offices: new Set(), mentions: [], references: [] };
  known.set(name, person);
  for (const rank of ranks) person.ranks.add(rank);
  for (const office of offices) person.offices.add(office);
  for (const mention of mentions) person.mentions.push({ path, ...mention });
  for (const reference of references) person.references.push({ path, ...reference });
}

function toJson(sorted: readonly KnownPerson[]): string {
  const list = sorted.map(({ ranks, offices, ...rest }) => ({ ...rest, ranks: [...ranks], offices: [...offices] }));
  return `${JSON.stringify({ version: 1, people: list }, null, 2)}\n`;
}

function toTable(sorted: readonly KnownPerson[]): string {
  if (sorted.length === 0) return 'No people found.\n';
  const rows = sorted.map(({ name, ranks, offices, mentions }) => {
    const first = mentions[0];
    return [
      name,
      [...ranks].join(', '),
      [...offices].join(', '),
      String(mentions.length),
      first ? `${first.path}:${first.line}:${first.column}` : '',
    ];
  });
  const all = [['Name', 'Ranks', 'Offices', 'Mentions', 'First'], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd();
  return `${all.map(line).join('\n')}\n`;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
