import type { Lexicon } from '../lexicon/index.ts';
import { createLexicon } from '../lexicon/index.ts';
import type { MatcherOptions, Pack, PackLevel } from '../style/index.ts';
import { asksForTagger, readShippedPack, shippedPackNames } from '../style/index.ts';
import { hintAt, nearestName, said, saidBy } from '../text/index.ts';
import type { readDictionaries } from './dictionaries.ts';
import type { Origin } from './explain.ts';
import { explainSettings } from './explain.ts';
import { rankStyles } from './file.ts';
import { hashText } from './hash.ts';
import { keepPacks } from './kept-packs.ts';
import type { LintPorts } from './lint/index.ts';
import type { TeamList } from './lists.ts';
import type { Merged } from './merge.ts';
import { mergeLayers, namesArticle } from './merge.ts';
import { missingFile } from './missing.ts';
import type { FoundPacks, LoadedPack, PackSource } from './packs.ts';
import { joinOptions, readPacks, stylePath } from './packs.ts';
import { parentOf } from './paths.ts';
import type { ConfigProblem, Place } from './place.ts';
import { problemAt, topOf } from './place.ts';
import { loadPlugins } from './plugins.ts';
import type { FilePort, LoaderPorts } from './ports.ts';
import { findArticleKeys, readArticleKeys } from './read-file.ts';
import { findUnknownRules, isBuiltIn } from './rule-names.ts';
import type { RuleSetting, Settings } from './settings.ts';
import { compileWithCore, defaultRules } from './settings.ts';
import type { ReadOnce, Sources } from './sources.ts';
import { findSources } from './sources.ts';

/** The configuration of one article. */
export interface LoadedConfig {
  settings: Settings;
  /** Every file that took part, nearest configuration first; watch these. */
  files: readonly string[];
  problems: readonly ConfigProblem[];
  /** Whether the configuration's own `files` names the article; undefined when it doesn't say. */
  isArticle: boolean | undefined;
  /** House style packs that take part, those that ship too; the later holds where two have one name. */
  packs: readonly LoadedPack[];
  /** Every value that holds and where it was set. */
  explain(): readonly Origin[];
}

/** Loads the configurations of many articles; files are read once in its life. */
export interface ConfigLoader {
  /**
   * Never throws: what is wrong is a problem, the rest holds.
   *
   * @param source the article, whose front matter may set keys of its own; left out when it is not known
   */
  load(path: string, source?: string): Promise<LoadedConfig>;
  /** What is questionable in the configuration of an article besides what `load` says; takes longer. */
  lint(path: string, ports?: LintPorts): Promise<readonly ConfigProblem[]>;
}

