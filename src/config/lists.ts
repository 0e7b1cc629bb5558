import { parse } from 'csv-parse/browser/esm/sync';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { TeamPerson, TeamTerm } from '../lexicon/index.ts';
import type { Said } from '../text/index.ts';
import { foldWord, said, saidBy } from '../text/index.ts';
import type { ConfigProblem, Place } from './place.ts';
import { notYaml, placeBetween, placeOfNode, problemAt, topOf } from './place.ts';
import { isTable, readTableHead } from './table-head.ts';

/** A team's list, read. */
export interface TeamList {
  people: readonly TeamPerson[];
  terms: readonly TeamTerm[];
  problems: readonly ConfigProblem[];
}

/** A row before it is known to be a person or a term. */
interface Row {
  fields: Readonly<Record<string, string>>;
  line: number;
  kind?: 'person' | 'term' | 'place';
}

/**
 * Reads a list of people or terms: CSV and TSV as spreadsheets save them, YAML, Vale's `accept.txt` and `reject.txt`,
 * cspell's word lists. Never throws: what is wrong is a problem at its line, the other rows hold.
 */
export function readList(path: string, text: string): TeamList {
  const problems: ConfigProblem[] = [];
  const source = text.replace(/^\uFEFF/, '');
  const rows = isTable(path)
    ? readCsv(path, source, problems)
    : /\.(?:ya?ml|json)$/i.test(path)
      ? readYaml(path, source, problems)
      : readWords(path, source);
  const lines = source.split(/\r\n|\r|\n/);
  const lost = lines.findIndex((line) => line.includes('\ufffd'));
  if (lost >= 0 && rows.length > 0) {
    const place = placeInLine(path, lines[lost] ?? '', lost + 1, '\ufffd');
    problems.push(problemAt(place, said`Not saved as UTF-8: in the spreadsheet choose “CSV UTF-8”`));
  }
  const people: TeamPerson[] = [];
  const terms: TeamTerm[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const { fields } = row;
    const name = fields.name ?? '';
    const preferred = fields.preferred ?? fields.term ?? '';
    const isPerson = row.kind ? row.kind === 'person' : 'name' in fields;
    const label = isPerson ? name : preferred || name;
    // Looked for in the line only where something is wrong: a list may be long.
    const complain = (message: Said, severity: ConfigProblem['severity'] = 'error', fix?: ConfigProblem['fix']) => {
      const place = placeInLine(path, lines[row.line - 1] ?? '', row.line, label);
      problems.push(problemAt(place, message, severity, undefined, fix));
    };
    const banned = split(fields.banned ?? fields.avoid ?? fields.wrong ?? '');
    if (label === '' && (isPerson || banned.length === 0)) {
      complain(isPerson ? said`This row has no name` : said`This row has no preferred form`);
      continue;
    }
    const key = `${isPerson} ${label || banned.join('|')}`;
    const before = seen.get(key);
    if (before !== undefined) {
      complain(said`“${label}” is listed twice: line ${before} holds`, 'warning', 'remove');
      continue;
    }
    seen.set(key, row.line);
    const source = { file: path, line: row.line };
    if (isPerson) people.push(toPerson(fields, name, source));
    else {
      const given = row.kind === 'place' ? 'place' : fields.kind;
      const kind = given === 'place' || given === 'casing' ? given : banned.length > 0 ? 'term' : 'casing';
      terms.push({ preferred: label, banned, kind, ...(fields.note ? { note: fields.note } : {}), source });
    }
  }
  findConflicts(terms, lines, problems);
  return { people, terms, problems };
}

function toPerson(fields: Row['fields'], name: string, source: TeamPerson['source']): TeamPerson {
  const person: TeamPerson = {
    name,
    aliases: split(fields.aliases ?? fields.alias ?? ''),
    wrong: split(fields.wrong ?? ''),
    source,
  };
  for (const key of ['native', 'rank', 'office', 'country', 'from', 'until', 'note'] as const)
    if (fields[key]) person[key] = fields[key];
  return person;
}

/** A→B beside B→A: whoever follows one row breaks the other. */
function findConflicts(terms: readonly TeamTerm[], lines: readonly string[], problems: ConfigProblem[]): void {
  const preferred = new Map(terms.map((term) => [term.preferred, term]));
  for (const { banned, source } of terms) {
    for (const form of banned) {
      const other = preferred.get(form);
      if (!other || other.source === source) continue;
      const message = said`“${form}” is banned here and preferred in line ${other.source.line}`;
      const place = placeInLine(source.file, lines[source.line - 1] ?? '', source.line, form);
      problems.push(problemAt(place, message, 'warning'));
    }
  }
}

/** Where a text stands in a line; the whole line when it does not. */
function placeInLine(file: string, text: string, line: number, what: string): Place {
  const at = what === '' ? -1 : text.indexOf(what);
  const [start, end] = at < 0 ? [0, Math.max(1, text.length)] : [at, at + what.length];
  return { file, line, column: start + 1, endLine: line, endColumn: end + 1 };
}

