import { getHeapSpaceStatistics } from 'node:v8';
import { makeArticle } from './corpus.ts';
import { openDesk } from './engine.ts';

// How much of a closed article waits in old memory for V8 to clear it: `node --expose-gc bench/promoted.ts`. More than a
// hundred KB for an article of 10 KB tells that something of V8's own (a layout, an entry of a WeakMap) holds on to it.
const articles = Array.from({ length: 200 }, (_, seed) => makeArticle(seed, 10_000));
const desk = openDesk();
const checkAll = () => {
  for (const source of articles) desk.open({ path: 'a.txt', source }).check();
};
const oldMemory = () =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')?.space_used_size ?? 0;

const clear = globalThis.gc;
if (!clear) throw new Error('run it as: node --expose-gc bench/promoted.ts');
// What the desk knows of words, and what V8 compiles, is not the articles'.
checkAll();
clear();
const before = oldMemory();
checkAll();
clear({ type: 'minor' });
console.log(`${((oldMemory() - before) / 1024 / articles.length).toFixed(0)} KB of old memory an article of 10 KB`);
