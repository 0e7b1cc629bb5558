import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, isSeq, LineCounter, parse, parseDocument } from 'yaml';
import { nameWordGroups } from '../../src/lexicon/name-words.ts';
import { rankId, wordsOfRank } from '../../src/lexicon/ranks.ts';
import type {
  BodyRow,
  CountryRow,
  LexiconRows,
  Modifier,
  OfficeRow,
  RankForm,
  RankRow,
} from '../../src/lexicon/rows.ts';
import { plainKey } from '../../src/people/index.ts';
import { foldWord } from '../../src/text/index.ts';
import { listBodyWordings, listCountryWordings, listFields, listOfficeWordings } from '../lexicon/office-wordings.ts';
import { packPhrases } from '../lexicon/pack-phrases.ts';
import type { LocalRank, RankForms, RankWord } from '../lexicon/rank-wordings.ts';
import { listRankWordings } from '../lexicon/rank-wordings.ts';
import { writeJson } from '../write-json.ts';

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, { check: Check; says: string; required?: boolean }>>;

const text = { check: (value: unknown) => typeof value === 'string' && value.trim() !== '', says: 'a word or phrase' };
const texts = {
  check: (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''),
  says: 'a list of words or phrases',
};
const flag = { check: (value: unknown) => typeof value === 'boolean', says: 'true or false' };
const number = { check: (value: unknown) => typeof value === 'number', says: 'a number' };
const must = <T extends object>(cell: T) => ({ ...cell, required: true });
const oneOf = (...words: string[]) => ({
  check: (value: unknown) => typeof value === 'string' && words.includes(value),
  says: `one of ${words.join(', ')}`,
});
const someOf = (...words: string[]) => ({
  check: (value: unknown) => Array.isArray(value) && value.every((item) => words.includes(item as string)),
  says: `a list out of ${words.join(', ')}`,
});

const shapes = {
  word: { word: must(text), short: must(texts), optional: flag, clipped: flag },
  form: {
    name: must(text),
    ap: text,
    british: text,
    senior: text,
    initials: texts,
    wrong: texts,
    traits: someOf('ambiguous', 'uncertain', 'office', 'common'),
  },
  rank: {
    local: must(text),
    name: must(text),
    also: texts,
    service: must(text),
    nato: must({
      check: (value: unknown) => /^(?:OF|OR|WO)-\d\d?(?:-\d)?$/.test(String(value)),
      says: 'a NATO code, OF-1 to OF-10, WO-1 to WO-5 or OR-1 to OR-9',
    }),
    exact: flag,
    order: must(number),
    source: must(text),
    note: text,
  },
  office: {
    id: must(text),
    name: must(text),
    forms: texts,
    short: texts,
    kind: must(
      oneOf(
        'state',
        'minister',
        'parliament',
        'military',
        'justice',
        'diplomacy',
        'spokesperson',
        'clergy',
        'royalty',
        'academia',
        'corporate',
        'police',
        'local',
      ),
    ),
    traits: someOf('body', 'field', 'surname', 'ambiguous', 'either', 'loose'),
  },
  body: { id: must(text), name: must(text), forms: texts, traits: someOf('proper') },
  country: { code: must(text), names: must(texts), adjectives: must(texts) },
} satisfies Record<string, Shape>;

