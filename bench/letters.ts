import { readArticle } from '../src/article/index.ts';
import { createMender } from '../src/encoding/index.ts';
import { nodeAssets } from '../src/node/index.ts';
import { createSpeller } from '../src/spelling/index.ts';

const write = (number: number) =>
  `The committee met on Monday to weigh plan ${number} for Türkiye’s “new” ports and roads, officials in the capital said. `;
const damaged = ['Bayraktaro?lu', 'Y?ld?r?m', 'ErdoÄŸan', '?anl?urfa', 'Çavu?o?lu'];

/** English copy of about a thousand words; another one for each seed, since what was seen is known. */
export function makeClean(seed: number): string {
  return Array.from({ length: 50 }, (_, i) => write(seed * 50 + i) + (i % 5 === 0 ? '\n\n' : '')).join('');
}

/** The same with a damaged name in each sentence. */
export function makeDamaged(seed: number): string {
  let next = 0;
  return makeClean(seed).replaceAll('capital', () => damaged[next++ % damaged.length] ?? '');
}

/** The mending of letters alone, reading done before. */
export function openMending() {
  const mender = createMender(nodeAssets, createSpeller(nodeAssets).isKnown);
  return {
    prepare(source: string): () => unknown {
      const { blocks } = readArticle(source, 'a.txt');
      return () => mender.mend(blocks, { team: [], folder: [] });
    },
  };
}
