import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CompletionItem,
  CompletionParams,
  Connection,
  Hover,
  HoverParams,
  Location,
} from 'vscode-languageserver';
import { CodeActionKind, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { isAsked } from '../actions/index.ts';
import { isConfigName } from '../configurations.ts';
import { toConfigDiagnostics } from '../diagnostics.ts';
import type { OpenDocument } from '../open-document.ts';
import { Command } from '../protocol.ts';
import { toPath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { createConfigActions } from './actions.ts';
import type { ConfigSyntax } from './help.ts';
import { completeConfig, explainConfig, isOfPack } from './help.ts';
import { findDefinition } from './links.ts';
import { completePack, explainPack, packFileKind } from './pack-help.ts';
import { findPack } from './packs.ts';
import type { RuleMatches } from './rule-matches.ts';

/** What an unresolved lens carries. */
interface LensData {
  uri: string;
  rule: string;
}

/** What editors ask of configurations, packs and lists. */
export interface ConfigFeatures {
  /** What the word at a position means, null where it means nothing; undefined in other files. */
  answerHover(params: HoverParams): Promise<Hover | null | undefined>;
  /** What may stand at a position; undefined in other files. */
  answerCompletion(params: CompletionParams): Promise<CompletionItem[] | undefined>;
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
  async function openSource(uri: string): Promise<OpenDocument | undefined> {
    const path = toPath(uri);
    const document = documents.get(uri);
    if (!document) return undefined;
    // Whether a list or a rule takes part is known once its configuration is read.
    if (/\.(?:ya?ml|csv|tsv)$/i.test(path)) await workspace.configOf(path);
    return isConfigName(path) || configurations.uses(path) ? document : undefined;
  }

  /** An open configuration. JSON is left to editors that read it by the schema themselves. */
  function openConfig(uri: string): { text: string; syntax: ConfigSyntax } | undefined {
    const [, form] = /(?:^|\/)\.copydesk\.(ya?ml|json)$/.exec(toPath(uri)) ?? [];
    const document = form === undefined ? undefined : documents.get(uri);
    return document && { text: document.getText(), syntax: form === 'json' ? 'json' : 'yaml' };
  }

  /** An open file of a pack. */
  async function openPack(uri: string) {
    const document = /\.ya?ml$/i.test(uri) ? documents.get(uri) : undefined;
    const kind = document && (await packFileKind(workspace, uri));
    return document && kind && { text: document.getText(), kind };
  }

  const packsOf = async (uri: string) => (await workspace.configOf(toPath(uri))).packs.map(({ pack }) => pack);
  const showsMarkdown = () => workspace.client?.showsMarkdown ?? false;
  const readsSchemas = () => workspace.client?.options.readsSchemas ?? false;

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
    async answerHover({ textDocument: { uri }, position }) {
      const config = openConfig(uri);
      if (config) {
        if (config.syntax === 'json' && readsSchemas()) return null;
        return explainConfig(config.text, position, showsMarkdown(), await packsOf(uri), config.syntax) ?? null;
      }
      const pack = await openPack(uri);
      return pack && (explainPack(pack.text, position, showsMarkdown(), pack.kind) ?? null);
    },
    async answerCompletion({ textDocument: { uri }, position }) {
      const config = openConfig(uri);
      if (config) {
        const packs = await packsOf(uri);
        const items = completeConfig(config.text, position, packs, config.syntax);
        return config.syntax === 'json' && readsSchemas() ? items.filter(({ label }) => isOfPack(label, packs)) : items;
      }
      const pack = await openPack(uri);
      return pack && completePack(pack.text, position, pack.kind);
    },
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
