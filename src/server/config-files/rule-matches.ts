import type { Location } from 'vscode-languageserver';
import { articleExtensions } from '../../article/index.ts';
import type { LoadedPack, Settings } from '../../config/index.ts';
import { keepRules } from '../../config/index.ts';
import { createDesk } from '../../desk/index.ts';
import type { Pack } from '../../style/index.ts';
import { decideArticle } from '../is-article.ts';
import { toRange } from '../ranges.ts';
import { letOthersIn } from '../slices.ts';
import { toUri } from '../uris.ts';
import type { Workspace } from '../workspace.ts';

/** Where the rules of a pack speak in the workspace. */
export interface PackMatches {
  /** Stories that were read. */
  stories: number;
  byRule: ReadonlyMap<string, readonly Location[]>;
}

/** Looks rules of packs up in all articles, one walk a pack; what was found is kept until the pack or an article changes. */
export interface RuleMatches {
  /** Undefined when the walk was cancelled. */
  find(pack: LoadedPack, settings: Settings, isCancelled: () => boolean): Promise<PackMatches | undefined>;
  /** Articles or configurations changed. */
  forget(): void;
}

/** Sets up the search. */
export function createRuleMatches(workspace: Workspace): RuleMatches {
  let kept = new Map<string, { pack: Pack; matches: Promise<PackMatches | undefined> }>();

  async function walk({ pack }: LoadedPack, settings: Settings, isCancelled: () => boolean) {
    const byRule = new Map<string, Location[]>();
    const ids = new Set(pack.rules.map(({ id }) => id));
    const only = keepRules(settings, [pack], ids, await workspace.openTagger?.());
    const desk = createDesk(only, { assets: workspace.assets });
    let stories = 0;
    for (const folder of workspace.folders)
      for (const path of await workspace.findFiles(folder, articleExtensions, isCancelled)) {
        if (isCancelled()) return undefined;
        const text = await workspace.readFile(path);
        if (text === undefined || !(await mayBeStory(path, text))) continue;
        stories++;
        for (const { ruleId, place } of desk.open({ path, source: text }).check().messages) {
          const location = { uri: toUri(path), range: toRange(place) };
          const there = byRule.get(ruleId);
          if (there) there.push(location);
          else byRule.set(ruleId, [location]);
        }
        // A timer, not a microtask: only so do cancellations and keystrokes get their turn.
        await letOthersIn();
      }
    return { stories, byRule };
  }

  /** All but files of software, and files that a configuration leaves out. */
  async function mayBeStory(path: string, text: string): Promise<boolean> {
    const { isArticle } = await workspace.configOf(path, text);
    const question = { path, languageId: '', text, enabled: true, chosen: undefined, extensions: articleExtensions };
    return decideArticle({ ...question, configured: isArticle ?? true }).checked;
  }

  return {
    async find(loaded, settings, isCancelled) {
      const before = kept.get(loaded.path);
      const known = before?.pack === loaded.pack ? await before.matches : undefined;
      if (known) return known;
      const matches = walk(loaded, settings, isCancelled);
      kept.set(loaded.path, { pack: loaded.pack, matches });
      return matches;
    },
    forget() {
      kept = new Map();
    },
  };
}
