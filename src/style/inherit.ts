import type { Said } from '../text/index.ts';
import { said } from '../text/index.ts';
import type { Fields } from './yaml-fields.ts';

/** Rules that build on one another, one after the other, at most; Vale's own bound. */
const deepest = 10;

/** The rule that a value of `extends` names; undefined for a kind of rule. */
export function parentOf(extended: string): string | undefined {
  return /^[\w-]+(?:\.[\w-]+)+$/.test(extended) ? extended : undefined;
}

/**
 * Lays a rule over the one that it builds on (`extends: Style.Rule`, Vale 3.20): a key replaces the parent's, `key+` adds
 * to it, `key-` takes out of it. Tests are the parent's own.
 *
 * @param find a rule's fields as they are written, by id
 * @returns the rule as if it had been written out, or why it cannot be
 */
export function layOverParent(fields: Fields, find: (id: string) => Fields | undefined): Fields | { reason: Said } {
  const way: Fields[] = [fields];
  const ids: string[] = [];
  for (let id = parentOf(fields.text('extends')); id !== undefined; id = parentOf(way.at(-1)?.text('extends') ?? '')) {
    if (id.startsWith('Vale.')) return { reason: said`it builds on ${id}, which no file holds` };
    if (ids.includes(id)) return { reason: said`it builds on itself: ${[...ids, id].join(' → ')}` };
    ids.push(id);
    if (ids.length > deepest) return { reason: said`it builds on more than ${deepest} rules, one on the other` };
    const parent = find(id);
    if (!parent) return { reason: said`it builds on the rule ${id}, which is not here` };
    way.push(parent);
  }
  return way.reduceRight((parent, child) => child.over(parent, ['examples', 'tests']));
}
