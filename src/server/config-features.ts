import type { CodeAction, CodeActionParams, CodeLens, Connection, Location } from 'vscode-languageserver';
import { CodeActionKind, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isAsked } from './code-actions.ts';
import { createConfigActions } from './config-actions.ts';
import { findDefinition } from './config-links.ts';
import { isConfigName } from './configurations.ts';
import { toConfigDiagnostics } from './diagnostics.ts';
import { findPack } from './packs.ts';
import { Command } from './protocol.ts';
import type { RuleMatches } from './rule-matches.ts';
import { toPath } from './uris.ts';
import type { Workspace } from './workspace.ts';

/** What an unresolved lens carries. */
interface LensData {
  uri: string;
  rule: string;
}

/** What editors ask of configurations, packs and lists. */
export interface ConfigFeatures {
  /** The quick fixes of a file's problems; undefined when it is none of these. */
  answerActions(params: CodeActionParams): Promise<CodeAction[] | undefined>;
  /** Where a pack's rule speaks, from its place in the pack's file; undefined in other files. */
  findMatches(uri: string, line: number, isCancelled: () => boolean): Promise<Location[] | undefined>;
}

/** Registers definitions and lenses; the rest is shared with articles and handed back. */
export function registerConfigFeatures(
  connection: Connection,
  workspace: Workspace,
  matches: RuleMatches,
): ConfigFeatures {
  const { documents, configurations } = workspace;

  /** A file that configurations are made of, open in the editor. */
  async function openSource(uri: string): Promise<TextDocument | undefined> {
    const path = toPath(uri);
    const document = documents.get(uri);
    if (!document) return undefined;
    // Whether a list or a rule takes part is known once its configuration is read.
    if (/\.(?:ya?ml|csv|tsv)$/i.test(path)) await workspace.configOf(path);
    return isConfigName(path) || configurations.uses(path) ? document : undefined;
  }

  async function look(uri: string, rule: string, isCancelled: () => boolean) {
    const found = await findPack(workspace, uri);
    const known = found && (await matches.find(found.loaded, found.settings, isCancelled));
    return known && { places: known.byRule.get(rule) ?? [], stories: known.stories };
  }

  connection.onDefinition(async ({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    const path = toPath(uri);
    if (!document || !isConfigName(path) || path.endsWith('.ini')) return null;
    return findDefinition(path, document.getText(), position, await workspace.configOf(path), workspace.files);
  });

  connection.onCodeLens(async ({ textDocument: { uri } }): Promise<CodeLens[] | null> => {
    const found = await findPack(workspace, uri);
    const path = toPath(uri);
    const rules = found?.loaded.pack.rules.filter(({ place }) => place.file === path);
    return (
      rules?.map(({ id, place }) => {
        const start = { line: Math.max(0, place.line - 1), character: 0 };
        return { range: { start, end: start }, data: { uri, rule: id } satisfies LensData };
      }) ?? null
    );
  });

  connection.onCodeLensResolve(async (lens, token) => {
    const { uri, rule } = lens.data as LensData;
    const found = await look(uri, rule, () => token.isCancellationRequested);
    // An editor asks again for a lens that it still shows.
    if (!found) throw new ResponseError(ErrorCodes.InvalidRequest, 'The rule is gone, or the search was cancelled');
    const { places, stories } = found;
    const count = places.length;
    const title =
      count === 0
        ? workspace.translate('matches nothing in {stories} stories', { stories })
        : workspace.translate('matches {count} in {stories} stories · try it', { count, stories });
    const command = count === 0 ? '' : Command.showMatches;
    return { ...lens, command: { title, command, arguments: [uri, lens.range.start, rule] } };
  });

  return {
    async answerActions({ textDocument: { uri }, range, context }) {
      const document = await openSource(uri);
      if (!document) return undefined;
      if (!isAsked(context.only, CodeActionKind.QuickFix)) return [];
      const path = toPath(uri);
      return createConfigActions({
        uri,
        document,
        diagnostics: toConfigDiagnostics(await workspace.problemsOf(path), path, workspace.translate),
        range,
        abilities: workspace.client?.edits,
        mayFetch: workspace.trusted && workspace.maySync,
        translate: workspace.translate,
      });
    },
    async findMatches(uri, line, isCancelled) {
      const found = await findPack(workspace, uri);
      const path = toPath(uri);
      const rule = found?.loaded.pack.rules.findLast(({ place }) => place.file === path && place.line <= line + 1);
      return rule && (await look(uri, rule.id, isCancelled))?.places.slice();
    },
  };
}
