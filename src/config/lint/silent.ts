import type { Pack, PackRule } from '../../style/index.ts';
import { nameKinds } from '../../style/index.ts';
import type { Said } from '../../text/index.ts';
import { nearestName, said } from '../../text/index.ts';
import type { ConfigProblem } from '../place.ts';
import { problemAt } from '../place.ts';
import type { Rows } from './rows.ts';

// Vale's names and ours; whether each is read here is said where the pack is read.
const sections: ReadonlySet<string> = new Set([
  ...['text', 'raw', 'summary', 'paragraph', 'sentence', 'heading', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['list', 'blockquote', 'table', 'cell', 'header', 'figure', 'caption', 'figcaption', 'attr', 'alt', 'title'],
  ...['link', 'strong', 'emphasis', 'code', 'comment', 'line', 'block'],
  ...['md', 'txt', 'html', 'adoc', 'rst', 'org', 'xml'],
  ...nameKinds,
]);

/**
 * Rules and rows of a pack that can never speak.
 *
 * @param today `YYYY-MM-DD`; empty when it is not known
 */
export async function findSilent(pack: Pack, rows: Rows, today: string): Promise<ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  const complain = async (rule: PackRule, field: string, row: string, message: Said, expected?: readonly string[]) => {
    // Of two rows alike the second is the one that never speaks.
    problems.push(problemAt(await rows.find(rule, field, row, field === 'swap'), message, 'warning', expected));
  };
  for (const rule of pack.rules) {
    if (rule.kind === 'existence' && rule.tokens.length + rule.raw.length === 0)
      await complain(rule, 'tokens', '', said`${rule.id} can never fire: it has no tokens`);
    if (rule.kind === 'substitution')
      for (const [row, message] of readSwap(rule)) await complain(rule, 'swap', row, message);
    if (rule.kind === 'existence' && !rule.raw.length) {
      const excepted = new Set(rule.exceptions.map((one) => fold(one, rule)));
      const left = rule.tokens.filter((token) => !excepted.has(fold(token, rule)));
      if (rule.tokens.length > 0 && left.length === 0)
        await complain(rule, 'exceptions', '', said`${rule.id} can never fire: all its tokens are exceptions`);
      else
        for (const token of rule.tokens)
          if (excepted.has(fold(token, rule)))
            await complain(rule, 'tokens', token, said`“${token}” can never fire: it is an exception too`);
    }
    for (const [scope, name] of unknownSections(rule)) {
      const near = nearestName(name, sections);
      await complain(
        rule,
        'scope',
        scope,
        near
          ? said`${rule.id} never reads the scope “${name}”: did you mean “${near}”?`
          : said`${rule.id} never reads the scope “${name}”`,
        near ? [scope.replace(name, near)] : undefined,
      );
    }
    if (rule.since && rule.until && rule.since > rule.until)
      await complain(rule, 'until', '', said`${rule.id} can never fire: it ends before it begins`);
    else if (today && rule.until && rule.until < today)
      await complain(rule, 'until', '', said`${rule.id} fires no more: its last day was ${rule.until}`);
  }
  return problems;
}

function readSwap(rule: PackRule): [string, Said][] {
  const found: [string, Said][] = [];
  const seen = new Map<string, string>();
  for (const [key, value] of rule.swap) {
    const before = seen.get(fold(key, rule));
    if (before !== undefined)
      found.push([
        key,
        before === value
          ? said`“${key}” stands twice in ${rule.id}`
          : said`“${key}” stands twice in ${rule.id}: “${before}” holds, “${value}” never does`,
      ]);
    else seen.set(fold(key, rule), value);
    if (key === value) found.push([key, said`“${key}” can never fire: it is replaced by itself`]);
  }
  return found;
}

function unknownSections({ scope }: PackRule): [string, string][] {
  return scope.flatMap((one) =>
    one
      .split(/[&.]/)
      .map((part) => part.trim().replace(/^~/, ''))
      .filter((name) => name !== '' && !sections.has(name))
      .map((name): [string, string] => [one, name]),
  );
}

const fold = (text: string, { ignorecase }: PackRule) => (ignorecase ? text.toLowerCase() : text);
