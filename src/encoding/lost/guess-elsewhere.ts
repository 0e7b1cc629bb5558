import type { Names, Neighbour, Tables } from '../knowledge/index.ts';
import { dressLike } from '../knowledge/index.ts';
import { isHole } from '../repair.ts';
import type { LostWord } from './lost.ts';
import type { Story } from './story.ts';

/** Runs of up to three letters in the names of a language, and how often they stand there. */
type Runs = ReadonlyMap<string, number>;

const known = new WeakMap<Names, Map<string, Runs>>();

/** Holes that are guessed at, and readings that are offered. */
const mostHoles = 3;
const mostReadings = 3;
/** Names of a language that tell its letters. */
const enoughNames = 800;
/** Nats that a letter costs which Windows-1252 has, and a point of what speaks for the language is worth. */
const keptCost = 1.5;
const scoreWorth = 1;
const keptBy1252 = /[\u00a0-\u00ff\u0161\u017e\u0153]/;

/**
 * Readings of a name that no list has, by the letters of the other names of its language: `Hru?ka` has an š as Czech names
 * have it before k. Nothing but an offer.
 */
export function guessElsewhere(word: LostWord, story: Story, tables: Tables, names: Names): string[] {
  const low = word.text.toLowerCase();
  const holes = [...low].filter((char) => isHole(char.charCodeAt(0))).length;
  if (holes > mostHoles) return [];
  const scores = new Map(story.elsewhere.languages.map(({ neighbour, score }) => [neighbour, score]));
  const alive = low.replace(/[\0-\x7f\ufffd]/g, '');
  const fitting = tables.neighbours.filter(({ letters }) => [...alive].every((letter) => letters.has(letter)));
  const likely = fitting.filter((neighbour) => scores.has(neighbour));
  const found = (likely.length > 0 ? likely : fitting)
    .flatMap((neighbour) => {
      const worth = scoreWorth * (scores.get(neighbour) ?? 0);
      return fill(low, neighbour, story, names).map(({ text, score }) => ({ text, score: score + worth }));
    })
    .sort((a, b) => b.score - a.score);
  return [...new Set(found.map(({ text }) => dressLike(word.text, text)))].slice(0, mostReadings);
}

/** The word with each of a language's letters in its holes. */
function fill(low: string, { id, letters }: Neighbour, story: Story, names: Names): { text: string; score: number }[] {
  const lost = story.western && story.shown ? [...letters].filter((letter) => !keptBy1252.test(letter)) : [...letters];
  if (lost.length === 0) return [];
  let texts = [{ text: '', score: 0 }];
  for (const char of low) {
    const choices = isHole(char.charCodeAt(0)) ? lost : [char];
    texts = texts.flatMap(({ text, score }) =>
      choices.map((letter) => ({
        text: text + letter,
        score: choices === lost && story.western && keptBy1252.test(letter) ? score - keptCost : score,
      })),
    );
  }
  const runs = runsOf(id, names);
  return texts.map(({ text, score }) => ({ text, score: score + weigh(text, runs) }));
}

function runsOf(id: string, names: Names): Runs {
  const byLanguage = known.get(names) ?? new Map<string, Runs>();
  known.set(names, byLanguage);
  const there = byLanguage.get(id);
  if (there) return there;
  const runs = new Map<string, number>();
  const count = (run: string) => runs.set(run, (runs.get(run) ?? 0) + 1);
  const all = names.of(id);
  const every = Math.ceil(all.length / enoughNames);
  for (const name of all.filter((_, i) => i % every === 0)) {
    const text = `^${name}$`;
    for (let at = 0; at < text.length; at++)
      for (let length = 1; length <= Math.min(3, text.length - at); length++) count(text.slice(at, at + length));
  }
  byLanguage.set(id, runs);
  return runs;
}

/** Shares of what the two letters before, the one before and none say of a letter. */
const [ofTwo, ofOne, ofNone] = [0.7, 0.25, 0.05];
/** A letter that no name has counts as so much. */
const unseen = 1e-4;

/** Log probability of a name's letters, each by the two before it. */
function weigh(name: string, runs: Runs): number {
  const text = `^${name}$`;
  const all = runs.get('$') ?? 1;
  const share = (run: string) => (runs.get(run) ?? 0) / (runs.get(run.slice(0, -1)) ?? all);
  let sum = 0;
  for (let at = 1; at < text.length; at++) {
    const [two, one, none] = [3, 2, 1].map((length) => share(text.slice(Math.max(0, at + 1 - length), at + 1)));
    sum += Math.log(ofTwo * (two ?? 0) + ofOne * (one ?? 0) + ofNone * (none ?? 0) + unseen);
  }
  return sum;
}
