import type { Said } from '../text/index.ts';
import { said } from '../text/index.ts';
import type { PackLevel } from './pack.ts';

/** A section of `.vale.ini`: what holds for the files that its glob names. */
export interface ValeSection {
  /** The glob as written, without brackets; empty for what stands before the first section. */
  glob: string;
  basedOnStyles: readonly string[];
  /** `Style.Rule`, or a style → off, on, or a level. */
  rules: ReadonlyMap<string, PackLevel | 'off' | 'on'>;
  blockIgnores: readonly string[];
  tokenIgnores: readonly string[];
}

/** A `.vale.ini`, read. */
export interface ValeConfig {
  /** As written; relative to the file. */
  stylesPath: string;
  minAlertLevel: PackLevel;
  vocab: readonly string[];
  /** From a file's extension to the one it is to be read as. */
  formats: ReadonlyMap<string, string>;
  global: ValeSection;
  sections: readonly ValeSection[];
  problems: readonly {
    line: number;
    column: number;
    endColumn: number;
    severity: 'error' | 'warning';
    message: Said;
  }[];
}

// Keys that are known and have nothing to say here, with the reason.
const noted: Readonly<Record<string, Said>> = {
  Lang: said`the language of each paragraph is found by the desk`,
  DictionaryPath: said`Hunspell files are looked for below config/dictionaries`,
  Transform: said`XSLT is not run`,
  NLPEndpoint: said`nothing is sent over the network`,
  SphinxBuildPath: said`Sphinx builds are not run`,
  SphinxAutoBuild: said`Sphinx builds are not run`,
  IgnoredClasses: said`HTML classes are not read`,
  WordTemplate: said`words are cut as everywhere`,
  CommentDelimiters: said`comments are those of the format`,
  View: said`views are not known`,
};

// Keys that ask for what is done anyway: packages lie under StylesPath, or are missed there; code is never read.
const understood: readonly string[] = ['Packages', 'IgnoredScopes', 'SkippedScopes'];

/**
 * Reads a `.vale.ini`. Never throws: unknown keys and values are problems with their place (lines and columns 1-based).
 */
