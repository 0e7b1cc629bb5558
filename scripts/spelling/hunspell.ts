/** What a form may be used for. */
export interface FormFlags {
  noSuggest: boolean;
  keepCase: boolean;
  forbidden: boolean;
}

/** A Hunspell dictionary written out. */
export interface Expansion {
  forms: ReadonlyMap<string, FormFlags>;
  /** Source of a regular expression for words built by COMPOUNDRULE; empty without any. */
  compounds: string;
}

interface Affix {
  suffix: boolean;
  crosses: boolean;
  entries: readonly { strip: number; add: string; condition: RegExp | undefined; flags: readonly string[] }[];
}

interface AffixFile {
  affixes: ReadonlyMap<string, Affix>;
  /** Values of one-word directives: NOSUGGEST, KEEPCASE, FORBIDDENWORD, NEEDAFFIX, ONLYINCOMPOUND, FLAG. */
  special: ReadonlyMap<string, string>;
  compoundRules: readonly string[];
  splitFlags(flags: string): string[];
}

/**
 * Writes out every form of a Hunspell dictionary as hunspell(5) describes: affixes with conditions and continuation
 * classes, prefixes crossed with suffixes, flags that hide or forbid.
 *
 * @param aff text of the .aff file (UTF-8)
 * @param dic text of the .dic file
 */
export function expandHunspell(aff: string, dic: string): Expansion {
  const file = readAffixes(aff);
  const forms = new Map<string, FormFlags>();
  const compoundParts = new Map<string, string[]>();
  const flag = (name: string) => file.special.get(name) ?? '\0';
  for (const line of dic.split(/\r?\n/).slice(1)) {
    if (!line || line.startsWith('\t')) continue;
    const entry = /^((?:\\\/|[^/\t])+)(?:\/(\S*))?/.exec(line);
    const word = entry?.[1]?.replaceAll('\\/', '/').trim();
    if (!word) continue;
    const flags = file.splitFlags(entry?.[2] ?? '');
    const isFlagged = (name: string) => flags.includes(flag(name));
    for (const name of flags) {
      const parts = compoundParts.get(name);
      if (parts) parts.push(word);
      else compoundParts.set(name, [word]);
    }
    if (isFlagged('ONLYINCOMPOUND')) continue;
    const own: FormFlags = {
      noSuggest: isFlagged('NOSUGGEST'),
      keepCase: isFlagged('KEEPCASE'),
      forbidden: isFlagged('FORBIDDENWORD'),
    };
    const add = (form: string) => {
      const before = forms.get(form);
      // Homonyms: a form is free as soon as one of its words is; forbidden as soon as one is.
      forms.set(
        form,
        before
          ? {
              noSuggest: before.noSuggest && own.noSuggest,
              keepCase: before.keepCase && own.keepCase,
              forbidden: before.forbidden || own.forbidden,
            }
          : own,
      );
    };
    if (!isFlagged('NEEDAFFIX')) add(word);
    expandWord(word, flags, file.affixes, add);
  }
  return { forms, compounds: file.compoundRules.map((rule) => readCompoundRule(rule, compoundParts)).join('|') };
}

function expandWord(
  word: string,
  flags: readonly string[],
  affixes: ReadonlyMap<string, Affix>,
  add: (form: string) => void,
): void {
  flags.forEach((name, i) => {
    const affix = affixes.get(name);
    if (!affix) return;
    for (const form of applyAffix(word, affix, affixes)) {
      add(form);
      if (!affix.crosses) continue;
      for (const other of flags.slice(i + 1)) {
        const cross = affixes.get(other);
        if (cross?.crosses && cross.suffix !== affix.suffix)
          for (const crossed of applyAffix(form, cross, affixes)) add(crossed);
      }
    }
  });
}

function applyAffix(word: string, affix: Affix, affixes: ReadonlyMap<string, Affix>, forms: string[] = []): string[] {
  for (const { strip, add, condition, flags } of affix.entries) {
    if (condition && !condition.test(word)) continue;
    const form = affix.suffix ? word.slice(0, word.length - strip) + add : add + word.slice(strip);
    forms.push(form);
    for (const name of flags) {
      const next = affixes.get(name);
      if (next) applyAffix(form, next, affixes, forms);
    }
  }
  return forms;
}

function readAffixes(aff: string): AffixFile {
  const affixes = new Map<string, Affix>();
  const special = new Map<string, string>();
  const compoundRules: string[] = [];
  const lines = aff
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .filter((parts) => parts[0] && !parts[0].startsWith('#'));
  const mode = lines.find(([directive]) => directive === 'FLAG')?.[1];
  const splitFlags = (flags: string): string[] => {
    if (!flags) return [];
    if (mode === 'num') return flags.split(',');
    return mode === 'long' ? (flags.match(/../gu) ?? []) : [...flags];
  };
  for (let i = 0; i < lines.length; i++) {
    const [directive = '', name = '', third = '', fourth = ''] = lines[i] ?? [];
    if (directive === 'SFX' || directive === 'PFX') {
      const suffix = directive === 'SFX';
      const count = Number(fourth);
      const rows = lines.slice(i + 1, i + 1 + count);
      i += count;
      affixes.set(name, {
        suffix,
        crosses: third === 'Y',
        entries: rows.map(([, , strip = '0', addition = '', condition = '.']) => {
          const [add = '', flags = ''] = addition.split('/');
          return {
            strip: strip === '0' ? 0 : strip.length,
            add: add === '0' ? '' : add,
            condition: readCondition(condition, strip === '0' ? '' : strip, suffix),
            flags: splitFlags(flags),
          };
        }),
      });
    } else if (directive === 'COMPOUNDRULE') {
      if (!/^\d+$/.test(name)) compoundRules.push(name);
    } else {
      special.set(directive, name);
    }
  }
  return { affixes, special, compoundRules, splitFlags };
}

function readCondition(condition: string, strip: string, suffix: boolean): RegExp | undefined {
  const stripped = strip && !new RegExp(suffix ? `${condition}$` : `^${condition}`).test(strip) ? strip : '';
  if (condition === '.') return strip ? new RegExp(suffix ? `${strip}$` : `^${strip}`) : undefined;
  // Both must hold: the word ends in the condition, and in what is taken off.
  const both = stripped ? (suffix ? `(?=.*${stripped}$)` : `(?=${stripped})`) : '';
  return new RegExp(suffix ? `${both ? `^${both}.*` : ''}${condition}$` : `^${both}${condition}`);
}

/** hunspell(5), COMPOUNDRULE: flags with `*` and `?`, here for one-letter flags. */
function readCompoundRule(rule: string, parts: ReadonlyMap<string, readonly string[]>): string {
  return [...rule].map((sign) => (sign === '*' || sign === '?' ? sign : oneOf(parts.get(sign) ?? []))).join('');
}

/** Parts as alternatives. Those that differ in their first letter alone are one: `[04-9]th` is a third of what V8 makes of seven. */
function oneOf(parts: readonly string[]): string {
  if (parts.length === 0) return '(?!)';
  const firsts = new Map<string, string>();
  for (const part of parts) firsts.set(part.slice(1), (firsts.get(part.slice(1)) ?? '') + part.charAt(0));
  return `(?:${[...firsts].map(([rest, letters]) => (letters.length > 1 ? `[${letters.replace(/[\\\]^-]/g, '\\$&')}]` : letters) + rest).join('|')})`;
}
