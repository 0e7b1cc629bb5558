import { Session } from 'node:inspector/promises';
import { makeArticle } from './corpus.ts';
import { openDesk, openTypewriter } from './engine.ts';
import { printTable } from './measure.ts';

// Where the time goes: `node bench/profile.ts [--keystroke]`. Own time of rooms and functions, in shares.
const strokes = process.argv.includes('--keystroke');
const desk = openDesk();
let seed = 500;
const work = strokes
  ? openTypewriter(desk, makeArticle(seed, 10_000)).press
  : () => desk.open({ path: 'a.txt', source: makeArticle(seed++, 10_000) }).check();
// As the bench: what V8 makes fast is fast by then.
for (const end = performance.now() + 2_000; performance.now() < end; ) work();
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 200 });
await session.post('Profiler.start');
const end = performance.now() + 5_000;
let runs = 0;
for (; runs < 300 && performance.now() < end; runs++) work();
const { profile } = await session.post('Profiler.stop');

const own = new Map<number, number>();
profile.samples?.forEach((id, i) => {
  own.set(id, (own.get(id) ?? 0) + (profile.timeDeltas?.[i] ?? 0));
});
const rooms = new Map<string, number>();
const functions = new Map<string, number>();
let total = 0;
for (const { id, callFrame } of profile.nodes) {
  const time = own.get(id) ?? 0;
  if (callFrame.functionName === '(idle)' || /\/bench\/|^node:inspector/.test(callFrame.url)) continue;
  total += time;
  const path = /\/(?:src|node_modules)\/(.*)$/.exec(callFrame.url)?.[1] ?? callFrame.functionName;
  const room = path.split('/')[0] ?? path;
  rooms.set(room, (rooms.get(room) ?? 0) + time);
  const name = `${path}:${callFrame.functionName || '(anonymous)'}:${callFrame.lineNumber + 1}`;
  functions.set(name, (functions.get(name) ?? 0) + time);
}
console.log(
  `${(total / 1000 / runs).toFixed(2)} ms of the engine a ${strokes ? 'keystroke' : '10 KB article'}, ${runs} runs\n`,
);
for (const [name, table, count] of [
  ['room', rooms, 14],
  ['function', functions, 30],
] as const) {
  const rows = [...table].sort((a, b) => b[1] - a[1]).slice(0, count);
  printTable(
    [name, '%', 'ms'],
    rows.map(([key, time]) => [key, (time / total) * 100, time / 1000 / runs]),
  );
  console.log();
}
session.disconnect();
