import { SaidError, said } from '../../text/index.ts';
import { readAction } from '../fixes.ts';
import { fillMessage } from '../message.ts';
import type { PackRule, SequenceStep } from '../pack.ts';
import type { Pattern } from '../regex/index.ts';
import { compilePattern } from '../regex/index.ts';
import type { Tagger } from '../tagger.ts';
import type { Token } from '../words.ts';
import { cutTokens } from '../words.ts';
import type { TextCheck, TextHit } from './check.ts';

/** A place in the row: a step, or one of the places that it may skip. */
interface Slot extends SequenceStep {
  /** The whole token by its pattern. */
  accepts: Pattern | undefined;
  tags: Pattern | undefined;
  optional: boolean;
  /** The first of the places that may be skipped. */
  opens: boolean;
  /** One with the other places of its step. */
  group: number;
}

/**
 * Words in a row, each by a pattern or its part of speech, some with words skipped before them. Vale's way: the first
 * step with a pattern is the anchor, from which the row is followed to both sides.
 *
 * @param tagger needed where steps name tags
 */
export function sequence(rule: PackRule, tagger: Tagger | undefined): TextCheck {
  const slots = layOut(rule);
  const replace = readAction(rule.action);
  const isTagged = slots.some(({ tags }) => tags);
  if (isTagged && !tagger) throw new SaidError(said`its steps ask for parts of speech, and no tagger is here`);
  const anchor = Math.max(
    slots.findIndex(({ negate, pattern }) => !negate && pattern !== ''),
    slots.some(({ negate, pattern }) => !negate && pattern !== '')
      ? -1
      : slots.findIndex(({ negate, tag }) => !negate && tag !== ''),
  );
  const search = slots[anchor]?.pattern
    ? compilePattern(`(?m)(?:${slots[anchor].pattern})`, { i: rule.ignorecase })
    : undefined;
  const exceptions = rule.exceptions.map((pattern) => compilePattern(pattern));
  return {
    kind: 'text',
    rule,
    literals: slots[anchor]?.skip === 0 ? search?.literals : undefined,
    find(text) {
      const target = slots[anchor];
      if (!target) return [];
      const tries = search ? search.matches(text).length : Infinity;
      if (tries === 0) return [];
      const words = cutTokens(text);
      const tags = isTagged ? (tagger?.(words.map((word) => word.text)) ?? []) : [];
      const hits: TextHit[] = [];
      let seen = 0;
      for (let at = 0; at < words.length && seen < tries; at++) {
        if (!fits(target, words[at], tags[at])) continue;
        seen++;
        const found = follow(slots, anchor, at, words, tags);
        if (!found) continue;
        const [first, last] = [words[found.first], words[found.last]];
        if (!first || !last) continue;
        const [start, end] = [first.start, last.start + last.text.length];
        if (exceptions.some((one) => one.matches(text).some((span) => start >= span.start && start < span.end)))
          continue;
        hits.push({
          start,
          end,
          message: fillMessage(
            rule.message,
            found.steps.map((i) => words[i]?.text ?? ''),
          ),
          expected: replace(text.slice(start, end)),
        });
      }
      return hits;
    },
  };
}

function layOut(rule: PackRule): Slot[] {
  const slots: Slot[] = [];
  let group = 0;
  for (const step of rule.steps) {
    const accepts = step.pattern ? compilePattern(`^(?:${step.pattern})$`, { i: rule.ignorecase }) : undefined;
    const tags = step.tag ? compilePattern(step.tag) : undefined;
    for (let taken = 0; taken < Math.max(1, step.min); taken++) {
      group++;
      for (let i = step.skip; i > 0; i--)
        slots.push({ ...step, accepts, tags, optional: true, opens: i === step.skip, group });
      if (step.pattern || step.tag) slots.push({ ...step, accepts, tags, optional: false, opens: false, group });
    }
  }
  return slots;
}

function fits({ accepts, tags, negate, pattern, tag }: Slot, word: Token | undefined, written = ''): boolean {
  if (!word) return false;
  const wrongTag = (tags?.test(written) ?? true) === negate;
  const wrongWord = accepts !== undefined && accepts.test(word.text) === negate;
  if (pattern === '') return !wrongTag;
  return tag === '' ? !wrongWord : !wrongTag && !wrongWord;
}

/** Follows the row from its anchor; undefined where it breaks. */
function follow(slots: readonly Slot[], anchor: number, at: number, words: readonly Token[], tags: readonly string[]) {
  const steps: number[] = [];
  const targets: number[] = [];
  const side = (from: number, word: number, by: 1 | -1): boolean => {
    let slot = from;
    let i = word;
    for (let here = slots[slot]; here; here = slots[slot]) {
      if (i < 0 || i >= words.length) {
        // At the edge of a sentence nothing stands, and so nothing unwanted.
        const rest = by > 0 ? slots.slice(slot) : slots.slice(0, slot + 1);
        return rest.every(({ negate }) => negate);
      }
      if (by > 0) steps.push(i);
      else steps.unshift(i);
      if (here.target) targets.push(i);
      // Read backwards, the step itself comes before the places that it may skip.
      const optional = by > 0 || here.skip === 0 ? here.optional : !here.opens;
      const isFit = fits(here, words[i], tags[i]);
      if (!isFit && !optional) return false;
      const { group } = here;
      slot += by;
      if (isFit && optional) while (slots[slot]?.group === group) slot += by;
      i += by;
    }
    return true;
  };
  if (!side(anchor - 1, at - 1, -1) || !side(anchor, at, 1)) return undefined;
  const span = targets.length > 0 ? targets : steps;
  return { first: Math.min(...span), last: Math.max(...span), steps };
}
