import type { FilePort, PluginPort } from '../config/index.ts';
import type { SyncReport } from '../node/index.ts';
import type { Tagger } from '../style/index.ts';
import type { AssetPort } from '../text/index.ts';

/** What the server needs of the machine that it runs on. Paths are those of uris.ts. */
export interface Host {
  assets: AssetPort;
  /** Says why nothing can be checked; undefined when all is well. */
  findFault?: () => string | undefined;
  files: FilePort;
  /** Loads plugins; only where the machine can run them. */
  plugins?: PluginPort;
  /** Opens the tagger of parts of speech. */
  openTagger?: () => Promise<Tagger>;
  /** Fetches what a configuration extends and pins it; only where the machine can. */
  sync?: (file: string) => Promise<SyncReport>;
  /** Files below a folder that end with one of the extensions, in a steady order; folders of software are left out. */
  findFiles(folder: string, extensions: readonly string[], isCancelled: () => boolean): Promise<readonly string[]>;
  /** Translated templates of a locale («tr», «az»); undefined when there is none. */
  readTranslations(locale: string): Promise<Readonly<Record<string, string>> | undefined>;
  /** The day as `YYYY-MM-DD`, in the machine's time zone. */
  today(): string;
  /** Milliseconds from any beginning. */
  now(): number;
}
