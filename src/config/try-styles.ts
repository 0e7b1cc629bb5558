import type { PackTest } from '../style/index.ts';
import { readShippedPack, shippedPackNames, testPack } from '../style/index.ts';
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

/** Runs the examples inside style packs; the path is that of {@link readStylePacks}. */
export async function testStylePacks(
  path: string,
  files: FilePort,
  assets: AssetPort,
): Promise<{ packs: readonly TestedStyle[]; problems: readonly ConfigProblem[] }> {
  const { packs, problems } = await readStylePacks(path, files, assets);
  return { packs: packs.map((one) => ({ ...one, test: testPack(one.pack) })), problems };
}
