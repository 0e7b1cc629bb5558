import { readValeIni, type ValeSection } from '../style/index.ts';

/**
 * A `.copydesk.yaml` that says what a `.vale.ini` says.
 *
 * @returns the configuration, and what could not be taken over
 */
export function importValeIni(text: string): { yaml: string; left: string[] } {
  const ini = readValeIni(text);
  const left = ini.problems.map(({ line, message }) => `line ${line}: ${message}`);
  const sections = [ini.global, ...ini.sections];
  const everywhere = sections.filter(({ glob }) => glob === '' || glob === '*');
  const styles = [...new Set(sections.flatMap(namesOf))];
  const lines = ['# Taken over from .vale.ini by “copydesk style import”.', 'root: true'];
  if (ini.minAlertLevel !== 'suggestion')
    left.push(`MinAlertLevel = ${ini.minAlertLevel}: give each rule its severity instead`);
  if (sections.some(({ tokenIgnores, blockIgnores }) => tokenIgnores.length + blockIgnores.length > 0))
    left.push('TokenIgnores and BlockIgnores: put a stet comment where copy is to stand');
  if (styles.includes('Vale')) left.push('Vale.Spelling: the desk’s own rule “spelling” reads words');
  const packs = styles.filter((name) => name !== 'Vale');
  if (packs.length > 0)
    lines.push('styles:', ...packs.map((name) => `  - ${quote(`${trim(ini.stylesPath)}/${name}`)}`));
  if (ini.vocab.length > 0)
    lines.push(
      'lexicon:',
      ...ini.vocab.flatMap((name) => [
        `  - ${quote(`${trim(ini.stylesPath)}/config/vocabularies/${name}/accept.txt`)}`,
      ]),
    );
  const rules = everywhere.flatMap(rulesOf);
  if (rules.length > 0) lines.push('rules:', ...[...new Map(rules)].map(([id, level]) => `  ${id}: ${level}`));
  const others = ini.sections.filter(({ glob }) => glob !== '*' && glob !== '');
  const overrides = others.map((section) => ({
    glob: section.glob,
    rules: rulesOf(section),
    off: offOf(section, packs),
  }));
  const said = overrides.filter(({ rules: own, off }) => own.length + off.length > 0);
  if (said.length > 0) lines.push('overrides:');
  for (const { glob, rules: own, off } of said) {
    lines.push(`  - files: ${quote(glob)}`, '    rules:');
    for (const [id, level] of [...off, ...own]) lines.push(`      ${id}: ${level}`);
  }
  return { yaml: `${lines.join('\n')}\n`, left };
}

function namesOf({ basedOnStyles, rules }: ValeSection): string[] {
  return [...basedOnStyles, ...[...rules.keys()].map((id) => id.split('.')[0] ?? '')];
}

function rulesOf({ rules }: ValeSection): [string, string][] {
  return [...rules]
    .filter(([id]) => !id.startsWith('Vale'))
    .map(([id, level]) => [id, level === 'suggestion' ? 'info' : level]);
}

/** Styles that a section leaves out although others name them. */
function offOf({ basedOnStyles }: ValeSection, packs: readonly string[]): [string, string][] {
  return basedOnStyles.length === 0
    ? []
    : packs.filter((name) => !basedOnStyles.includes(name)).map((name) => [name, 'off']);
}

const trim = (path: string) => path.replace(/\/+$/, '');
const quote = (text: string) => (/^[\w./-]+$/.test(text) ? text : JSON.stringify(text));
