import type { Span } from '../article/index.ts';
import type { Damage } from './mend.ts';
import type { Evidence } from './repair.ts';

/** What a rule says of a damage: the fields of a finding. */
export interface Description extends Span {
  expected: readonly string[];
  safe: boolean;
  why: string;
  data: Readonly<Record<string, string | number>>;
  related?: readonly { block: number; span: Span; message: string }[];
  group: string;
}

const reasons: Record<Evidence['kind'], string> = {
  'round-trip': 'Read with the right code page, its bytes give “{reading}”; nothing is guessed.',
  rule: 'It has no place in copy; what it stands for is certain.',
  mention: 'As on line {line}.',
  'folded-mention': 'As on line {line}, written there without its marks: “{detail}”.',
  team: 'As in the team’s list: “{detail}”.',
  folder: 'As elsewhere in this folder: “{detail}”.',
  lexicon: '“{reading}” is a known name.',
  common: '“{reading}” is a common word of the language.',
  ending: 'A surname ending in -{detail}.',
  model: 'The most likely reading of its letters.',
};

/** Puts a damage into the words and fields of a finding. */
export function describeDamage(damage: Damage): Description {
  const { evidence, readings, certainty, story, clean } = damage;
  const reading = readings[0] ?? '';
  const { at } = evidence;
  return {
    start: clean.start,
    end: clean.end,
    expected: readings,
    safe: certainty !== 'choices' && readings.length > 0,
    why:
      certainty === 'choices' && evidence.kind === 'model'
        ? 'Several readings are possible; the likeliest comes first.'
        : reasons[evidence.kind],
    data: { story, reading, detail: evidence.detail ?? '' },
    ...(at
      ? { related: [{ block: at.block, span: { start: at.start, end: at.end }, message: 'Undamaged here' }] }
      : {}),
    group: `${damage.kind}:${reading.toLowerCase() || damage.actual}`,
  };
}
