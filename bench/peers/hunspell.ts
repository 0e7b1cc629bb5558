import { existsSync, readFileSync } from 'node:fs';

/** What Hunspell says of a dictionary's words. */
export interface Hunspell {
  spell(word: string): boolean;
  /** Best first. */
  suggest(word: string): string[];
}

interface Factory {
  mountBuffer(bytes: Uint8Array, name: string): string;
  create(affixes: string, words: string): Hunspell;
}

/**
 * Opens an installed dictionary with Hunspell itself, as WebAssembly; undefined until the peers of the bench are installed.
 *
 * @param dictionary an npm package with `index.aff` and `index.dic`
 */
export async function openHunspell(dictionary: string): Promise<Hunspell | undefined> {
  const name = 'hunspell-asm';
  if (!existsSync(`bench/peers/node_modules/${name}`)) return undefined;
  // TypeScript can't see it: it stands in bench/peers/node_modules.
  const { loadModule } = (await import(name)) as { loadModule(): Promise<Factory> };
  const factory = await loadModule();
  const mount = (ending: string) =>
    factory.mountBuffer(readFileSync(`node_modules/${dictionary}/index.${ending}`), `index.${ending}`);
  return factory.create(mount('aff'), mount('dic'));
}