/** Sets up a loader. */
export function createConfigLoader(ports: LoaderPorts): ConfigLoader {
  const unreadable: ConfigProblem[] = [];
  const texts = new Map<string, Promise<string | undefined>>();
  const read: ReadOnce = (path) => once(texts, path, () => readSafely(ports.files, path, unreadable));
  const files: FilePort = { ...ports.files, read };
  const found = new Map<string, Promise<Sources>>();
  const lists = new Map<string, Promise<TeamList | undefined>>();
  const words = new Map<string, Promise<Awaited<ReturnType<typeof readDictionaries>> & { faults: ConfigProblem[] }>>();
  const lexicons = new Map<string, { lexicon: Lexicon; key: string }>();
  const kept = ports.kept ?? keepPacks();
  kept.read.turn();
  kept.compiled.turn();
  const source: PackSource = { files, found: new Map(), kept };
  const shipped = new Map<string, Pack | undefined>();
  const readShipped = (name: string) => {
    if (!shipped.has(name)) shipped.set(name, readShippedPack(ports.assets, name));
    return shipped.get(name);
  };
  const hashPack = (pack: Pack) => {
    const hash = kept.keys.get(pack) ?? hashText(JSON.stringify(pack));
    kept.keys.set(pack, hash);
    return hash;
  };

  async function readLexicon({ lexicon: named }: Merged, problems: ConfigProblem[], used: string[]) {
    const { readList } = named.length > 0 ? await import('./lists.ts') : {};
    const paths = new Map(named.map((one) => [stylePath(one.place.file, one.value), one]));
    const read1 = await Promise.all(
      [...paths].map(async ([path, { value, place }]) => {
        const list = await once(lists, path, async () => {
          const text = await read(path);
          return text === undefined ? undefined : readList?.(path, text);
        });
        if (list) {
          used.push(path);
          problems.push(...list.problems);
        } else problems.push(await missingFile(path, { value, place }, ports.files));
        return list ?? { people: [], terms: [] };
      }),
    );
    const key = [...paths.keys()].join('\n');
    const before = lexicons.get(key);
    if (before) return before;
    const lexicon = createLexicon(ports.assets, {
      people: read1.flatMap(({ people }) => people),
      terms: read1.flatMap(({ terms }) => terms),
    });
    const contents = await Promise.all([...paths.keys()].map(read));
    const made = { lexicon, key: hashText(JSON.stringify([key, contents])) };
    lexicons.set(key, made);
    return made;
  }

  async function readWords({ dictionaries: named }: Merged, problems: ConfigProblem[], used: string[]) {
    if (named.length === 0) return { dictionaries: [], key: '' };
    const { readDictionaries: open } = await import('./dictionaries.ts');
    const said = named.map(({ value, place }) => stylePath(place.file, value)).join('\n');
    const opened = await once(words, said, async () => {
      const faults: ConfigProblem[] = [];
      return { ...(await open(named, read, faults)), faults };
    });
    used.push(...opened.files);
    problems.push(...opened.faults);
    return opened;
  }

  async function readStyles(path: string, merged: Merged, sources: Sources, problems: ConfigProblem[], used: string[]) {
    const core = readShipped('core');
    const packs: LoadedPack[] = [];
    let options: MatcherOptions = {};
    const take = (styles: FoundPacks) => {
      packs.push(...styles.packs);
      used.push(...styles.files);
      problems.push(...styles.problems);
    };
    const builtin = (name: string, place: Place) => {
      const pack = readShipped(name);
      if (pack) packs.push({ pack, path: `copydesk:${name}` });
      else if (!(shippedPackNames as readonly string[]).includes(name)) {
        const near = nearestName(name, shippedPackNames);
        problems.push(
          problemAt(
            place,
            said`No style pack “copydesk:${name}”: ${hintAt(near, said`there are ${shippedPackNames.join(', ')}`)}`,
            'error',
            near ? [`copydesk:${near}`] : undefined,
          ),
        );
      }
    };
    if (sources.vale) {
      const { readVale } = await import('./vale.ts');
      const styles = await readVale(sources.vale, (await read(sources.vale)) ?? '', path, source);
      packs.push(...styles.packs);
      used.push(...styles.files);
      problems.push(...styles.problems);
      options = styles.options;
    }
    for (const { value, place } of sources.builtins) builtin(value.slice('copydesk:'.length), place);
    for (const { value, place } of [...merged.styles].reverse()) {
      if (value.startsWith('copydesk:')) builtin(value.slice('copydesk:'.length), place);
      else take(await readPacks(stylePath(place.file, value), place, source));
    }
    for (const name of ports.styles ?? []) {
      const place = topOf('--style');
      const known = (shippedPackNames as readonly string[]).includes(name) || rankStyles.some((one) => one === name);
      if (known) {
        if (!rankStyles.some((one) => one === name) || (shippedPackNames as readonly string[]).includes(name))
          builtin(name, place);
      } else if (name.startsWith('copydesk:')) builtin(name.slice('copydesk:'.length), place);
      else take(await readPacks(name.replaceAll('\\', '/').replace(/\/+$/, ''), place, source));
    }
    for (const { pack, path: there } of packs) {
      const holder = packs.findLast((one) => one.pack.name === pack.name);
      const entry =
        merged.styles.find(({ place, value }) => stylePath(place.file, value) === there) ?? merged.styles[0];
      if (!holder || !entry || holder.path === there) continue;
      const message = said`Another pack is called “${pack.name}” too, and holds instead: ${holder.path}`;
      problems.push(problemAt(entry.place, message, 'warning', undefined, 'remove'));
    }
    const unique = [...new Map(packs.map((one) => [one.pack.name, one])).values()];
    const bare = unique.map(({ pack }) => pack);
    options = joinOptions(options, { levels: packLevels(merged) });
    const ownWords = new Map(unique.flatMap(({ words }) => [...(words?.byRule ?? [])]));
    const wordsKey = unique.map(({ words }) => words?.key ?? '').join('');
    if (ownWords.size > 0) options = { ...options, ownWords };
    if (ports.today && bare.some(({ rules }) => rules.some(({ since, until }) => since || until)))
      options = { ...options, today: ports.today() };
    if (ports.openTagger && bare.some(({ rules }) => rules.some(asksForTagger)))
      options = { ...options, tagger: await ports.openTagger() };
    const key = hashText(JSON.stringify([options, [...(options.levels ?? [])], wordsKey, bare.map(hashPack)]));
    const matcher = kept.compiled.take(key, () => compileWithCore(core, bare, ports.assets, options));
    if (matcher) problems.push(...matcher.problems);
    return { matcher, key, packs: core ? [{ pack: core, path: 'copydesk:core' }, ...unique] : unique };
  }

  async function load(path: string, source = '') {
    const folder = parentOf(path);
    const sources = await once(found, folder ?? '', () => findSources(folder, read, ports));
    const yaml = findArticleKeys(source);
    const own = yaml === '' ? [] : [{ file: readArticleKeys(path, yaml), folder: folder ?? '' }];
    const layers = [...sources.layers, ...own];
    const merged = mergeLayers(layers, path);
    const problems = [...sources.problems, ...own.flatMap(({ file }) => file.problems)];
    const used = [...sources.files];
    const { lexicon, key: lexiconKey } = await readLexicon(merged, problems, used);
    const { matcher, key, packs } = await readStyles(path, merged, sources, problems, used);
    const words = await readWords(merged, problems, used);
    const plugins = await loadPlugins(merged, ports, problems);
    problems.push(...findUnknownRules(layers, path, packs, merged));
    const rules = defaultRules();
    for (const { id, setting } of plugins) rules.set(id, setting);
    for (const [id, said] of merged.rules) {
      const before = rules.get(id);
      if (before) rules.set(id, settle(said, before));
    }
    const asked = [
      ...(ports.styles ?? []),
      ...[merged.style?.value ?? ''],
      ...sources.builtins.map(({ value }) => value.slice(9)).reverse(),
    ];
    const style = rankStyles.find((one) => one === asked.find((name) => rankStyles.some((known) => known === name)));
    const settings: Settings = {
      language: merged.language?.value ?? 'auto',
      style: style ?? 'keep-full',
      rules,
      lexicon,
      ...(matcher ? { packs: matcher } : {}),
      ...(words.dictionaries.length > 0 ? { dictionaries: words.dictionaries } : {}),
      ...(plugins.length > 0 ? { plugins: plugins.map(({ rule }) => rule) } : {}),
      key: '',
    };
    const raw = plugins.map(({ id }) => merged.rules.get(id)?.raw ?? null);
    const said = JSON.stringify([settings.language, settings.style, [...rules], key, lexiconKey, words.key, raw]);
    const loaded: LoadedConfig = {
      settings: { ...settings, key: hashText(said) },
      files: [...new Set(used)],
      problems: [...unreadable, ...problems],
      isArticle: merged.isArticle,
      packs,
      explain: () => explainSettings(settings, merged),
    };
    const named = [...sources.builtins, ...merged.styles];
    return { loaded, linted: { layers, merged, packs, named, settings } };
  }

  const shared = new Map<string, Promise<LoadedConfig>>();

  /** The articles of a folder share a configuration that does not look at their names or at what they say themselves. */
  async function loadShared(path: string, source = ''): Promise<LoadedConfig> {
    const folder = parentOf(path);
    const { layers, vale } = await once(found, folder ?? '', () => findSources(folder, read, ports));
    const isOwn = vale || findArticleKeys(source) !== '' || layers.some(({ file }) => file.overrides.length > 0);
    if (isOwn) return (await load(path, source)).loaded;
    const loaded = await once(shared, folder ?? '', async () => (await load(path)).loaded);
    return { ...loaded, isArticle: namesArticle(layers, path) };
  }

  return {
    load: loadShared,
    async lint(path, lintPorts = {}) {
      const [{ lintConfig }, { linted }] = await Promise.all([import('./lint/index.ts'), load(path)]);
      return lintConfig(linted, read, lintPorts);
    },
  };
}

function once<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const before = kept.get(key);
  if (before) return before;
  const made = make();
  kept.set(key, made);
  return made;
}

async function readSafely(files: FilePort, path: string, problems: ConfigProblem[]): Promise<string | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    problems.push(problemAt(topOf(path), said`Cannot be read: ${saidBy(error)}`));
    return undefined;
  }
}

function settle({ severity, options }: MergedSetting, before: RuleSetting): RuleSetting {
  const own = before.severity === 'off' ? 'warning' : before.severity;
  return {
    severity: severity === undefined ? before.severity : severity.value === 'on' ? own : severity.value,
    options: { ...before.options, ...Object.fromEntries([...options].map(([name, { value }]) => [name, value])) },
  };
}

type MergedSetting = Merged['rules'] extends ReadonlyMap<string, infer T> ? T : never;

/** What a configuration says of packs and their rules, in the packs' words. */
function packLevels({ rules }: Merged): Map<string, PackLevel | 'off' | 'on'> {
  const levels = new Map<string, PackLevel | 'off' | 'on'>();
  for (const [id, { severity }] of rules)
    if (severity && !isBuiltIn(id)) levels.set(id, severity.value === 'info' ? 'suggestion' : severity.value);
  return levels;
}
