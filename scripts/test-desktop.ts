import { resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildSuite } from '../test/vscode/build-suite.ts';
import { copyNewsroom } from '../test/vscode/newsroom.ts';
import { buildAssets, buildBundles } from './build.ts';

// The suite of test/vscode inside desktop VS Code, for machines that reach its update service.
await buildAssets();
await buildBundles();
const suite = await buildSuite();
const newsroom = copyNewsroom();
try {
  console.log('Host: desktop VS Code through @vscode/test-electron');
  await runTests({
    extensionDevelopmentPath: resolve('.'),
    extensionTestsPath: suite,
    launchArgs: [newsroom.folder, '--disable-workspace-trust', '--disable-extensions'],
  });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`Desktop VS Code could not run the suite: ${message}`);
  console.error(
    'It needs the internet (update.code.visualstudio.com) and a display. «npm test» runs the same suite without them.',
  );
  process.exitCode = 1;
} finally {
  newsroom.remove();
}
