import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, openFile, openWindow, runCommand, showNextProblem } from '../test/vscode/browser.ts';
import { copyNewsroom } from '../test/vscode/newsroom.ts';
import { buildAssets, buildBundles } from './build.ts';
import { startHost } from './vscode-host.ts';

// Takes the pictures of docs/images/ from the real VS Code: `npm run screenshots`.
const out = resolve('docs/images');
const styles = ['keep-full', 'ap', 'reuters', 'guardian', 'bbc'];
const story = 'visit.txt';

mkdirSync(out, { recursive: true });
await buildAssets();
await buildBundles();
const host = await startHost({
  settings: {
    'editor.wordWrap': 'on',
    'editor.minimap.enabled': false,
    'workbench.colorTheme': 'Default Light Modern',
  },
});
const browser = await launchBrowser();
try {
  for (const style of styles) await inNewsroom(style, (page) => shoot(page, `style-${style}`, showProblems));
  await inNewsroom('keep-full', async (page) => {
    await shoot(page, 'cast', () => showCast(page));
    await shoot(page, 'hover', () => showHover(page));
    await shoot(page, 'rename', () => showRename(page));
  });
  await inNewsroom('keep-full', (page) => shoot(page, 'fixes', showFixes));
  await inNewsroom('keep-full', (page) => shoot(page, 'configuration', showConfigurationFix));
} finally {
  await browser.close();
  host.stop();
}

async function inNewsroom(style: string, act: (page: Page) => Promise<void>): Promise<void> {
  const newsroom = copyNewsroom();
  const file = join(newsroom.folder, '.copydesk.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^style: .*$/m, `style: ${style}`));
  try {
    const page = await openWindow(
      browser,
      host.address(newsroom.folder, [['extensionDevelopmentPath', host.remote('.')]]),
    );
    await openFile(page, story);
    await page.locator('.squiggly-error').first().waitFor({ timeout: 90_000 });
    await act(page);
    await page.context().close();
  } finally {
    newsroom.remove();
  }
}

async function shoot(page: Page, name: string, prepare: (page: Page) => Promise<void>): Promise<void> {
  await prepare(page);
  await page.waitForTimeout(800);
  await page.screenshot({ path: join(out, `${name}.png`) });
  await page.keyboard.press('Escape');
  console.log(`docs/images/${name}.png`);
}

async function showProblems(page: Page): Promise<void> {
  await runCommand(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
}

async function showCast(page: Page): Promise<void> {
  await runCommand(page, 'Copydesk: Show the Cast');
  const person = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: 'Karaçayo' }).first();
  await person.waitFor();
  await person.click();
}

async function showHover(page: Page): Promise<void> {
  const box = await page.locator('.squiggly-error').first().boundingBox();
  if (!box) throw new Error('no damaged name is in sight');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.locator('.monaco-hover:visible').first().waitFor();
}

async function showRename(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.locator('.editor-instance .view-line').first().click();
  await showNextProblem(page);
  await page.keyboard.press('F2');
  await page.locator('.rename-box:visible').first().waitFor();
}

async function showFixes(page: Page): Promise<void> {
  await showNextProblem(page);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}

async function showConfigurationFix(page: Page): Promise<void> {
  await openFile(page, '.copydesk.yaml');
  await page.locator('.editor-instance .view-lines').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('rules: { rank-consistancy: error }', { delay: 30 });
  await page.keyboard.press('Escape');
  await page.locator('.editor-instance [class*="squiggly-"]').first().waitFor();
  // The list of problems follows the marks.
  await page.waitForTimeout(1500);
  // The next problem of this file; F8 alone goes on to other files.
  await page.keyboard.press('Alt+F8');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}
