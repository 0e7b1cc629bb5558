import type { OptionSchema, Rule } from '../rules/index.ts';
import { shippedPackNames } from '../style/index.ts';
import { rankStyles, ruleSeverities } from './file.ts';

/** A text; editors offer those that are known. */
const textOf = (known: readonly string[] = []) =>
  known.length === 0 ? { type: 'string' } : { anyOf: [{ enum: known }, { type: 'string' }] };

const listOfTexts = (description: string, known?: readonly string[]) => ({
  description,
  anyOf: [{ type: 'array', items: textOf(known) }, textOf(known)],
});

/** Languages of articles that are offered where one is named. */
export const languages: readonly string[] = ['auto', 'en-GB', 'en-US', 'en-AU', 'en-CA', 'tr'];

const shipped = shippedPackNames.map((name) => `copydesk:${name}`);

/** The JSON schema of a configuration, from the rules' metadata. */
export function createSchema(rules: readonly Rule[]): object {
  const part = {
    language: { ...textOf(languages), description: 'auto (by the article), en-GB, en-US, tr', default: 'auto' },
    style: { enum: rankStyles, description: 'How ranks and titles are written', default: 'keep-full' },
    rules: {
      type: 'object',
      description: 'Severity of each rule, or [severity, {option: value}]',
      properties: Object.fromEntries(rules.map((rule) => [rule.id, describeSetting(rule)])),
      // Rules of packs, and plugins with options of their own.
      additionalProperties: describeEntry({ type: 'object' }),
    },
    lexicon: listOfTexts('The team’s lists: people, terms, places; CSV, YAML, or one word a line'),
    styles: listOfTexts('Style packs: copydesk:NAME, or folders of rules (ours or Vale’s)', shipped),
    dictionaries: listOfTexts('Hunspell dictionaries: dict/az stands for dict/az.aff and dict/az.dic'),
    plugins: listOfTexts('retext plugins; loaded only where the workspace is trusted'),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Copydesk configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      root: { type: 'boolean', description: 'Look no further upward', default: false },
      extends: listOfTexts(
        'What this configuration builds on: copydesk:NAME, a file, an npm package, an https or git address',
        shipped,
      ),
      files: listOfTexts('Globs of the files that are articles'),
      ...part,
      overrides: {
        type: 'array',
        description: 'What differs for some articles',
        items: {
          type: 'object',
          required: ['files'],
          additionalProperties: false,
          properties: { files: listOfTexts('Globs of these articles'), ...part },
        },
      },
    },
    $defs: { severity: { enum: [...ruleSeverities, true, false] } },
  };
}

function describeSetting(rule: Rule): object {
  const properties = Object.fromEntries(
    Object.entries(rule.options).map(([name, schema]) => [name, describeOption(schema)]),
  );
  const options = { type: 'object', additionalProperties: false, properties };
  return {
    description: rule.about ?? rule.category,
    ...describeEntry(options),
  };
}

function describeEntry(options: object): object {
  const severity = { $ref: '#/$defs/severity' };
  return { anyOf: [severity, { type: 'array', items: [severity, options], minItems: 1, maxItems: 2 }] };
}

function describeOption(schema: OptionSchema): object {
  const { description, default: fallback } = schema;
  switch (schema.type) {
    case 'strings':
      return { type: 'array', items: { type: 'string' }, description, default: fallback };
    case 'string':
      return { ...(schema.enum ? { enum: schema.enum } : { type: 'string' }), description, default: fallback };
    case 'number':
      return {
        type: 'number',
        description,
        default: fallback,
        ...(schema.minimum === undefined ? {} : { minimum: schema.minimum }),
        ...(schema.maximum === undefined ? {} : { maximum: schema.maximum }),
      };
    case 'boolean':
      return { type: 'boolean', description, default: fallback };
  }
}
