import type { Node, Pair } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { OptionSchema, OptionValue, Rule } from '../rules/index.ts';
import { nearestName } from './nearest.ts';
import type { ConfigProblem, Place, Placed } from './place.ts';
import { problemAt } from './place.ts';

/** Reads a rule's options by its schema; what doesn't fit is a problem, and the option keeps its default. */
export function readOptions(
  rule: Rule,
  node: Node,
  locate: (node: Node) => Place,
  problems: ConfigProblem[],
): Map<string, Placed<OptionValue>> {
  const options = new Map<string, Placed<OptionValue>>();
  const names = Object.keys(rule.options);
  if (!isMap(node)) {
    problems.push(problemAt(locate(node), `Options of “${rule.id}” are a map`));
    return options;
  }
  for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
    const name = isScalar(key) ? String(key.value) : '';
    const schema = Object.hasOwn(rule.options, name) ? rule.options[name] : undefined;
    if (!schema) {
      const near = nearestName(name, names);
      const there = names.length > 0 ? `there are ${names.join(', ')}` : 'it has none';
      const message = `“${rule.id}” has no option “${name}”: ${near ? `did you mean “${near}”?` : there}`;
      problems.push(problemAt(locate(key), message, 'error', near ? [near] : undefined, 'remove'));
      continue;
    }
    const plain = toPlain(value);
    const fault = findFault(schema, plain);
    if (fault) {
      const expected = schema.type === 'string' ? schema.enum : undefined;
      problems.push(problemAt(locate(value ?? key), `“${name}” is ${fault}`, 'error', expected));
    } else options.set(name, { value: plain as OptionValue, place: locate(value ?? key) });
  }
  return options;
}

function toPlain(node: Node | null): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return (node.items as Node[]).map(toPlain);
  return undefined;
}

/** What the value should be; undefined when it is. */
function findFault(schema: OptionSchema, value: unknown): string | undefined {
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'string':
      if (schema.enum) return schema.enum.some((one) => one === value) ? undefined : schema.enum.join(', ');
      return typeof value === 'string' ? undefined : 'a text';
    case 'strings':
      return Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : 'a list of texts';
    case 'number': {
      const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
      if (typeof value === 'number' && value >= minimum && value <= maximum) return undefined;
      const from = Number.isFinite(minimum) ? ` from ${minimum}` : '';
      return `a number${from}${Number.isFinite(maximum) ? ` to ${maximum}` : ''}`;
    }
  }
}
