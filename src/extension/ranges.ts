import * as vscode from 'vscode';
import type { FixesParams } from '../server/protocol.ts';

/** A range of the protocol as VS Code's own. */
export function toRange({ start, end }: NonNullable<FixesParams['range']>): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
