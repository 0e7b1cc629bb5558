import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';
import { chooseForFile, compilePacks, loadPack, makeValeStyle, readValeIni } from '../../src/style/index.ts';
import { fillSaid } from '../../src/text/index.ts';

// `npm run accuracy -- vale FOLDER` measures packs elsewhere.
const root = process.argv.find((word) => word.includes('/vale-')) ?? '../shared/vale';

const speller = createSpeller(nodeAssets);

/** Scenarios of a pack: the fixture's folder and the alerts that Vale gives, `file:line:col:rule:message`. */
function readScenarios(feature: string): { folder: string; alerts: string[] }[] {
  return [...feature.matchAll(/When I test "([^"]+)"[\s\S]*?"""\n([\s\S]*?)"""/g)].map(
    ([, folder = '', body = '']) => ({
      folder,
      alerts: body
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    }),
  );
}

/** Checks a fixture by its own `.vale.ini`, through the whole desk. */
function checkFolder(folder: string, says: Set<string>): string[] {
  const config = readValeIni(readFileSync(join(folder, '.vale.ini'), 'utf8'));
  const styles = join(folder, config.stylesPath);
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => {
      const choice = chooseForFile(config, (glob) => picomatch.isMatch(name, glob, { basename: true }));
      const packs = choice.needed.map((style) => {
        if (style === 'Vale') return makeValeStyle([], []);
        const files = readdirSync(join(styles, style), { recursive: true, encoding: 'utf8' })
          .filter((file) => /\.(?:ya?ml|txt)$/.test(file))
          .map((file) => join(styles, style, file));
        const loaded = loadPack(files.map((path) => ({ path, text: readFileSync(path, 'utf8') })));
        for (const { message, file, line } of loaded.problems) says.add(`${file}:${line}: ${fillSaid(message)}`);
        for (const { rule, reason } of loaded.unsupported) says.add(`${rule} does not run: ${fillSaid(reason)}`);
        return loaded.pack;
      });
      const matcher = compilePacks(packs, {
        isSpelled: (word, language) => speller.isKnown(word, language),
        levels: choice.levels,
        onlyNamed: choice.needed.filter((style) => !choice.styles.includes(style)),
        minLevel: config.minAlertLevel,
        blockIgnores: choice.blockIgnores,
        tokenIgnores: choice.tokenIgnores,
      });
      for (const { message, file, line } of matcher.problems) says.add(`${file}:${line}: ${fillSaid(message)}`);
      const desk = createDesk({ ...defaultSettings(nodeAssets), packs: matcher }, { assets: nodeAssets });
      const path = join(folder, name);
      return desk
        .open({ path, source: readFileSync(path, 'utf8') })
        .check()
        .messages.filter(({ ruleId }) => ruleId.includes('.'))
        .map(({ place, ruleId, reason }) => `${name}:${place.start.line}:${place.start.column}:${ruleId}:${reason}`);
    });
}

/**
 * Reproduces the alerts of Vale packs from their own fixtures. Passes at 98 in 100, with at most 2 in 100 beyond them:
 * one fixture holds a word that its pack lists and its expected alerts do not.
 */
export default async function measureVale(): Promise<boolean> {
  if (!existsSync(root)) {
    console.log('no ../shared/vale here: not measured');
    return true;
  }
  let [wanted, same, invented] = [0, 0, 0];
  for (const pack of readdirSync(root).sort()) {
    const says = new Set<string>();
    let [ours, hit, extra] = [0, 0, 0];
    for (const { folder, alerts } of readScenarios(readFileSync(join(root, pack, 'rules.feature'), 'utf8'))) {
      const found = new Set(checkFolder(join(root, pack, 'fixtures', folder), says));
      ours += alerts.length;
      for (const alert of alerts) {
        if (found.delete(alert)) hit++;
        else console.log(`  missing   ${pack}/${folder} ${alert}`);
      }
      extra += found.size;
      for (const alert of found) console.log(`  invented  ${pack}/${folder} ${alert}`);
    }
    for (const say of says) console.log(`  says      ${say}`);
    console.log(`${pack}: ${hit} of ${ours} reproduced, ${extra} invented`);
    wanted += ours;
    same += hit;
    invented += extra;
  }
  console.log(`all: ${same} of ${wanted} reproduced (${((100 * same) / wanted).toFixed(1)} %), ${invented} invented`);
  return same / wanted >= 0.98 && invented / wanted <= 0.02;
}
