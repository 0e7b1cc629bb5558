import type { Node, Pair } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { OptionSchema, OptionValue, Rule } from '../rules/index.ts';
import type { Said } from '../text/index.ts';
import { hintAt, nearestName, said } from '../text/index.ts';
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
    problems.push(problemAt(locate(node), said`Options of “${rule.id}” are a map`));
    return options;
  }
  for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
    const name = isScalar(key) ? String(key.value) : '';
    const schema = Object.hasOwn(rule.options, name) ? rule.options[name] : undefined;
    if (!schema) {
      const near = nearestName(name, names);
      const there = names.length > 0 ? said`there are ${names.join(', ')}` : said`it has none`;
      const message = said`“${rule.id}” has no option “${name}”: ${hintAt(near, there)}`;
      problems.push(problemAt(locate(key), message, 'error', near ? [near] : undefined, 'remove'));
      continue;
    }
    const plain = toPlain(value);
    const fault = findFault(schema, plain);
    if (fault) {
      const expected = schema.type === 'string' ? schema.enum : undefined;
      problems.push(problemAt(locate(value ?? key), said`“${name}” is ${fault}`, 'error', expected));
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
function findFault(schema: OptionSchema, value: unknown): Said | undefined {
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : said`true or false`;
    case 'string':
      if (schema.enum) return schema.enum.some((one) => one === value) ? undefined : said`${schema.enum.join(', ')}`;
      return typeof value === 'string' ? undefined : said`a text`;
    case 'strings':
      return Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : said`a list of texts`;
    case 'number': {
      const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
      if (typeof value === 'number' && value >= minimum && value <= maximum) return undefined;
      if (Number.isFinite(maximum)) return said`a number from ${minimum} to ${maximum}`;
      return Number.isFinite(minimum) ? said`a number from ${minimum}` : said`a number`;
    }
  }
}
