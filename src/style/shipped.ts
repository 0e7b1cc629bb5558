import type { AssetPort } from '../text/index.ts';
import type { Pack } from './pack.ts';

/** Names of the packs that ship: `copydesk:core` is read as `core`. */
export const shippedPackNames = [
  'ap',
  'azernews',
  'bbc',
  'conscious',
  'core',
  'guardian',
  'legal',
  'plain',
  'reuters',
] as const;

/** A pack that ships; undefined when there is none of the name, or the assets were not built. */
export function readShippedPack(assets: AssetPort, name: string): Pack | undefined {
  if (!(shippedPackNames as readonly string[]).includes(name)) return undefined;
  const bytes = assets(`style-${name}.json`);
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Pack);
}
