import { createRandom, makeArticle } from './corpus.ts';
import { openDesk } from './engine.ts';

// A long day at one article: `node --expose-gc bench/edits.ts COUNT` prints the heap after a tenth of the edits and after
// all as JSON, in MB. Letters, words and paragraphs come and go all over the text; its length stays about the same.
const count = Number(process.argv[2] ?? 20_000);
const random = createRandom(7);
const session = openDesk().open({ path: 'edited.txt', source: makeArticle(60_000, 10_000) });
let text = session.article.source;
const spare = makeArticle(60_001, 100_000);

function edit(): void {
  const at = Math.floor(random() * text.length);
  if (text.length > 10_500) {
    text = text.slice(0, at) + text.slice(at + 40);
    return;
  }
  const from = Math.floor(random() * spare.length);
  const piece = random() < 0.02 ? '\n\n' : spare.slice(from, from + (random() < 0.1 ? 30 : 1));
  text = text.slice(0, at) + piece + text.slice(at);
}

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

let early = 0;
for (let i = 1; i <= count; i++) {
  edit();
  session.update(text);
  session.check();
  if (i === Math.floor(count / 10)) early = heap();
}
console.log(JSON.stringify({ early, late: heap() }));