/** Reads one YAML file and its lists of rows; every error of the file is thrown at once, each with line and column. */
function readRows(file: string, source: string, lists: Readonly<Record<string, Shape>>): Record<string, unknown> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const problems: string[] = [];
  const say = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    problems.push(`${file}:${line}:${col} ${message}`);
  };
  for (const { pos, message } of document.errors) say(pos[0], message);
  for (const [list, shape] of Object.entries(lists)) {
    const rows = document.get(list, true);
    if (!isSeq(rows)) {
      say(0, `has no list «${list}»`);
      continue;
    }
    for (const row of rows.items) {
      if (!isMap(row)) {
        say(0, `«${list}» holds something that is not a row`);
        continue;
      }
      const at = row.range?.[0] ?? 0;
      for (const { key, value } of row.items) {
        const name = isScalar(key) ? String(key.value) : '';
        const cell = shape[name];
        const offset = isScalar(key) ? (key.range?.[0] ?? at) : at;
        if (!cell) say(offset, `unknown key «${name}»: known are ${Object.keys(shape).join(', ')}`);
        else if (!cell.check(value === null ? null : (value as { toJSON(): unknown }).toJSON()))
          say(offset, `«${name}» should be ${cell.says}`);
      }
      for (const [name, cell] of Object.entries(shape) as [string, Shape[string]][])
        if (cell.required && !row.has(name)) say(at, `the row has no «${name}»`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return document.toJS() as Record<string, unknown>;
}

/** The groups of data/name-words.yaml: all that there should be, each with words and a source. */
function readNameGroups(file: string, source: string): LexiconRows['nameWords'] {
  const groups = parse(source) as Record<string, { source?: string; words?: string } | undefined>;
  for (const group of Object.keys(groups))
    if (!nameWordGroups.some((known) => known === group)) throw new Error(`${file}: nobody asks for «${group}»`);
  return Object.fromEntries(
    nameWordGroups.map((group) => {
      const { source: from, words } = groups[group] ?? {};
      if (!from || !words) throw new Error(`${file}: «${group}» needs words and a source`);
      return [group, words.split(/\s+/).filter(Boolean)];
    }),
  );
}

/** The groups of data/name-twins.yaml: of each language the spellings of one name, with a source. */
function readNameTwins(file: string, source: string): LexiconRows['nameTwins'] {
  const data = parse(source) as Partial<Record<string, readonly Record<'language' | 'source' | 'groups', string>[]>>;
  const read = (kind: string) =>
    (data[kind] ?? []).flatMap(({ language, source: from, groups }) => {
      if (!from) throw new Error(`${file}: «${language}» of ${kind} needs a source`);
      return groups.split(',').map((group) => {
        const names = group.split(/\s+/).filter(Boolean);
        if (names.length < 2) throw new Error(`${file}: «${group.trim()}» of ${language} has one spelling: give two`);
        return names;
      });
    });
  // Brought to what they are compared by here, not at every start: that takes dozens of expressions a name.
  const given = read('given').map((group) => [...new Set(group.map(plainKey))]);
  return { given: given.filter((group) => group.length > 1), families: read('families') };
}

/**
 * Checks and joins the rows of ranks, offices, bodies and countries.
 *
 * @param read the text of a file under data/
 * @param rankFiles names of the files in data/ranks/
 * @throws Error with one line a problem: file:line:column and what it should be
 */
export function compileLexicon(
  read: (file: string) => string,
  rankFiles: readonly string[],
): { rows: LexiconRows; ranks: readonly RankRow[] } {
  const forms = readRows('rank-forms.yaml', read('rank-forms.yaml'), { words: shapes.word, ranks: shapes.form });
  const named = forms.ranks as (RankForms & RankForm)[];
  const known = new Set(named.map(({ name }) => name));
  const ranks = rankFiles.flatMap((file) => {
    const source = read(`ranks/${file}`);
    const { country, ranks: rows } = readRows(`ranks/${file}`, source, { ranks: shapes.rank });
    for (const row of rows as RankRow[])
      for (const name of [row.name, ...(row.also ?? [])])
        if (!known.has(name)) {
          const line = source.split('\n').findIndex((text) => text.includes(name)) + 1;
          throw new Error(`ranks/${file}:${line}:1 «${name}» is not in rank-forms.yaml: add its wording there`);
        }
    return (rows as RankRow[]).map((row) => ({ ...row, country: String(country) }));
  });
  const offices = readRows('offices.yaml', read('offices.yaml'), { offices: shapes.office });
  const bodies = readRows('bodies.yaml', read('bodies.yaml'), { bodies: shapes.body });
  const countries = readRows('countries.yaml', read('countries.yaml'), { countries: shapes.country });
  const rows = {
    rankForms: named.map(({ wrong, initials, ...form }) => ({ ...form, id: rankId(form.name) })),
    rankWordings: packPhrases(listRankWordings(named, forms.words as RankWord[], findLocalRanks(ranks))),
    offices: offices.offices as OfficeRow[],
    officeWordings: packPhrases(listOfficeWordings(offices.offices as OfficeRow[])),
    modifiers: readModifiers(offices.modifiers as Record<Modifier, string[]>),
    fields: packPhrases(listFields(offices.fields as string[])),
    bodies: bodies.bodies as BodyRow[],
    bodyWordings: packPhrases(listBodyWordings(bodies.bodies as BodyRow[])),
    heads: bodies.heads as LexiconRows['heads'],
    seats: (bodies.seats as string[]).map(foldWord),
    notNames: bodies.not_names as LexiconRows['notNames'],
    countryWordings: packPhrases(listCountryWordings(countries.countries as CountryRow[])),
    nameWords: readNameGroups('name-words.yaml', read('name-words.yaml')),
    nameTwins: readNameTwins('name-twins.yaml', read('name-twins.yaml')),
  };
  return { rows, ranks };
}

/** The folded words before an office, each with what it does. */
const readModifiers = (groups: Readonly<Record<Modifier, readonly string[]>>): LexiconRows['modifiers'] =>
  Object.fromEntries(
    (Object.entries(groups) as [Modifier, readonly string[]][]).flatMap(([kind, words]) =>
      words.map((word) => [foldWord(word), kind] as const),
    ),
  );

// «Mayor», «Liwa», «Kapitan» are left out: an English story may mean something else by them.
const untranslated =
  /^coronel$|^(?:teniente|tenente) coronel$|..general|general[ei]|generaal|amiral(?!$)|admiral|polkovnik|pukovnik|aluf|albay|yarbay|binbasi|leytenant|leutnant|sarlashkar|sepahbod|sartip|sarhang/;

function findLocalRanks(ranks: readonly RankRow[]): LocalRank[] {
  const found = new Map<string, string>();
  for (const { local, name } of ranks) {
    const words = wordsOfRank(local).join(' ');
    if (untranslated.test(words) && !found.has(words)) found.set(words, name);
  }
  return [...found].map(([words, name]) => ({ words, name }));
}

/** Compiles data/ranks to ranks.json, rank-forms, offices, bodies, countries, name-words and name-twins to lexicon.json. */
export async function build(outDir: string): Promise<void> {
  const data = fileURLToPath(new URL('../../data/', import.meta.url));
  const rankFiles = readdirSync(`${data}ranks`)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const { rows, ranks } = compileLexicon((file) => readFileSync(data + file, 'utf8'), rankFiles);
  writeJson(`${outDir}/lexicon.json`, rows);
  writeJson(`${outDir}/ranks.json`, ranks);
}