export function readValeIni(text: string): ValeConfig {
  const problems: ValeConfig['problems'][number][] = [];
  const global = openSection('');
  const sections: ReturnType<typeof openSection>[] = [];
  const formats = new Map<string, string>();
  let stylesPath = 'styles';
  let minAlertLevel: PackLevel = 'suggestion';
  let vocab: string[] = [];
  let section = global;
  /** Of `[formats]`, or of the settings of another program. */
  let aside: 'formats' | 'program' | undefined;

  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (let i = 0; i < lines.length; i++) {
    const first = i;
    let line = lines[i] ?? '';
    // A backslash at the end carries the value on.
    while (/\\\s*$/.test(line) && i + 1 < lines.length)
      line = `${line.replace(/\\\s*$/, '')} ${lines[++i]?.trim() ?? ''}`;
    const complain = (message: Said, severity: 'error' | 'warning' = 'warning') =>
      problems.push({ line: first + 1, column: 1, endColumn: (lines[first]?.length ?? 0) + 1, severity, message });
    if (/^\s*(?:[#;].*)?$/.test(line)) continue;
    const head = /^\s*\[(.*)\]\s*$/.exec(line);
    if (head) {
      aside = head[1] === 'formats' ? 'formats' : head[1] === 'asciidoctor' ? 'program' : undefined;
      section = openSection(head[1] ?? '');
      if (!aside) sections.push(section);
      continue;
    }
    const pair = /^\s*([^=:]+?)\s*[=:]\s*(.*?)\s*$/.exec(line);
    if (!pair) {
      complain(said`“${line.trim()}” is neither a key with a value nor a section`, 'error');
      continue;
    }
    const key = pair[1] ?? '';
    const value = unquote((pair[2] ?? '').replace(/\s[#;].*$|^[#;].*$/, '').trim());
    if (aside === 'program') continue;
    // A key that stands again adds to its list.
    if (aside === 'formats') formats.set(key, value);
    else if (key === 'BasedOnStyles') section.basedOnStyles = [...section.basedOnStyles, ...commaList(value)];
    else if (key === 'BlockIgnores' || key === 'IgnorePatterns')
      section.blockIgnores = [...section.blockIgnores, ...patternList(value)];
    else if (key === 'TokenIgnores') section.tokenIgnores = [...section.tokenIgnores, ...patternList(value)];
    else if (key === 'StylesPath') stylesPath = value;
    else if (key === 'Vocab' || key === 'Project') vocab = [...vocab, ...commaList(value)];
    else if (key === 'MinAlertLevel') {
      const level = levelOf(value);
      if (level) minAlertLevel = level;
      else complain(said`“MinAlertLevel” is suggestion, warning or error, not “${value}”`, 'error');
    } else if (understood.includes(key)) continue;
    else if (noted[key]) complain(said`“${key}” has no effect: ${noted[key]}`);
    else if (
      /^[\w-]+(?:\.[\w-]+)+$/.test(key) ||
      // A whole style, once a section is based on it.
      [global, ...sections].some(({ basedOnStyles }) => basedOnStyles.includes(key))
    ) {
      const level = /^(?:YES|ON|TRUE)$/i.test(value)
        ? 'on'
        : /^(?:NO|OFF|FALSE)$/i.test(value)
          ? 'off'
          : levelOf(value);
      // Whatever else it says, Vale takes for NO.
      section.rules.set(key, level ?? 'off');
      if (!level) complain(said`“${key}” is YES, NO, suggestion, warning or error, not “${value}”`, 'error');
    } else complain(said`“${key}” is not a key of .vale.ini`);
  }
  return { stylesPath, minAlertLevel, vocab, formats, global, sections, problems };
}

/** What `.vale.ini` says of one file: the styles and rules of all sections whose glob takes it, later ones over earlier. */
export interface ValeChoice {
  /** Styles of which every rule runs. */
  styles: readonly string[];
  /** Every style that any rule names. */
  needed: readonly string[];
  levels: ReadonlyMap<string, PackLevel | 'off' | 'on'>;
  blockIgnores: readonly string[];
  tokenIgnores: readonly string[];
}

/**
 * Chooses for one file.
 *
 * @param takes tells whether a glob takes the file
 */
export function chooseForFile(config: ValeConfig, takes: (glob: string) => boolean): ValeChoice {
  const sections = config.sections.filter(({ glob }) => takes(glob));
  const all = [config.global, ...sections];
  // As in Vale, the last section that names styles replaces those before it.
  const styles = all.findLast(({ basedOnStyles }) => basedOnStyles.length > 0)?.basedOnStyles ?? [];
  const levels = new Map(all.flatMap(({ rules }) => [...rules]));
  const named = [...levels.keys()].map((id) => id.split('.')[0] ?? '');
  return {
    styles,
    needed: [...new Set([...styles, ...named])],
    levels,
    blockIgnores: all.flatMap(({ blockIgnores }) => blockIgnores),
    tokenIgnores: all.flatMap(({ tokenIgnores }) => tokenIgnores),
  };
}

/** Reads a vocabulary file: a word or pattern a line, `#` for remarks. */
export function readVocabulary(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# '));
}

function openSection(glob: string) {
  return {
    glob,
    basedOnStyles: [] as string[],
    rules: new Map<string, PackLevel | 'off' | 'on'>(),
    blockIgnores: [] as string[],
    tokenIgnores: [] as string[],
  };
}

function levelOf(value: string): PackLevel | undefined {
  return (['suggestion', 'warning', 'error'] as const).find((level) => level === value);
}

function commaList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Patterns are parted by commas; one of a quantifier, and `\\,`, belong to the pattern. */
function patternList(value: string): string[] {
  return value
    .split(/(?<!\\),(?!\d*\}|[^\s[]*\])/)
    .map((part) => part.trim().replaceAll('\\,', ','))
    .filter(Boolean);
}

function unquote(value: string): string {
  return /^(["'`]).*\1$/.test(value) ? value.slice(1, -1) : value;
}
