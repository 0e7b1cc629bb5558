import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/vscode-host.ts';

/** How long anything may take that is waited for, in milliseconds: much longer than on a busy machine with two cores. */
const patience = 120_000;

/** Starts a headless Chromium that reaches for nothing outside this machine. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A window of VS Code, ready when its explorer shows the folder. */
export async function openWindow(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector('.monaco-workbench .explorer-folders-view');
  return page;
}

/** Opens a file by its name with the keyboard, as a person does. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+p');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-instance .monaco-editor.focused .view-lines').first().waitFor();
}

/**
 * Goes to the next problem with the keyboard, reads what is said of it and closes that again, as a person does. VS Code
 * asks for fixes of its own accord soon after the cursor moved, and drops a menu that was asked for in between: the
 * light bulb shows that it has its answer.
 */
export async function showNextProblem(page: Page): Promise<void> {
  const said = page.locator('.zone-widget .marker-widget');
  await page.keyboard.press('F8');
  await said.waitFor();
  await page.keyboard.press('Escape');
  await said.waitFor({ state: 'detached' });
  await page.locator('.lightBulbWidget:visible').first().waitFor();
}

/**
 * Opens the menu of fixes at the caret. VS Code drops a menu that was asked for when any extension registers a provider
 * meanwhile, as several do after a start: a person who sees none asks again.
 */
export async function openFixes(page: Page): Promise<Locator> {
  const fixes = page.locator('.action-widget .monaco-list-row');
  for (const end = Date.now() + patience; ; ) {
    await page.keyboard.press('Control+.');
    const isOpen = await fixes
      .first()
      .waitFor({ timeout: 5000 })
      .then(() => true)
      .catch(() => false);
    if (isOpen) return fixes;
    if (Date.now() > end) throw new Error('no menu of fixes opened');
  }
}

/** Runs a command of the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** The text of the active editor's visible lines; VS Code draws spaces as no-break spaces. */
export async function visibleText(page: Page): Promise<string> {
  const lines = await page.locator('.editor-instance .view-lines').first().textContent();
  return (lines ?? '').replaceAll('\u00a0', ' ');
}

/** Waits until the visible text fits. */
export async function waitForText(page: Page, fits: (text: string) => boolean): Promise<string> {
  for (let waited = 0; waited < patience; waited += 100) {
    const text = await visibleText(page);
    if (fits(text)) return text;
    await page.waitForTimeout(100);
  }
  throw new Error(`the text did not come to fit:\n${await visibleText(page)}`);
}
