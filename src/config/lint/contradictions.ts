import type { TeamTerm } from '../../lexicon/index.ts';
import type { PackRule } from '../../style/index.ts';
import { said } from '../../text/index.ts';
import type { LoadedPack } from '../packs.ts';
import type { ConfigProblem, Place, Placed } from '../place.ts';
import { problemAt, topOf } from '../place.ts';
import type { Rows } from './rows.ts';

/** A row that wants one form in place of another; without `to` it only bans. */
interface Wish {
  from: string;
  to?: string;
  /** Capitals do not matter. */
  folds: boolean;
  /** Who says it: `Pack.Rule`, or the list. */
  who: string;
  /** A pack that ships has no place that anyone could mend. */
  ships: boolean;
  rule?: PackRule;
  field: string;
  row: string;
  source?: TeamTerm['source'];
}

/**
 * Rows that contradict each other: A→B here and B→A there, or B banned there. Whoever follows one breaks the other.
 *
 * @param rules those that are on
 * @param named the `styles` and `extends` entries, for packs that ship
 */
export async function findContradictions(
  rules: readonly PackRule[],
  packs: readonly LoadedPack[],
  terms: readonly TeamTerm[],
  named: readonly Placed<string>[],
  rows: Rows,
): Promise<ConfigProblem[]> {
  const shipped = new Set(
    packs.filter(({ path }) => path.startsWith('copydesk:')).flatMap(({ pack }) => pack.rules.map(({ id }) => id)),
  );
  const wishes = [...rules.flatMap((rule) => readRule(rule, shipped.has(rule.id))), ...terms.flatMap(readTerm)];
  const byForm = new Map<string, Wish[]>();
  for (const wish of wishes) {
    const key = wish.from.toLowerCase();
    const there = byForm.get(key);
    if (there) there.push(wish);
    else byForm.set(key, [wish]);
  }
  const problems: ConfigProblem[] = [];
  const told = new Set<string>();
  for (const wish of wishes) {
    if (wish.to === undefined) continue;
    for (const other of byForm.get(wish.to.toLowerCase()) ?? []) {
      if (!contradicts(wish, other)) continue;
      const pair = [
        wish.ships ? packOf(wish) : `${wish.who} ${wish.from}`,
        other.ships ? packOf(other) : `${other.who} ${other.from}`,
      ].sort();
      const key = pair.join('\n');
      if (told.has(key)) continue;
      told.add(key);
      problems.push(...(await describe(wish, other, named, rows)));
    }
  }
  return problems;
}

/** Whether the second takes away what the first wants. */
function contradicts(wish: Wish, other: Wish): boolean {
  if (other === wish || wish.to === undefined) return false;
  const same = (a: string, b: string, folds: boolean) => a === b || (folds && a.toLowerCase() === b.toLowerCase());
  // A row about capitals alone says nothing once capitals do not matter.
  const isCase = wish.to.toLowerCase() === wish.from.toLowerCase();
  if (!same(other.from, wish.to, other.folds && !isCase)) return false;
  return other.to === undefined || same(other.to, wish.from, wish.folds && !isCase);
}

const literal = /^[\p{L}\p{N}'’ &/-]+$/u;

function readRule(rule: PackRule, ships: boolean): Wish[] {
  const base = { folds: rule.ignorecase, who: rule.id, ships, rule };
  const plain = (text: string) => {
    const bare = text.replaceAll('\\.', '.');
    return literal.test(bare.replaceAll('.', '')) && !/(?<!\\)\./.test(text) ? [bare] : [];
  };
  if (rule.parts.length > 0 || rule.scope.join() !== 'text') return [];
  if (rule.kind === 'substitution')
    return rule.swap.flatMap(([key, value]) =>
      plain(key).flatMap((from) => {
        // Of several replacements none need be the one that is banned.
        const to = literal.test(value.replaceAll('.', '')) ? value : undefined;
        return to === undefined ? [] : [{ ...base, from, to, field: 'swap', row: key }];
      }),
    );
  if (rule.kind !== 'existence' || rule.raw.length > 0) return [];
  return rule.tokens.flatMap((token) => plain(token).map((from) => ({ ...base, from, field: 'tokens', row: token })));
}

function readTerm({ preferred, banned, kind, source }: TeamTerm): Wish[] {
  // Places are weighed with the story.
  if (kind === 'place') return [];
  const who = `${source.file.slice(source.file.lastIndexOf('/') + 1)}:${source.line}`;
  return banned.map((from) => ({
    from,
    ...(preferred === '' ? {} : { to: preferred }),
    folds: false,
    who,
    ships: false,
    field: '',
    row: '',
    source,
  }));
}

const packOf = ({ who }: Wish) => who.split('.')[0] ?? who;
const say = ({ from, to }: Wish) => (to === undefined ? said`“${from}” is banned` : `“${from}” → “${to}”`);

/** Rows of one list are told where the list is read. */
const isOneList = (a: Wish, b: Wish) => a.source !== undefined && a.source.file === b.source?.file;

async function describe(a: Wish, b: Wish, named: readonly Placed<string>[], rows: Rows): Promise<ConfigProblem[]> {
  if (isOneList(a, b)) return [];
  if (a.ships && b.ships) {
    const entry = named.findLast(({ value }) => [a, b].some((one) => value === `copydesk:${packOf(one)}`));
    const message = said`${packOf(a)} and ${packOf(b)} contradict each other: ${say(a)} (${a.who}), ${say(b)} (${b.who})`;
    return entry ? [problemAt(entry.place, message, 'warning')] : [];
  }
  const problems: ConfigProblem[] = [];
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one.ships) continue;
    problems.push(
      problemAt(await placeOf(one, rows), said`${say(one)} here, ${say(other)} in ${other.who}`, 'warning'),
    );
  }
  return problems;
}

async function placeOf({ rule, field, row, source, from }: Wish, rows: Rows): Promise<Place> {
  if (rule) return rows.find(rule, field, row);
  return source ? rows.findText(source, from) : topOf('');
}
