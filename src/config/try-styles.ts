import { createSpeller } from '../spelling/index.ts';
import type { ExampleNeeds, PackTest, Tagger } from '../style/index.ts';
import { asksForTagger, readShippedPack, shippedPackNames, testPack } from '../style/index.ts';
import type { AssetPort } from '../text/index.ts';
import { said } from '../text/index.ts';
import { keepPacks } from './kept-packs.ts';
import type { FoundPacks, LoadedPack } from './packs.ts';
import { readPacks } from './packs.ts';
import type { ConfigProblem } from './place.ts';
import { problemAt, topOf } from './place.ts';
import type { FilePort } from './ports.ts';

/** Names of the packs that ship, as written after `copydesk:`. */
export const shippedPacks: readonly string[] = shippedPackNames;

/** A pack with what its examples say of it. */
export interface TestedStyle extends LoadedPack {
  test: PackTest;
}

/**
 * Reads style packs by themselves, whatever configurations say.
 *
 * @param path a folder of rules, a file of them, or `copydesk:NAME`
 */
export async function readStylePacks(path: string, files: FilePort, assets: AssetPort): Promise<FoundPacks> {
  if (!path.startsWith('copydesk:'))
    return readPacks(path, topOf(path), { files, found: new Map(), kept: keepPacks() });
  const pack = readShippedPack(assets, path.slice('copydesk:'.length));
  if (pack) return { packs: [{ pack, path }], files: [], problems: [] };
  const message = said`No such style pack: there are ${shippedPackNames.join(', ')}`;
  return { packs: [], files: [], problems: [problemAt(topOf(path), message)] };
}

/** What the examples of a pack need besides it; dictionaries are opened when the first word is spelt. */
export async function openNeeds(
  { pack, words }: LoadedPack,
  assets: AssetPort,
  openTagger: (() => Promise<Tagger>) | undefined,
): Promise<ExampleNeeds> {
  const speller = createSpeller(assets);
  const isSpelled = (word: string, language: string) => speller.isKnown(word, language);
  const tagger = pack.rules.some(asksForTagger) ? await openTagger?.() : undefined;
  return { isSpelled, ...(words ? { ownWords: words.byRule } : {}), ...(tagger ? { tagger } : {}) };
}

/** Runs the examples inside style packs; the path is that of {@link readStylePacks}. */
export async function testStylePacks(
  path: string,
  files: FilePort,
  assets: AssetPort,
  openTagger?: () => Promise<Tagger>,
): Promise<{ packs: readonly TestedStyle[]; problems: readonly ConfigProblem[] }> {
  const { packs, problems } = await readStylePacks(path, files, assets);
  const tested = packs.map(async (one) => ({
    ...one,
    test: testPack(one.pack, undefined, await openNeeds(one, assets, openTagger)),
  }));
  return { packs: await Promise.all(tested), problems };
}
