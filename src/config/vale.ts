import type { MatcherOptions } from '../style/index.ts';
import { chooseForFile, makeValeStyle, readValeIni, readVocabulary } from '../style/index.ts';
import { nearestName, said } from '../text/index.ts';
import { takesPath } from './glob.ts';
import { readPackWords } from './pack-dictionaries.ts';
import type { LoadedPack, PackSource } from './packs.ts';
import { readPacks, stylePath } from './packs.ts';
import { parentOf } from './paths.ts';
import type { ConfigProblem, Place } from './place.ts';
import { problemAt, topOf } from './place.ts';
import { foldersOf } from './rule-names.ts';

/** What a `.vale.ini` says of one article. */
export interface ValeStyles {
  packs: readonly LoadedPack[];
  options: MatcherOptions;
  files: readonly string[];
  problems: readonly ConfigProblem[];
}

/** Reads a `.vale.ini` and the styles and vocabularies that it names for an article. */
export async function readVale(file: string, text: string, path: string, source: PackSource): Promise<ValeStyles> {
  const ini = readValeIni(text);
  const folder = parentOf(file) ?? '';
  const choice = chooseForFile(ini, (glob) => takesPath([glob], folder, path));
  const problems: ConfigProblem[] = ini.problems.map(({ line, column, endColumn, severity, message }) => ({
    file,
    line,
    column,
    endLine: line,
    endColumn,
    severity,
    message,
  }));
  const styles = stylePath(file, ini.stylesPath);
  const lines = text.split(/\r\n|\r|\n/);
  /** Where a style or a vocabulary is named: in the key that asks for it, or anywhere. */
  const placeOf = (name: string, key = 'BasedOnStyles'): Place => {
    const holds = (one: string) => one.split(/[\s,=.]+/).includes(name);
    const asked = lines.findIndex((one) => one.trimStart().startsWith(key) && holds(one));
    const line = asked < 0 ? lines.findIndex(holds) : asked;
    const column = (lines[line] ?? '').lastIndexOf(name) + 1;
    return line < 0
      ? topOf(file)
      : { file, line: line + 1, column, endLine: line + 1, endColumn: column + name.length };
  };
  /** Rules that no style has, of styles that are here. */
  const findUnknown = (packs: readonly LoadedPack[]): ConfigProblem[] =>
    lines.flatMap((text, i) => {
      const [, blanks = '', id = ''] = /^(\s*)([\w-]+(?:\.[\w-]+)+)\s*=/.exec(text) ?? [];
      const pack = packs.find(({ pack: { name } }) => id.startsWith(`${name}.`))?.pack;
      const ids = pack?.rules.flatMap((rule) => foldersOf(rule.id)) ?? [];
      const isFile = found.some(({ files }) => files.includes(`${styles}/${id.replaceAll('.', '/')}.yml`));
      if (!pack || pack.name === 'Vale' || isFile || ids.includes(id)) return [];
      const near = nearestName(id, ids);
      const column = blanks.length + 1;
      const place = { file, line: i + 1, column, endLine: i + 1, endColumn: column + id.length };
      const message = near ? said`No rule “${id}”: did you mean “${near}”?` : said`No rule “${id}” in ${pack.name}`;
      return [problemAt(place, message, 'warning', near ? [near] : undefined, 'remove')];
    });
  const words = await readVocabularies(styles, ini.vocab, source);
  for (const name of words.missing)
    problems.push(
      problemAt(placeOf(name, 'Vocab'), said`No vocabulary “${name}” in ${styles}/config/vocabularies`, 'warning'),
    );
  const found = await Promise.all(
    choice.needed
      .filter((name) => name !== 'Vale')
      .map((name) => readPacks(`${styles}/${name}`, placeOf(name), source, true)),
  );
  const packs = found.flatMap((one) => one.packs);
  if (choice.needed.includes('Vale')) {
    const pack = makeValeStyle(words.accept, words.reject, await listDictionaries(styles, source));
    const own = await readPackWords(pack, { folder: `${styles}/Vale`, base: undefined }, source.files);
    words.files.push(...own.files);
    packs.push({ pack, path: 'copydesk:Vale', words: own });
  }
  return {
    packs,
    options: {
      levels: choice.levels,
      onlyNamed: choice.needed.filter((name) => !choice.styles.includes(name)),
      minLevel: ini.minAlertLevel,
      accept: words.accept,
      tokenIgnores: choice.tokenIgnores,
      blockIgnores: choice.blockIgnores,
    },
    files: [...words.files, ...found.flatMap(({ files }) => files)],
    problems: [...problems, ...found.flatMap((one) => one.problems), ...findUnknown(packs)],
  };
}

/** The names of the Hunspell files below `config`, which Vale 3 gives to its own rule of spelling. */
async function listDictionaries(styles: string, { files }: PackSource): Promise<string[]> {
  const folder = `${styles}/config/dictionaries/`;
  const paths = (await files.list?.(folder.slice(0, -1))) ?? [];
  return paths.filter((path) => path.endsWith('.dic')).map((path) => path.slice(folder.length, -'.dic'.length));
}

// Vale 3 keeps vocabularies under config/, Vale 2 under Vocab/.
async function readVocabularies(styles: string, names: readonly string[], { files }: PackSource) {
  const words = {
    accept: [] as string[],
    reject: [] as string[],
    files: [] as string[],
    missing: [] as string[],
  };
  for (const name of names) {
    const before = words.files.length;
    for (const kind of ['accept', 'reject'] as const)
      for (const folder of ['config/vocabularies', 'Vocab']) {
        const path = `${styles}/${folder}/${name}/${kind}.txt`;
        const text = await files.read(path);
        if (text === undefined) continue;
        words.files.push(path);
        words[kind].push(...readVocabulary(text));
      }
    if (words.files.length === before) words.missing.push(name);
  }
  return words;
}
