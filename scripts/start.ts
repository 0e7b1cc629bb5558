import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { buildAssets, buildBundles } from './build.ts';
import { startHost } from './vscode-host.ts';

const newsroom = resolve('docs/newsroom');
const story = 'stories/visit.txt';

console.log('Building Copydesk; in a fresh clone its dictionaries and models are compiled first, about a minute…');
await buildAssets((name) => console.log(`  ${name}`));
await buildBundles();

console.log(`\ncopydesk check ${story}\n`);
spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', story], { cwd: newsroom, stdio: 'inherit' });

if (!process.argv.includes('--no-editor')) await openEditor();

async function openEditor(): Promise<void> {
  if (spawnSync('code', ['--version'], { shell: process.platform === 'win32' }).status === 0) {
    console.log('\nOpening VS Code on the sample newsroom…');
    spawn('code', [`--extensionDevelopmentPath=${resolve('.')}`, newsroom, `${newsroom}/${story}`], {
      stdio: 'ignore',
      detached: true,
      shell: process.platform === 'win32',
    }).unref();
    return;
  }
  console.log('\nNo desktop VS Code here: starting the VS Code server from the npm registry on loopback.');
  const host = await startHost({ settings: { 'security.workspace.trust.enabled': false, 'editor.wordWrap': 'on' } });
  const payload: [string, string][] = [
    ['extensionDevelopmentPath', host.remote('.')],
    ['openFile', host.remote(`${newsroom}/${story}`)],
  ];
  console.log(`\nOpen this address in a browser (Ctrl+C ends it):\n\n  ${host.address(newsroom, payload)}\n`);
  process.on('SIGINT', () => {
    host.stop();
    process.exit(0);
  });
  await new Promise(() => {});
}
