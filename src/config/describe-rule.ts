import type { Example, OptionSchema, Rule } from '../rules/index.ts';

/** A rule's page as Markdown, from its own metadata. */
export function describeRule(rule: Rule): string {
  const flagged = rule.examples.filter(({ bad }) => bad !== undefined);
  const alone = rule.examples.filter(({ bad }) => bad === undefined);
  const options = Object.entries(rule.options);
  const parts = [
    `# ${rule.id}`,
    rule.about ?? [rule.what, rule.why].map(sentence).filter(Boolean).join(' '),
    describeSetting(rule),
    options.length > 0 &&
      `## Options\n\n| Option | Values | Default | Meaning |\n|---|---|---|---|\n${options.map(describeOption).join('\n')}`,
    flagged.length > 0 && `## What it finds\n\n${flagged.map(describeExample).join('\n')}`,
    alone.length > 0 && `## What it leaves alone\n\n${alone.map(describeExample).join('\n')}`,
    describeConfiguration(rule),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A message template as a sentence, its holes as ellipses; nothing when it is all hole. */
function sentence(template: string): string {
  const text = template.replace(/[“«]?\{\w+\}[”»]?/g, '…').trim();
  if (!/\p{L}/u.test(text)) return '';
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function describeSetting({ category, severity, optIn, inQuotes, languages }: Rule): string {
  const quotes = {
    check: 'read like the rest',
    suggest: 'reported, but the fix is never made without asking',
    ignore: 'left alone',
  }[inQuotes];
  const rows = [
    `- Severity: ${optIn ? 'off; warning once a configuration turns it on' : severity}`,
    `- Category: ${category}`,
    `- Direct quotations: ${quotes}`,
    languages && `- Languages: ${languages.join(', ')}`,
  ];
  return rows.filter(Boolean).join('\n');
}

function describeOption([name, schema]: readonly [string, OptionSchema]): string {
  const values =
    schema.type === 'string' && schema.enum
      ? schema.enum.map((value) => `\`${value}\``).join(', ')
      : { boolean: '`true`, `false`', number: 'a number', string: 'a text', strings: 'a list of texts' }[schema.type];
  const fallback = JSON.stringify(schema.default).replace(/^"|"$/g, '');
  return `| \`${name}\` | ${values} | \`${fallback}\` | ${schema.description.replaceAll('|', '\\|')} |`;
}

function describeExample({ bad, good, options, style, language, team = [], terms = [], note }: Example): string {
  const settings = [
    style && `style ${style}`,
    language && `language ${language}`,
    ...Object.entries(options ?? {}).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ...team.map(({ name }) => `${name} on the team’s list`),
    ...terms.map(({ preferred, banned = [] }) => `${describeTerm(preferred, banned)} on the team’s list`),
  ].filter(Boolean);
  const remarks = [note?.replace(/\.$/, ''), settings.length > 0 && `with ${settings.join(', ')}`].filter(Boolean);
  const texts = [bad, good].filter((text) => text !== undefined).map(quote);
  return `- ${texts.join('\n  → ')}${remarks.length > 0 ? `\n  (${remarks.join('; ')})` : ''}`;
}

function describeTerm(preferred: string, banned: readonly string[]): string {
  if (banned.length === 0) return preferred;
  return `${banned.join(', ')} banned${preferred === '' ? '' : ` for ${preferred}`}`;
}

/** A text as inline code: paragraphs in one line, and what nobody sees made visible. */
function quote(text: string): string {
  const shown = text
    .replace(/\n+/g, ' ¶ ')
    .replace(/\p{Cf}/gu, (one) => `‹U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`);
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}

function describeConfiguration({ id, optIn, severity, options }: Rule): string {
  const own = Object.entries(options).map(([name, schema]) => `${name}: ${JSON.stringify(schema.default)}`);
  const value = optIn ? 'warning' : severity;
  const setting = own.length > 0 ? `[${value}, {${own.join(', ')}}]` : optIn ? 'warning' : 'off';
  return `## Configuration\n\n\`\`\`yaml\nrules:\n  ${id}: ${setting}\n\`\`\``;
}
