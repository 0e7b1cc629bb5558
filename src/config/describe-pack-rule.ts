import type { PackRule } from '../style/index.ts';

/** A pack's rule as Markdown: what it says, why, by whom, from when till when, and examples. */
export function describePackRule(rule: PackRule): string {
  const { id, message, why, level, category, owner, source, link, since, until, confirm, examples } = rule;
  const facts = [
    `- Level: ${confirm ? 'hint once it is named, it says that something is right' : level}`,
    category && `- Category: ${category}`,
    (since || until) &&
      `- In force: ${[since && `from ${since}`, until && `until ${until}`].filter(Boolean).join(' ')}`,
    owner && `- Whom to ask: ${owner}`,
    source && `- Source: ${source}`,
  ];
  const shown = examples
    .slice(0, 3)
    .map(({ bad, good }) => `- ${[bad, good].filter((text) => text !== undefined).join(' → ')}`);
  const parts = [`# ${id}`, why || message, facts.filter(Boolean).join('\n'), shown.join('\n'), link];
  return parts.filter(Boolean).join('\n\n');
}
