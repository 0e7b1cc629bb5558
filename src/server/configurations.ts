import type { ConfigLoader, ConfigProblem, FilePort, LoadedConfig, PluginPort } from '../config/index.ts';
import { createConfigLoader, findArticleKeys, keepPacks } from '../config/index.ts';
import type { Desk } from '../desk/index.ts';
import { createDesk } from '../desk/index.ts';
import type { Tagger } from '../style/index.ts';
import type { AssetPort, Letters, Translate } from '../text/index.ts';
import { saidBy } from '../text/index.ts';
import type { OwnSetting } from './own-settings.ts';
import { withOwnSettings } from './own-settings.ts';
import type { ClientSettings } from './protocol.ts';

/** The configuration of one article and the desk that works by it. */
export interface DeskConfig extends LoadedConfig {
  desk: Desk;
  /** What the user's own settings say instead of it. */
  own: readonly OwnSetting[];
  /** What is questionable in it besides its problems; looked for when first asked. */
  lint(): Promise<readonly ConfigProblem[]>;
}

/** Configurations of articles, loaded once and kept until something they were read from changes. */
export interface Configurations {
  /**
   * Never throws: a configuration that cannot be read leaves the default settings and a problem.
   *
   * @param source the article, whose front matter may set keys of its own
   */
  load(path: string, settings: ClientSettings, source?: Letters): Promise<DeskConfig>;
  /** Everything is read anew from now on. */
  forget(): void;
  /** Rises with each `forget`. */
  readonly generation: number;
  /** The files, and folders of packs, that kept configurations were read from. */
  readonly used: readonly string[];
  /** True when a kept configuration was read from the file. */
  uses(path: string): boolean;
  /** True when a kept configuration looked for something, and did not find it, that a new file may be. */
  misses(path: string): boolean;
  /** What every kept configuration says of a file that it was read from. */
  problemsOf(path: string): Promise<readonly ConfigProblem[]>;
}

/** Sets up the store; `isTrusted` and `translate` are asked at each load. */
export function createConfigurations(ports: {
  assets: AssetPort;
  files: FilePort;
  plugins?: PluginPort | undefined;
  openTagger?: (() => Promise<Tagger>) | undefined;
  isTrusted: () => boolean;
  listArticles: (folder: string) => Promise<readonly string[]>;
  today?: () => string;
  translate: () => Translate;
}): Configurations {
  const kept = keepPacks();
  let generation = 0;
  let loads = new Map<string, Promise<DeskConfig>>();
  let desks = new Map<string, Desk>();
  let used = new Set<string>();
  let loader: ConfigLoader | undefined;
  let missing = false;

  async function read(path: string, wanted: ClientSettings, keys: string): Promise<DeskConfig> {
    const mine = { desks, used };
    const loaded = await loadSafely(path, keys);
    for (const file of loaded.files) mine.used.add(file);
    if (loaded.problems.some(({ fix }) => fix === 'remove')) missing = true;
    const { settings, own } = withOwnSettings(loaded.settings, wanted);
    let desk = mine.desks.get(settings.key);
    if (!desk) {
      desk = createDesk(settings, {
        assets: ports.assets,
        translate: ports.translate(),
        ...(settings.plugins ? { rules: settings.plugins } : {}),
      });
      mine.desks.set(settings.key, desk);
    }
    let found: Promise<readonly ConfigProblem[]> | undefined;
    const mineLoader = loader;
    const lint = () => {
      found ??=
        mineLoader?.lint(path, { today: ports.today?.() ?? '', listArticles: ports.listArticles }) ??
        Promise.resolve([]);
      return found.catch(() => []);
    };
    for (const { path: home } of loaded.packs) mine.used.add(home);
    return { ...loaded, settings, own, desk, lint };
  }

  async function loadSafely(path: string, keys: string): Promise<LoadedConfig> {
    const { assets, files } = ports;
    loader ??= createConfigLoader({
      assets,
      files,
      trusted: ports.isTrusted(),
      kept,
      ...(ports.today ? { today: ports.today } : {}),
      ...(ports.plugins ? { plugins: ports.plugins } : {}),
      ...(ports.openTagger ? { openTagger: ports.openTagger } : {}),
    });
    try {
      return await loader.load(path, keys);
    } catch (error) {
      // A file that cannot be read (rights, a broken link) leaves the defaults.
      const loaded = await createConfigLoader({ assets, files: { read: async () => undefined } }).load(path);
      const message = saidBy(error);
      const problem = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1, severity: 'error' as const, message };
      return { ...loaded, problems: [problem] };
    }
  }

  return {
    load(path, settings, source = '') {
      const keys = findArticleKeys(source);
      const key = JSON.stringify([path, settings.style, settings.language, settings.words, keys]);
      let load = loads.get(key);
      if (!load) {
        load = read(path, settings, keys);
        loads.set(key, load);
      }
      return load;
    },
    forget() {
      generation++;
      loads = new Map();
      desks = new Map();
      used = new Set();
      loader = undefined;
      missing = false;
    },
    get generation() {
      return generation;
    },
    get used() {
      return [...used];
    },
    // A file that is new in a pack's folder belongs to it.
    uses: (path) => used.has(path) || (/\.ya?ml$/i.test(path) && isBelow(path, used)),
    misses: (path) => missing && /\.(?:csv|tsv|txt|ya?ml|json|dic)$/i.test(path),
    async problemsOf(path) {
      const kept = await Promise.all(loads.values());
      // Articles of one configuration say the same.
      const each = new Map(kept.map((one) => [JSON.stringify([one.settings.key, one.files]), one]));
      const all = [];
      for (const one of each.values()) all.push(...one.problems, ...(await one.lint()));
      const here = all.filter(({ file }) => file === path);
      return [...new Map(here.map((problem) => [JSON.stringify(problem), problem])).values()];
    },
  };
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
    if (folders.has(path.slice(0, at))) return true;
  return false;
}

/** True for the name of a configuration file. */
export function isConfigName(path: string): boolean {
  return /(?:^|\/)(?:\.copydesk\.(?:ya?ml|json)|\.vale\.ini)$/.test(path);
}