function split(cell: string): string[] {
  if (cell === '') return [];
  return cell
    .split(/[|;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function readCsv(path: string, given: string, problems: ConfigProblem[]): Row[] {
  const { columns, delimiter, line: headLine, start } = readTableHead(path, given);
  // What stands above the columns is no row, and the lines keep their numbers.
  const text = '\n'.repeat(headLine - 1) + given.slice(start);
  if (!columns.some((name) => name === 'name' || name === 'preferred' || name === 'term')) {
    problems.push(
      problemAt(topOf(path), said`The first line names the columns: “name” for people, “preferred” for terms`),
    );
    return [];
  }
  const complain = (line: number, message: Said) =>
    problems.push(problemAt({ ...topOf(path), line, endLine: line }, message));
  const rows: Row[] = [];
  const add = (record: readonly string[], line: number) => {
    if (record.length > columns.length && record.slice(columns.length).some((cell) => cell !== ''))
      complain(line, said`This row has ${record.length} cells, the first line names ${columns.length}`);
    const fields: Record<string, string> = {};
    for (let i = 0; i < columns.length; i++) fields[columns[i] ?? ''] = record[i] ?? '';
    rows.push({ fields, line });
  };
  // Without quotation marks a line is a row: the parser of quoted cells is left alone, for long lists.
  if (!text.includes('"')) {
    let isHeader = true;
    text.split(/\r\n|\r|\n/).forEach((row, i) => {
      if (row.trim() === '') return;
      if (!isHeader)
        add(
          row.split(delimiter).map((cell) => cell.trim()),
          i + 1,
        );
      isHeader = false;
    });
    return rows;
  }
  try {
    parse(text, {
      delimiter,
      from_line: 1,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      trim: true,
      on_skip: (error) => {
        complain(
          Number(error && 'lines' in error ? error.lines : 1),
          error ? said`CSV: ${error.message}` : said`CSV: a row that cannot be read`,
        );
        return undefined;
      },
      on_record: (given, info) => {
        const record = toRecord(given);
        // A cell with line breaks ends later than it began; the end is what the parser knows.
        const line = info.lines - record.join('').split('\n').length + 1;
        if (info.lines === 1 || (rows.length === 0 && foldWord(record[0] ?? '') === columns[0])) return null;
        add(record, line);
        return null;
      },
    });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    complain(line, said`CSV: ${saidBy(error)}`);
  }
  return rows;
}

function toRecord(given: unknown): string[] {
  return Array.isArray(given) ? given.map(String) : [];
}

function readYaml(path: string, text: string, problems: ConfigProblem[]): Row[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
  for (const { message, pos } of document.errors)
    problems.push(notYaml(placeBetween(path, lines, pos[0], pos[1]), message));
  const take = (list: unknown, kind?: Row['kind']): Row[] => {
    if (!isSeq(list)) return [];
    return (list.items as Node[]).flatMap((item) => {
      const place = placeOfNode(path, lines, item);
      if (isScalar(item))
        return [
          {
            fields: { [kind === 'person' ? 'name' : 'preferred']: String(item.value) },
            line: place.line,
            kind: kind ?? 'term',
          },
        ];
      if (!isMap(item)) {
        problems.push(problemAt(place, said`A row is a map or a word`));
        return [];
      }
      const fields = Object.entries(item.toJSON() as Record<string, unknown>).map(([key, value]) => [
        key.toLowerCase(),
        Array.isArray(value) ? value.join('|') : value === null ? '' : String(value),
      ]);
      return [{ fields: Object.fromEntries(fields), line: place.line, ...(kind ? { kind } : {}) }];
    });
  };
  const { contents } = document;
  if (isSeq(contents)) return take(contents);
  if (isMap(contents)) {
    const kinds = { people: 'person', terms: 'term', places: 'place' } as const;
    return Object.entries(kinds).flatMap(([key, kind]) => take(contents.get(key), kind));
  }
  if (contents !== null)
    problems.push(problemAt(topOf(path), said`A list is a list of rows, or a map of people, terms, places`));
  return [];
}

/** A word a line; `#` for remarks. `!word` (cspell) and all of a `reject.txt` (Vale) are banned. */
function readWords(path: string, text: string): Row[] {
  const rejects = /(?:^|\/)reject\.txt$/i.test(path);
  return text.split(/\r\n|\r|\n/).flatMap((given, i) => {
    const word = given.replace(/\s#.*$|^#.*$/, '').trim();
    // Patterns of a vocabulary are for its pack, and cspell's compound marks are not part of the word.
    const plain = word.replace(/^[!~*+]+|[*+]+$/g, '');
    if (plain === '' || /[()[\]{}\\|^$?*]/.test(plain)) return [];
    const banned = rejects || word.startsWith('!');
    const fields: Record<string, string> = banned ? { preferred: '', banned: plain } : { preferred: plain };
    return [{ fields, line: i + 1, kind: 'term' as const }];
  });
}
