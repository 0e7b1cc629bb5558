import { makeArticle } from './corpus.ts';
import { openDesk, openTypewriter } from './engine.ts';
import { makeClean, makeDamaged, openMending } from './letters.ts';
import type { Subject, Timing } from './measure.ts';
import { interleave, printTable } from './measure.ts';
import { openPeopleReader } from './people.ts';
import { plainRetext } from './retext.ts';

const size = 10_000;

// Seen on a busy machine: ratios of 2.2 and 12.8. A ratio holds on a slow machine; the gates leave room below it for noise.
const gates = { article: 1.5, keystroke: 8 } as const;

/** What is clearly too slow, a line each. */
export function findMissedGates(ratios: Readonly<Record<keyof typeof gates, number>>): string[] {
  return (['article', 'keystroke'] as const)
    .filter((name) => ratios[name] < gates[name])
    .map(
      (name) =>
        `Too slow: plain retext takes ${ratios[name].toFixed(1)} times as long as one ${name}; the gate is ${gates[name]}.`,
    );
}

/**
 * Times the desk beside the plain retext pipeline: 10 KB of text that neither has seen, and one keystroke in it.
 * retext has no keystroke of its own; it reads the article again.
 */
export async function measureQuick(): Promise<{ timings: Timing[]; ratios: Record<keyof typeof gates, number> }> {
  const desk = openDesk();
  const retext = plainRetext();
  let seed = 1;
  const fresh = () => makeArticle(seed++, size);
  const people = openPeopleReader();
  const mending = openMending();
  const typewriter = openTypewriter(desk, fresh());
  const subjects: Subject[] = [
    {
      name: 'copydesk, 10 KB',
      prepare() {
        const source = fresh();
        return () => desk.open({ path: 'a.txt', source }).check();
      },
    },
    {
      name: 'plain retext, 10 KB',
      prepare() {
        const text = fresh();
        return () => retext(text);
      },
    },
    { name: 'copydesk, keystroke in 10 KB', prepare: () => typewriter.press },
    { name: 'its people alone, 10 KB', prepare: () => people.prepareArticle(fresh()) },
    { name: 'its people alone, keystroke', prepare: () => people.prepareKeystroke(fresh()) },
    { name: 'its letters alone, 1,000 clean words', prepare: () => mending.prepare(makeClean(seed++)) },
    { name: 'its letters alone, 1,000 words with 50 damaged', prepare: () => mending.prepare(makeDamaged(seed++)) },
  ];
  const timings = await interleave(subjects, { rounds: 40, warm: 2_000, budget: 30_000 });
  const [ours, theirs, key] = timings.map(({ median }) => median) as [number, number, number];
  const ratios = { article: theirs / ours, keystroke: theirs / key };
  console.log('Milliseconds of the engine, fresh text every time:\n');
  printTable(
    ['', 'median', 'p95', 'plain retext is slower'],
    [
      ...timings.map(
        ({ name, median, p95 }, i) =>
          [name, median, p95, i === 1 || i > 2 ? '' : `${(theirs / median).toFixed(1)} times`] as const,
      ),
    ],
  );
  return { timings, ratios };
}
