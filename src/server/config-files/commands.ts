import type { CancellationToken, Connection, Position } from 'vscode-languageserver';
import { fillSaid } from '../../text/index.ts';
import type { Host } from '../host.ts';
import type { ShowPlacesParams } from '../protocol.ts';
import { Command, Method } from '../protocol.ts';
import { baseName, toPath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { findPack } from './packs.ts';
import type { RuleMatches } from './rule-matches.ts';

/** Runs a command that is about configurations; others are passed over. */
export type RunCommand = (command: string, args: readonly unknown[], token: CancellationToken) => Promise<void>;

/** Sets up the commands behind lenses and quick fixes of configurations. */
export function createConfigCommands(
  connection: Connection,
  workspace: Workspace,
  tools: { matches: RuleMatches; host: Host; reload: () => void },
): RunCommand {
  return async (command, args, token) => {
    const [uri, position, rule] = args;
    if (typeof uri !== 'string') return;
    if (command === Command.syncStyles) await syncStyles(uri);
    if (command === Command.showMatches && typeof rule === 'string')
      await showMatches(uri, position as Position, rule, token);
  };

  async function showMatches(uri: string, position: Position, rule: string, token: CancellationToken) {
    const { loaded, settings } = (await findPack(workspace, uri)) ?? {};
    if (!loaded || !settings) return;
    const found = await tools.matches.find(loaded, settings, () => token.isCancellationRequested);
    const places = found?.byRule.get(rule) ?? [];
    const params: ShowPlacesParams = { uri, position, places };
    if (workspace.client?.options.showPlaces) return connection.sendNotification(Method.showPlaces, params);
    // Elsewhere the editor's own «find references» on the rule lists them all.
    const [first] = places;
    if (first) await connection.window.showDocument({ uri: first.uri, selection: first.range, takeFocus: true });
  }

  async function syncStyles(uri: string) {
    const { translate, trusted } = workspace;
    const { sync } = tools.host;
    if (!trusted || !sync) {
      const text = translate('Nothing is fetched: this workspace is not trusted.', {});
      connection.window.showWarningMessage(trusted ? translate('Nothing can be fetched here.', {}) : text);
      return;
    }
    const fetch = { title: translate('Fetch', {}) };
    const question = translate('{name} extends files from other places. Fetch them and pin them in copydesk.lock?', {
      name: baseName(toPath(uri)),
    });
    const answer = await connection.window.showInformationMessage(question, fetch);
    if (answer?.title !== fetch.title) return;
    const { sources, problems } = await sync(toPath(uri));
    const [problem] = problems;
    if (problem)
      connection.window.showErrorMessage(
        `${baseName(problem.file)}:${problem.line}: ${fillSaid(problem.message, translate)}`,
      );
    else connection.window.showInformationMessage(translate('{count} sources fetched.', { count: sources.length }));
    tools.reload();
  }
}
