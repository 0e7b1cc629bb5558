import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Host, startHost } from '../../scripts/vscode-host.ts';
import {
  launchBrowser,
  openFile,
  openFixes,
  openWindow,
  runCommand,
  showNextProblem,
  visibleText,
  waitForText,
} from './browser.ts';
import { buildSuite } from './build-suite.ts';
import { copyNewsroom } from './newsroom.ts';

const settings = { 'editor.wordWrap': 'on', 'files.autoSave': 'off' };

describe('Copydesk in a real VS Code', { concurrency: false }, () => {
  let suite: string;
  let host: Host;
  let browser: Browser;
  before(async () => {
    suite = await buildSuite();
    host = await startHost({ settings });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    host?.stop();
  });
  const development = (): [string, string] => ['extensionDevelopmentPath', host.remote('.')];

  test('the suite inside the extension host', async (t) => {
    const newsroom = copyNewsroom();
    t.after(newsroom.remove);
    const results: { name: string; error?: string }[] = [];
    const context = await browser.newContext();
    const page = await context.newPage();
    const exit = new EventEmitter();
    const ended = once(exit, 'code', { signal: AbortSignal.timeout(600_000) });
    await page.exposeFunction('codeAutomationExit', (value: number) => exit.emit('code', value));
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      const line = args.map(String).join(' ');
      const at = line.indexOf('COPYDESK-TEST ');
      if (at >= 0)
        results.push(JSON.parse(line.slice(at + 'COPYDESK-TEST '.length)) as { name: string; error?: string });
    });
    await page.goto(host.address(newsroom.folder, [development(), ['extensionTestsPath', host.remote(suite)]]));
    const [code] = (await ended) as [number];
    await context.close();
    for (const { name, error } of results) await t.test(name, () => assert.equal(error, undefined));
    assert.ok(results.length > 0, 'the suite reported no test');
    assert.equal(code, 0);
  });

  test('a person repairs a name with the keyboard', async (t) => {
    const newsroom = copyNewsroom();
    t.after(newsroom.remove);
    const page = await openWindow(browser, host.address(newsroom.folder, [development()]));
    await openFile(page, 'visit.txt');
    await page.locator('.squiggly-error').first().waitFor();
    await showNextProblem(page);
    const fixes = await openFixes(page);
    assert.match((await fixes.allInnerTexts()).join('\n'), /Karaçayoğlu/);
    await page.keyboard.press('Enter');
    await waitForText(page, (text) => text.includes('Karaçayoğlu'));
    await page.context().close();
  });

  test('one command repairs all that is safe, undo brings it back', async (t) => {
    const newsroom = copyNewsroom();
    t.after(newsroom.remove);
    const page = await openWindow(browser, host.address(newsroom.folder, [development()]));
    await openFile(page, 'visit.txt');
    await page.locator('.squiggly-error').first().waitFor();
    await runCommand(page, 'Copydesk: Apply All Safe Fixes');
    await waitForText(page, (text) => !text.includes('o?lu'));
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+z');
    await waitForText(page, (text) => text.includes('o?lu'));
    assert.match(await visibleText(page), /Why now\? Because/);
    await page.context().close();
  });

  test('the house style is switched: the configuration and the marks follow, the status says so', async (t) => {
    const newsroom = copyNewsroom();
    t.after(newsroom.remove);
    const story = 'Ferry line opens\n\nBy Leyla Test\n\nThe line opened on September 15, the mayor said.\n';
    writeFileSync(join(newsroom.folder, 'stories/ferry.txt'), story);
    const page = await openWindow(browser, host.address(newsroom.folder, [development()]));
    await openFile(page, 'ferry.txt');
    await runCommand(page, 'Problems: Focus on Problems View');
    for (const [house, id, said] of [
      ['Associated Press', 'ap', 'Write “Sept. 15”'],
      ['The Guardian', 'guardian', 'Write “15 September”'],
    ] as const) {
      await runCommand(page, 'Copydesk: Switch House Style');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: house }).first().click();
      await page.locator('.markers-panel .monaco-list-row', { hasText: said }).first().waitFor();
      const written = readFileSync(join(newsroom.folder, '.copydesk.yaml'), 'utf8');
      assert.match(written, new RegExp(`^extends: copydesk:${id}$`, 'm'));
      assert.match(written, new RegExp(`^style: ${id}$`, 'm'));
    }
    await page.locator('.editor-instance .view-lines').first().click();
    await page.locator('[id="status.languageStatus"]').hover();
    await page.locator('.monaco-hover', { hasText: 'House style: guardian' }).first().waitFor();
    await page.context().close();
  });

  test('the Test Explorer runs the examples of a pack, and shows what came out of one that fails', async (t) => {
    const newsroom = copyNewsroom();
    t.after(newsroom.remove);
    mkdirSync(join(newsroom.folder, 'house'));
    writeFileSync(join(newsroom.folder, 'house/pack.yaml'), 'name: house\ntitle: Our house\n');
    writeFileSync(
      join(newsroom.folder, 'house/harbour.yaml'),
      'extends: substitution\nmessage: Write “%s”, not “%s”\nswap: {quay: harbour}\nexamples:\n' +
        "  - {bad: 'The quay is shut.', good: 'The harbour is shut.'}\n" +
        "  - {bad: 'The old quay.', good: 'The old port.'}\n",
    );
    const page = await openWindow(browser, host.address(newsroom.folder, [development()]));
    await openFile(page, 'visit.txt');
    await page.locator('.squiggly-error').first().waitFor();
    await runCommand(page, 'Testing: Focus on Test Explorer View');
    const rows = page.locator('.test-explorer .monaco-list-row');
    await rows.filter({ hasText: 'Our house' }).waitFor();
    // What fails in a file that is in sight is shown there.
    await openFile(page, 'harbour.yaml');
    await runCommand(page, 'Test: Run All Tests');
    await page.locator('.test-explorer', { hasText: '1/2' }).waitFor();
    await page
      .locator('.test-error-content-widget', { hasText: /The.old.harbour/ })
      .first()
      .waitFor();
    await page.context().close();
  });
});

