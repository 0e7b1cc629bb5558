import { makeArticle } from './corpus.ts';
import { peers } from './peers/index.ts';
import type { Lint } from './retext.ts';

// One linter, one article, one process: `node bench/once.ts NAME SIZE` prints its time as JSON.
const [name = '', size = '100000'] = process.argv.slice(2);
const text = makeArticle(80_000, Number(size));

async function open(): Promise<Lint> {
  const peer = peers.find((one) => one.name === name);
  if (peer) return peer.load();
  if (name === 'copydesk') {
    // As it is used: Node takes a third of the memory to read four hundred files of TypeScript.
    const built = new URL('../dist/index.js', import.meta.url).href;
    const { createDesk, defaultSettings, nodeAssets } = (await import(built)) as typeof import('../src/index.ts');
    const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
    return async (source) => desk.open({ path: 'a.txt', source }).check().messages.length;
  }
  const retext = await import('./retext.ts');
  return name === 'plain retext' ? retext.plainRetext() : retext.popularRetext();
}

const begin = performance.now();
const lint = await open();
await lint(text);
const first = performance.now() - begin;
console.log(JSON.stringify({ first }));
// Some peers keep workers alive.
process.exit(0);
