import type { Mend } from '../encoding/index.ts';
import type { Examined } from './examine.ts';

/** What is counted over all blocks of an article, so that nobody walks over them for it. */
export interface Tally {
  /** Blocks with holes where letters were lost. */
  holed: number;
  /** Blocks that were read with a wrong code page. */
  misread: number;
  /** Blocks in which a rule threw. */
  failing: number;
  /** Tokens by the language that their blocks tell. */
  sizes: Map<string, number>;
}

/** The tally of no blocks. */
export const openTally = (): Tally => ({ holed: 0, misread: 0, failing: 0, sizes: new Map() });

/** A tally of its own to begin with. */
export const copyTally = (tally: Tally): Tally => ({ ...tally, sizes: new Map(tally.sizes) });

/** Counts a block in, or with -1 out. Whether rules threw is known once they have run. */
export function count(tally: Tally, { suspicions, mend, spoken, size, failures }: Examined, by: 1 | -1 = 1): void {
  if (suspicions?.holes) tally.holed += by;
  if (mend.damages.length > 0 && wasMisread(mend)) tally.misread += by;
  if (failures.length > 0) tally.failing += by;
  tally.sizes.set(spoken, (tally.sizes.get(spoken) ?? 0) + by * size);
}

/** Whether a block was read with a wrong code page. */
export const wasMisread = (mend: Mend | undefined): boolean =>
  mend?.damages.some(({ kind }) => kind === 'encoding-mojibake') ?? false;

/** The language of most words, for blocks too short to tell; English when none can tell. */
export function mainLanguage({ sizes }: Tally, setting: string): string {
  if (setting !== 'auto') return setting.split('-')[0] ?? 'en';
  let main = 'en';
  let most = sizes.get(main) ?? 0;
  for (const [language, size] of sizes) {
    // Of two as large the first by name: the order of the counting tells nothing.
    if (language === 'und' || size < most || (size === most && (main === 'en' || main < language))) continue;
    main = language;
    most = size;
  }
  return main;
}