describe('Restricted Mode', { concurrency: false }, () => {
  test('an untrusted workspace is still read', async (t) => {
    const newsroom = copyNewsroom();
    const host = await startHost({
      trust: false,
      settings: { ...settings, 'security.workspace.trust.startupPrompt': 'never' },
    });
    const browser = await launchBrowser();
    t.after(async () => {
      await browser.close();
      host.stop();
      newsroom.remove();
    });
    const page = await openWindow(
      browser,
      host.address(newsroom.folder, [['extensionDevelopmentPath', host.remote('.')]]),
    );
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
    await openFile(page, 'visit.txt');
    await page.locator('.squiggly-error').first().waitFor();
  });
});

describe('in a browser', { concurrency: false }, () => {
  test('the server runs in a worker, without a process', async (t) => {
    const newsroom = copyNewsroom();
    const host = await startHost({
      settings: { ...settings, 'remote.extensionKind': { 'copydesk.copydesk': ['web'] } },
    });
    const browser = await launchBrowser();
    t.after(async () => {
      await browser.close();
      host.stop();
      newsroom.remove();
    });
    const payload: [string, string][] = [
      ['extensionDevelopmentPath', host.remote('.')],
      ['extensionDevelopmentKind', 'web'],
    ];
    const page = await openWindow(browser, host.address(newsroom.folder, payload));
    await openFile(page, 'visit.txt');
    await page.locator('.squiggly-error').first().waitFor();
    assert.ok((await page.locator('.squiggly-error').count()) >= 3);
    await runCommand(page, 'Copydesk: Apply All Safe Fixes');
    await waitForText(page, (text) => !text.includes('o?lu'));
  });
});

describe('the packaged extension', { concurrency: false }, () => {
  test('installs from its .vsix and flags the story', async (t) => {
    const vsix = resolve('dist/test/copydesk.vsix');
    mkdirSync(dirname(vsix), { recursive: true });
    const { status, stdout, stderr } = spawnSync(
      'node_modules/.bin/vsce',
      ['package', '--no-dependencies', '--out', vsix],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stdout + stderr);
    assert.ok(existsSync(vsix));
    assert.ok(readFileSync(vsix).length <= 5 * 1024 * 1024, 'no larger than 5 MB');
    const newsroom = copyNewsroom();
    const host = await startHost({ vsix: [vsix], settings });
    const browser = await launchBrowser();
    t.after(async () => {
      await browser.close();
      host.stop();
      newsroom.remove();
    });
    const page = await openWindow(browser, host.address(newsroom.folder));
    await openFile(page, 'visit.txt');
    await page.locator('.squiggly-error').first().waitFor();
    await runCommand(page, 'Copydesk: Apply All Safe Fixes');
    await waitForText(page, (text) => !text.includes('o?lu'));
  });
});
