import type { Tagger } from '../style/index.ts';
import type { AssetPort } from '../text/index.ts';
import type { KeptPacks } from './kept-packs.ts';

/** Keeps from one run to the next what was made of a content. Never fails: what cannot be kept is made again. */
export interface Shelf {
  find(content: string): Promise<string | undefined>;
  keep(content: string, made: string): Promise<void>;
}

/** Reads files for the configuration. Paths are absolute with forward slashes, or URIs; only the port reads them. */
export interface FilePort {
  /** The text of a file; undefined when there is none. */
  read(path: string): Promise<string | undefined>;
  /** Paths of all files below a folder; without it folders of style rules are not read. */
  list?(folder: string): Promise<readonly string[]>;
  /** Names in a folder, of files and folders; without it a missing file is told without its nearest name. */
  names?(folder: string): Promise<readonly string[]>;
  /**
   * Whether a folder of what was fetched holds what was pinned (`sha512-…`), every byte of it; without it that is taken on
   * trust.
   */
  isIntact?(folder: string, integrity: string): Promise<boolean>;
  /** Something that changes when a file does, cheaper than reading it; without it changes are only heard of. */
  stamp?(path: string): Promise<string>;
  /** Opens a shelf for packs of many terms, which are slow to read; undefined when there is none. */
  openShelf?(): Promise<Shelf | undefined>;
  /** The configuration file of an installed package, asked only where the workspace is trusted. */
  findPackage?(name: string, from: string): Promise<string | undefined>;
}

/** Loads a third-party plugin of a trusted workspace; the module's default export. */
export type PluginPort = (name: string, from: string) => Promise<unknown>;

/** What configurations are read with. */
export interface LoaderPorts {
  files: FilePort;
  assets: AssetPort;
  plugins?: PluginPort;
  /** False in an untrusted workspace: only data is read, no plugins, no packages. */
  trusted?: boolean;
  /** This file instead of looking upward. */
  configFile?: string;
  /** Style packs on top of the configuration's; the name of a rank style sets that too. */
  styles?: readonly string[];
  /** `YYYY-MM-DD`, for rules that hold for a time; without it all hold. */
  today?: () => string;
  /** Packs of the loader before this one, for the next one to take over; see `keepPacks`. */
  kept?: KeptPacks;
  /** Opens the tagger of parts of speech; without it, rules that ask for such are problems. */
  openTagger?: () => Promise<Tagger>;
}
