import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { reportSession } from '../../src/cli/report.ts';
import { usage } from '../../src/cli/usage.ts';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');

describe('docs/cli.md', () => {
  it('tells every command and option that the help has', () => {
    const named =
      usage.match(/--[a-z][a-z-]+|(?<=copydesk )(?:check|people|rules|config|style|stet|init|server)/g) ?? [];
    assert.ok(named.length > 20);
    for (const name of named) assert.ok(page.includes(name), `${name} is missing`);
  });

  it('shows the JSON that a report has', () => {
    const example = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '') as { files: Shape[] };
    const source = 'BAKU – Colonel Sevda Mammadli spoke.\n\nLieutenant Colonel Sevda Mammadli left.\n';
    const session = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets }).open({ path: 'today.txt', source });
    const report = reportSession(session, 'today.txt', true) as unknown as Shape;
    assert.deepEqual(listKeys(example.files[0] ?? {}), listKeys(report));
  });
});

type Shape = Record<string, unknown>;

/** The keys of an object and of the first members of its lists, as paths. */
function listKeys(shape: Shape, path = ''): string[] {
  return Object.entries(shape)
    .flatMap(([key, value]) => {
      const inner: unknown = Array.isArray(value) ? value[0] : undefined;
      const more = typeof inner === 'object' && inner !== null ? listKeys(inner as Shape, `${path}${key}.`) : [];
      return [path + key, ...more];
    })
    .sort();
}
