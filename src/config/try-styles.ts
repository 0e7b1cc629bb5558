import type { Pack, PackTest } from '../style/index.ts';
import { readShippedPack, shippedPackNames, testPack } from '../style/index.ts';
import type { AssetPort } from '../text/index.ts';
import { readPacks } from './packs.ts';
import type { ConfigProblem } from './place.ts';
import { problemAt, topOf } from './place.ts';
import type { FilePort } from './ports.ts';

/** Names of the packs that ship, as written after `copydesk:`. */
export const shippedPacks: readonly string[] = shippedPackNames;

/**
 * Runs the examples inside style packs.
 *
 * @param path a folder of rules, or `copydesk:NAME`
 */
export async function testStylePacks(
  path: string,
  files: FilePort,
  assets: AssetPort,
): Promise<{ packs: readonly { pack: string; test: PackTest }[]; problems: readonly ConfigProblem[] }> {
  let packs: readonly Pack[];
  let problems: readonly ConfigProblem[] = [];
  if (path.startsWith('copydesk:')) {
    const pack = readShippedPack(assets, path.slice('copydesk:'.length));
    packs = pack ? [pack] : [];
    if (!pack) problems = [problemAt(topOf(path), `No such style pack: there are ${shippedPackNames.join(', ')}`)];
  } else ({ packs, problems } = await readPacks(path, topOf(path), { files, found: new Map() }));
  return { packs: packs.map((pack) => ({ pack: pack.name, test: testPack(pack) })), problems };
}
