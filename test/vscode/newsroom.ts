import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the sample workspace that a test may change. */
export function copyNewsroom(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-newsroom-'));
  cpSync('test/vscode/newsroom', folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
