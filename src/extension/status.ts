import * as vscode from 'vscode';
import type { StatusParams } from '../server/protocol.ts';
import { articleLanguages } from './client.ts';

/** Shows in the language status what the desk found, and sets the context key `copydesk.isArticle`. */
export function registerStatus(onCheck: vscode.Event<StatusParams>): vscode.Disposable {
  const selector = articleLanguages.map((language) => ({ language }));
  const item = vscode.languages.createLanguageStatusItem('copydesk.status', selector);
  item.name = 'Copydesk';
  const style = vscode.languages.createLanguageStatusItem('copydesk.style', []);
  style.name = vscode.l10n.t('Copydesk: house style');
  style.command = { command: 'copydesk.switchStyle', title: vscode.l10n.t('Switch') };
  const states = new Map<string, StatusParams>();

  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const state = document && states.get(document.uri.toString());
    void vscode.commands.executeCommand('setContext', 'copydesk.isArticle', state?.checked === true);
    // A file that is no article keeps quiet of its style.
    style.selector = state?.checked ? selector : [];
    style.text = vscode.l10n.t('House style: {0}', state?.style ?? '');
    style.detail = state?.language;
    item.severity = vscode.LanguageStatusSeverity.Information;
    if (!state) {
      item.text = vscode.l10n.t('Copydesk');
      item.detail = undefined;
      item.command = undefined;
      return;
    }
    if (!state.checked) {
      item.text = vscode.l10n.t('Copydesk: not an article');
      item.detail = undefined;
      item.command = { command: 'copydesk.explainFile', title: vscode.l10n.t('Why?') };
      return;
    }
    if (state.encoding) {
      item.text = vscode.l10n.t('Copydesk: the file was read with the wrong encoding');
      item.detail = state.encoding.name;
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.command = {
        command: 'copydesk.reopenWithEncoding',
        title: vscode.l10n.t('Reopen'),
        arguments: [state.uri, state.encoding.id],
      };
      return;
    }
    const found = state.errors + state.warnings + state.infos + state.hints;
    item.text =
      found === 0
        ? vscode.l10n.t('Copydesk: nothing to report')
        : vscode.l10n.t(
            'Copydesk: {0} errors, {1} warnings, {2} notes',
            state.errors,
            state.warnings,
            state.infos + state.hints,
          );
    item.detail = vscode.l10n.t('checked in {0} ms', Math.max(1, Math.round(state.duration)));
    if (state.errors > 0) item.severity = vscode.LanguageStatusSeverity.Error;
    else if (state.warnings > 0) item.severity = vscode.LanguageStatusSeverity.Warning;
    item.command =
      state.fixable > 0
        ? { command: 'copydesk.fixAll', title: vscode.l10n.t('Apply {0} safe fixes', state.fixable) }
        : { command: 'copydesk.explainFile', title: vscode.l10n.t('Why is it checked?') };
  };

  return vscode.Disposable.from(
    item,
    style,
    onCheck((state) => {
      states.set(state.uri, state);
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => states.delete(uri.toString())),
  );
}
