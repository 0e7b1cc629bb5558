import type { Example, OptionSchema, Rule } from '../rules/index.ts';

/** A rule's page as Markdown, from its own metadata. */
export function describeRule(rule: Rule): string {
  const options = Object.entries(rule.options);
  const quotes = {
    check: 'Direct quotations are read like the rest.',
    suggest: 'In a direct quotation it is reported, but its fix is never made without asking.',
    ignore: 'Direct quotations are left alone.',
  }[rule.inQuotes];
  const languages = rule.languages ? ` It reads ${rule.languages.join(', ')}.` : '';
  return `# ${rule.id}

${[rule.what, rule.why]
  .map((text) => sentence(plain(text)))
  .filter(Boolean)
  .join('\n\n')}

- Category: ${rule.category}
- Severity: ${rule.severity}${rule.optIn ? ', off until a configuration names it' : ''}
- ${quotes}${languages}
${options.length > 0 ? `\n## Options\n\n${options.map(([name, schema]) => describeOption(name, schema)).join('\n')}\n` : ''}${rule.examples.length > 0 ? `\n## Examples\n\n${rule.examples.map(describeExample).join('\n')}` : ''}
## Configuration

\`\`\`yaml
rules:
  ${rule.id}: ${rule.optIn ? 'warning' : 'off'}
\`\`\`
`;
}

/** A template without its holes: `{actual}` is shown as an ellipsis. */
function plain(template: string): string {
  return template.replace(/[“«]?\{\w+\}[”»]?/g, '…').trim();
}

/** The text as a sentence; nothing when it is all hole. */
function sentence(text: string): string {
  if (!/\p{L}/u.test(text)) return '';
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function describeOption(name: string, schema: OptionSchema): string {
  const choices = schema.type === 'string' && schema.enum ? `: ${schema.enum.join(', ')}` : '';
  const type = schema.type === 'strings' ? 'list of texts' : schema.type;
  return `- \`${name}\` (${type}${choices}; default \`${JSON.stringify(schema.default)}\`): ${schema.description}`;
}

function describeExample({ bad, good, options, style, language, note }: Example): string {
  const with1 = [
    ...(style ? [`style ${style}`] : []),
    ...(language ? [`language ${language}`] : []),
    ...Object.entries(options ?? {}).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
  ];
  const head = [note, with1.length > 0 ? `With ${with1.join(', ')}:` : ''].filter(Boolean).join(' ');
  const lines = [...(bad === undefined ? [] : [`✗ ${bad}`]), ...(good === undefined ? [] : [`✓ ${good}`])];
  return `${head ? `${head}\n\n` : ''}\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`;
}
