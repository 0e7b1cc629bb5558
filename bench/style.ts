import { fileURLToPath } from 'node:url';
import type { Root } from 'nlcst';
import { search } from 'nlcst-search';
import { defaultSettings } from '../src/config/index.ts';
import { createDesk } from '../src/desk/index.ts';
import { createVocabulary, parseBlock } from '../src/language/index.ts';
import { nodeAssets } from '../src/node/index.ts';
import type { Pack, PackFile } from '../src/style/index.ts';
import { compilePacks, loadPack } from '../src/style/index.ts';
import { indexTerms } from '../src/style/terms.ts';
import { shiftMap } from '../src/text/index.ts';
import { createRandom, makeArticle } from './corpus.ts';
import type { Subject } from './measure.ts';
import { interleave, printTable } from './measure.ts';

const terms = 50_000;
const regexes = 500;

/** Invented words, the same for a seed: two to four syllables, some in pairs. */
function makeWords(count: number): string[] {
  const parts = 'ba ce di fo gu ha ki lo mu na pe ri so tu ve wa xi yo zu bra cle dro fli gra pla ste tro'.split(' ');
  const random = createRandom(7);
  const next = (below: number) => Math.floor(random() * below);
  const word = () => Array.from({ length: 2 + next(3) }, () => parts[next(parts.length)]).join('');
  const words = new Set<string>();
  while (words.size < count) words.add(next(4) === 0 ? `${word()} ${word()}` : word());
  return [...words];
}

/** A folder of rules: fifty lists of a thousand terms, half of them with replacements, and five hundred patterns. */
export function makeFolder(): PackFile[] {
  const words = makeWords(terms);
  const lists = Array.from({ length: 50 }, (_, i): PackFile => {
    const mine = words.slice(i * 1000, (i + 1) * 1000);
    const rows = i % 2 ? mine.map((word) => `  ${word}: ${word}s`) : mine.map((word) => `  - ${word}`);
    const head = `extends: ${i % 2 ? 'substitution' : 'existence'}\nmessage: m %s\nignorecase: true\n`;
    return { path: `Bench/List${i}.yml`, text: `${head}${i % 2 ? 'swap' : 'tokens'}:\n${rows.join('\n')}\n` };
  });
  const patterns = Array.from({ length: regexes }, (_, i): PackFile => {
    const [a = '', b = ''] = [words[i * 7], words[i * 11 + 3]];
    const shapes = [`${a}(?:s|ed|ing)?`, `(?:${a}|${b})\\s+\\w+ly`, `\\d+\\s?${a}`, `\\b${a}(?= of)`, `[A-Z]\\w+-${b}`];
    return {
      path: `Bench/Pattern${i}.yml`,
      text: `extends: existence\nmessage: m %s\nnonword: true\ntokens:\n  - '${shapes[i % 5]}'\n`,
    };
  });
  return [...lists, ...patterns];
}

/** Milliseconds of the best of some runs. */
function time<T>(rounds: number, run: () => T): { best: number; result: T } {
  let best = Number.POSITIVE_INFINITY;
  let result = run();
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    result = run();
    best = Math.min(best, performance.now() - start);
  }
  return { best, result };
}

/** Times 50,000 terms and 500 patterns: loading, one pass over text, an article on top of the core. */
export async function measureStyle(): Promise<Record<string, number>> {
  const files = makeFolder();
  const start = performance.now();
  const { pack, problems } = loadPack(files, { name: 'Bench' });
  const read = performance.now() - start;
  const compileStart = performance.now();
  const matcher = compilePacks([pack]);
  const firstCompile = performance.now() - compileStart;
  const json = JSON.stringify(pack);
  const cached = time(3, () => compilePacks([JSON.parse(json) as Pack])).best;
  console.log(`problems: ${problems.length + matcher.problems.length}, rules: ${matcher.rules.length}\n`);

  const words = makeWords(terms);
  const text = Array.from({ length: 100 }, (_, i) => makeArticle(i + 1, 10_000)).join('\n');
  const index = indexTerms([{ terms: words, ignoreCase: true, exactSpaces: true }]);
  const lower = text.toLowerCase();
  const pass = time(5, () => index.find(text, lower)).best;

  const settings = defaultSettings(nodeAssets);
  const bare = createDesk({ ...settings, packs: settings.packs }, { assets: nodeAssets });
  const laden = createDesk({ ...settings, packs: compilePacks([pack]), key: 'bench' }, { assets: nodeAssets });
  let seed = 1000;
  const article = (desk: typeof bare): Subject['prepare'] => {
    return () => {
      const source = makeArticle(seed++, 10_000);
      return () => desk.open({ path: 'a.txt', source }).check();
    };
  };
  const vocabulary = createVocabulary((word) => word.toLowerCase());
  const blocks = makeArticle(3, 10_000)
    .split('\n\n')
    .map((part) => {
      const block = { role: 'paragraph' as const, text: part, map: shiftMap(0), start: 0, end: part.length };
      return parseBlock({ ...block, datelineEnd: 0, opaque: [] }, part, vocabulary);
    });
  const patterns = [...words.slice(0, 1000).map((word) => new RegExp(`\\b${word}\\b`, 'gi'))];
  const trees = blocks.map((block) => block.tree());
  const few = words.slice(0, 1000);
  const timings = await interleave(
    [
      { name: 'the desk without the folder, 10 KB', prepare: article(bare) },
      { name: 'the desk with the folder, 10 KB', prepare: article(laden) },
      { name: 'the matcher alone, 10 KB', prepare: () => () => blocks.map((block) => matcher.match(block, {}, 'md')) },
      {
        name: 'a RegExp a term, 1,000 terms, 10 KB',
        prepare: () => () => blocks.flatMap(({ text: one }) => patterns.flatMap((pattern) => one.match(pattern) ?? [])),
      },
      {
        name: 'nlcst-search, 1,000 terms, 10 KB',
        prepare: () => () => {
          for (const tree of trees) search(tree as Root, few, () => undefined);
        },
      },
    ],
    { rounds: 15, warm: 500 },
  );
  const figures: Record<string, number> = {
    'reading YAML, cold': read,
    'compiling, cold': firstCompile,
    'from the cached pack to a matcher': cached,
    [`one pass of the terms over ${(text.length / 1e6).toFixed(1)} MB (${(text.length / 1000 / pass).toFixed(1)} MB/s)`]:
      pass,
    ...Object.fromEntries(timings.map(({ name, median }) => [name, median])),
  };
  printTable(
    ['50,000 terms, 500 patterns', 'ms'],
    Object.entries(figures).map(([name, ms]) => [name, ms.toFixed(ms < 100 ? 2 : 0)]),
  );
  return figures;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measureStyle();
