import type { Said } from '../text/index.ts';
import { SaidError, said, saidBy } from '../text/index.ts';
import { keysOfKind, levels, partKeys, quoteChoices } from './keys.ts';
import type { CheckKind, PackLevel, PackRule, SequenceStep, StoryPart } from './pack.ts';
import { checkKinds, partRoles, unsupportedKinds } from './pack.ts';
import { compilePattern } from './regex/index.ts';
import type { Fields } from './yaml-fields.ts';

const required: Readonly<Partial<Record<CheckKind, string>>> = {
  substitution: 'swap',
  occurrence: 'token',
  repetition: 'tokens',
  consistency: 'either',
  conditional: 'first',
  capitalization: 'match',
  metric: 'formula',
  readability: 'metrics',
  sequence: 'tokens',
};

const dictionaryTags: readonly string[] = ['en', 'en-US', 'en-GB', 'en-AU', 'en-CA', 'tr'];

/**
 * Reads one rule.
 *
 * @param readWords a word list beside the rules, by the path that a rule gives it
 * @returns the rule; why it does not run here; or nothing when it is too broken, which was reported
 */
export function readRule(
  id: string,
  fields: Fields,
  isVale: boolean,
  readWords: (path: string) => readonly string[] | undefined = () => undefined,
): PackRule | { reason: Said } | undefined {
  const kind = fields.text('extends');
  const unsupported = unsupportedKinds[kind];
  if (unsupported) return { reason: unsupported };
  if (!isKind(kind)) {
    fields.complain(
      'extends',
      kind
        ? said`“${kind}” is not a kind of rule: ${checkKinds.join(', ')}`
        : said`“extends” is missing: what kind of rule is it?`,
    );
    return undefined;
  }
  if (!fields.has('message')) {
    fields.complain('', said`“message” is missing`);
    return undefined;
  }
  fields.rejectUnknown(keysOfKind(kind), (key) => said`“${key}” means nothing in a rule of kind ${kind}`);
  for (const example of fields.list('examples'))
    example.rejectUnknown(Object.keys(partKeys.examples), (key) => said`“${key}” means nothing in an example`);
  const needed = required[kind];
  if (needed && !fields.has(needed)) {
    fields.complain('', said`“${needed}” is missing: a rule of kind ${kind} needs it`);
    return undefined;
  }
  const steps = kind === 'sequence' ? fields.list('tokens') : [];
  if (steps.some((step) => step.text('upos')) || fields.text('model'))
    return { reason: said`its steps ask for universal parts of speech (upos) or a model of their own` };
  if (fields.texts('scope').some((scope) => /\bdoc\s*\(/.test(scope)))
    return { reason: said`its scope “doc(…)” selects elements of a web page` };
  const action = fields.list('action')[0];
  const rule: PackRule = {
    id,
    kind,
    message: fields.text('message'),
    level: fields.flag('confirm', false) ? 'hint' : readLevel(fields),
    link: fields.text('link'),
    scope: fields.has('scope') ? fields.texts('scope') : [kind === 'sequence' ? 'sentence' : 'text'],
    limit: fields.number('limit', 0),
    ...(action && { action: { name: action.text('name'), params: action.texts('params') } }),
    tokens:
      kind === 'sequence'
        ? []
        : kind === 'occurrence'
          ? fields.texts('token')
          : fields.texts('tokens').filter((token) => token.trim()),
    raw: fields.texts('raw'),
    append: fields.flag('append', false),
    swap: fields.pairs('swap'),
    either: fields.pairs('either'),
    exceptions: fields.texts('exceptions'),
    indicators: fields.texts('indicators'),
    steps: steps.map(readStep),
    ignorecase: fields.flag('ignorecase', false),
    nonword: fields.flag('nonword', false),
    vocab: fields.flag('vocab', true),
    alpha: fields.flag('alpha', false),
    capitalize: fields.flag('capitalize', false),
    matchcase: fields.flag('matchcase', false),
    max: fields.number('max', 0),
    min: fields.number('min', 0),
    first: fields.text('first'),
    second: fields.text('second'),
    match: fields.text('match'),
    style: fields.text('style'),
    threshold: fields.number('threshold', 0) || 0.8,
    formula: fields.text('formula'),
    condition: fields.text('condition'),
    metrics: fields.texts('metrics'),
    grade: fields.number('grade', 0),
    prefix: fields.text('prefix'),
    filters: fields.texts('filters'),
    words: kind === 'spelling' ? readIgnored(fields, readWords) : [],
    custom: fields.flag('custom', false),
    ...(kind === 'spelling' ? readDictionaries(fields) : { dictionaries: [], hunspell: [] }),
    why: fields.text('why') || fields.text('description'),
    source: fields.text('source'),
    category: fields.text('category', 'style'),
    safe: fields.flag('safe', false),
    inQuotes: readChoice(fields, 'inQuotes', quoteChoices, isVale ? 'check' : 'ignore'),
    parts: fields.texts('in').filter((part): part is StoryPart => {
      if (part in partRoles) return true;
      fields.complain('in', said`“${part}” is not a part of a story: ${Object.keys(partRoles).join(', ')}`);
      return false;
    }),
    languages: fields.has('languages') ? fields.texts('languages') : isVale ? [] : ['en'],
    examples: fields.list('examples').map((example) => ({
      ...(example.has('bad') && { bad: example.text('bad') }),
      ...(example.has('good') && { good: example.text('good') }),
      line: example.place.line,
      column: example.place.column,
    })),
    since: readDay(fields, 'since'),
    until: readDay(fields, 'until'),
    owner: fields.text('owner'),
    confirm: fields.flag('confirm', false),
    place: fields.place,
  };
  return checkPatterns(rule, fields);
}

/** Takes out the patterns that cannot run, so that one bad token does not lose the others. */
function checkPatterns(rule: PackRule, fields: Fields): PackRule | undefined {
  const works = (pattern: string, field: string): boolean => {
    // Plain words need no proof, and lists of them are long.
    if (/^[\p{L}\p{N} '’-]*$/u.test(pattern)) return true;
    try {
      const { test } = compilePattern(pattern, { i: rule.ignorecase, m: true });
      if (field !== 'raw' && field !== 'either' && test(''))
        fields.complain(field, said`“${pattern}” matches the empty text`, 'warning', fields.row(field, pattern));
      return true;
    } catch (error) {
      if (!(error instanceof SaidError || error instanceof SyntaxError)) throw error;
      fields.complain(field, said`“${pattern}” in ${rule.id}: ${saidBy(error)}`, 'error', fields.row(field, pattern));
      return false;
    }
  };
  const whole = rule.raw.join('');
  const checked: PackRule = {
    ...rule,
    tokens: rule.tokens.filter((token) => works(token, 'tokens')),
    swap: rule.swap.filter(([key]) => works(key, 'swap')),
    either: rule.either.filter(([a, b]) => works(a, 'either') && works(b, 'either')),
    exceptions: rule.exceptions.filter((token) => works(token, 'exceptions')),
    filters: rule.filters.filter((filter) => works(filter, 'filters')),
    steps: rule.steps.every(({ pattern, tag }) => works(pattern, 'tokens') && works(tag, 'tokens')) ? rule.steps : [],
  };
  if (whole && rule.kind === 'existence' && rule.tokens.length === 0 && !works(whole, 'raw')) return undefined;
  if (rule.first && !works(rule.first, 'first')) return undefined;
  if (rule.second && !works(rule.second, 'second')) return undefined;
  if (rule.match && !rule.match.startsWith('$') && !works(rule.match, 'match')) return undefined;
  const lost = (['tokens', 'swap', 'either', 'steps'] as const).some(
    (key) => rule[key].length > 0 && checked[key].length === 0,
  );
  return lost ? undefined : checked;
}

function readStep(step: Fields): SequenceStep {
  return {
    pattern: step.text('pattern'),
    tag: step.text('tag'),
    negate: step.flag('negate', false),
    skip: step.number('skip', 0),
    min: step.number('min', 1),
    target: step.flag('target', false),
  };
}

/** The dictionaries of a spelling rule: those that ship, by BCP 47 tag, and Hunspell files by their names. */
function readDictionaries(fields: Fields): Pick<PackRule, 'dictionaries' | 'hunspell'> {
  const folder = fields.text('dicpath').replace(/[\\/]+$/, '');
  const at = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  const pair = (name: string, aff = '') => ({ dic: `${name}.dic`, aff: aff || `${name}.aff` });
  const names = fields.texts('dictionaries');
  const tagOf = (name: string) => name.replace('_', '-').replace(/-web$/, '');
  const isOurs = (name: string) => folder === '' && dictionaryTags.includes(tagOf(name));
  const dic = fields.text('dic') || fields.text('aff').replace(/\.aff$/i, '.dic');
  // As in Vale: files that are named take the place of dictionaries that are.
  const hunspell = dic
    ? [pair(at(dic.replace(/\.dic$/i, '')), fields.text('aff') && at(fields.text('aff')))]
    : names.filter((name) => !isOurs(name)).map((name) => pair(at(name)));
  const tags = dic ? [] : names.filter(isOurs).map(tagOf);
  const isDefault = tags.length + hunspell.length === 0 || fields.flag('append', false);
  return { dictionaries: isDefault ? [...new Set(['en-US', ...tags])] : tags, hunspell };
}

function readIgnored(fields: Fields, readWords: (path: string) => readonly string[] | undefined): string[] {
  return fields.texts('ignore').flatMap((path) => {
    const words = readWords(path);
    if (!words) fields.complain('ignore', said`The word list “${path}” is not among the files of the pack`, 'warning');
    return words ?? [];
  });
}

function readDay(fields: Fields, name: 'since' | 'until'): string {
  const day = fields.text(name);
  if (day === '' || /^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  fields.complain(name, said`“${name}” is a day: 2026-03-31`);
  return '';
}

function readLevel(fields: Fields): PackLevel {
  return readChoice(fields, 'level', levels, 'warning');
}

function readChoice<const T extends string>(fields: Fields, name: string, choices: readonly T[], fallback: T): T {
  const text = fields.text(name);
  if (!text) return fallback;
  const choice = choices.find((known) => known === text);
  if (choice) return choice;
  fields.complain(name, said`“${name}” is one of ${choices.join(', ')}, not “${text}”`);
  return fallback;
}

function isKind(kind: string): kind is CheckKind {
  return (checkKinds as readonly string[]).includes(kind);
}
