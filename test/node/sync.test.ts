import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createConfigLoader } from '../../src/config/index.ts';
import { nodeAssets, nodeFiles, syncSources } from '../../src/node/index.ts';
import type { Said } from '../../src/text/index.ts';
import { fillSaid } from '../../src/text/index.ts';

/** A tar archive of one file after another. */
function makeTar(files: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(files).map(([name, text]) => {
    const header = Buffer.alloc(512);
    header.write(name);
    header.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\0`, 124);
    header.write('0', 156);
    return Buffer.concat([header, Buffer.from(text), Buffer.alloc((512 - (Buffer.byteLength(text) % 512)) % 512)]);
  });
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)]));
}

const rule = 'rules: {utilise: {extends: existence, message: m, tokens: [utilise]}}\n';

/** A folder, a web server on loopback that can be changed and closed, and what a configuration there says. */
async function withDesk(
  served: Record<string, string | Buffer | { location: string }>,
  run: (desk: {
    folder: string;
    host: string;
    write: (name: string, text: string) => void;
    sync: typeof syncSources;
    load: () => ReturnType<ReturnType<typeof createConfigLoader>['load']>;
    close: () => Promise<void>;
  }) => Promise<void>,
): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-sync-')));
  const server = createServer(({ url = '' }, response) => {
    const answer = served[url.slice(1)];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string' || Buffer.isBuffer(answer)) response.end(answer);
    else response.writeHead(302, answer).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  try {
    await run({
      folder,
      host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      write(name, text) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      },
      sync: (_file, options) => syncSources(`${folder}/.copydesk.yaml`, options),
      load: () => createConfigLoader({ files: nodeFiles, assets: nodeAssets }).load(`${folder}/a.txt`),
      close,
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const messages = (problems: readonly { line: number; column: number; message: Said }[]) =>
  problems.map(({ line, column, message }) => `${line}:${column}: ${fillSaid(message)}`);

test('a file, an archive and a bare pack are fetched, pinned, and used without the network', () =>
  withDesk(
    {
      'base.yaml': 'language: en-GB\n',
      'house.tgz': makeTar({
        'house-1/copydesk.yaml': 'style: ap\nlexicon: [terms.csv]\n',
        'house-1/terms.csv': 'preferred,banned\nlorry,truck\n',
        'house-1/run.js': 'throw 1',
      }),
      'press.tgz': makeTar({ 'pack.yaml': 'name: Press\n', 'words.yaml': rule }),
    },
    async ({ folder, host, write, sync, load, close }) => {
      write('.copydesk.yaml', `root: true\nextends: [${host}/base.yaml, ${host}/house.tgz, ${host}/press.tgz]\n`);
      const before = await load();
      assert.deepEqual(
        before.problems.map(({ line, fix }) => [line, fix]),
        [
          [2, 'fetch'],
          [2, 'fetch'],
          [2, 'fetch'],
        ],
      );
      const { sources, problems } = await sync('');
      assert.deepEqual(problems, []);
      assert.deepEqual(
        sources.map(({ state }) => state),
        ['pinned', 'pinned', 'pinned'],
      );
      await close();
      const lock = readFileSync(join(folder, 'copydesk.lock'), 'utf8');
      const loaded = await load();
      assert.deepEqual(loaded.problems, []);
      assert.deepEqual(
        [loaded.settings.language, loaded.settings.style, loaded.settings.lexicon.terms[0]?.preferred],
        ['en-GB', 'ap', 'lorry'],
      );
      assert.ok(loaded.packs.some(({ pack }) => pack.rules.some(({ id }) => id === 'Press.utilise')));
      assert.equal(
        loaded.files.some((file) => file.endsWith('.js')),
        false,
      );
      const again = await sync('', { frozen: true });
      assert.deepEqual(
        again.sources.map(({ state }) => state),
        ['kept', 'kept', 'kept'],
      );
      assert.equal(readFileSync(join(folder, 'copydesk.lock'), 'utf8'), lock);
    },
  ));

test('what changed since it was pinned is taken only on demand', () => {
  const served: Record<string, string> = { 'base.yaml': 'language: en-GB\n' };
  return withDesk(served, async ({ folder, host, write, sync, load }) => {
    write('.copydesk.yaml', `root: true\nextends: ${host}/base.yaml\n`);
    assert.match(messages((await sync('', { frozen: true })).problems)[0] ?? '', /--frozen pins nothing new/);
    await sync('');
    served['base.yaml'] = 'language: en-US\n';
    rmSync(join(folder, '.copydesk'), { recursive: true });
    assert.match(messages((await sync('')).problems)[0] ?? '', /^2:10: .* has changed since it was pinned/);
    assert.equal((await load()).problems[0]?.fix, 'fetch');
    assert.equal((await sync('', { update: true })).sources[0]?.state, 'changed');
    assert.equal((await load()).settings.language, 'en-US');
    // A cache that somebody wrote into is refused, and fetched anew.
    const file = (await load()).files.find((one) => one.endsWith('base.yaml')) ?? '';
    writeFileSync(file, 'language: tr\n');
    const refused = await load();
    assert.match(messages(refused.problems)[0] ?? '', /^2:10: What lies in the cache is not what copydesk\.lock pins/);
    assert.equal(refused.problems[0]?.fix, 'fetch');
    assert.equal(refused.settings.language, 'auto');
    assert.equal((await sync('')).sources[0]?.state, 'fetched');
    assert.equal((await load()).settings.language, 'en-US');
    write('.copydesk.yaml', 'root: true\n');
    await sync('');
    assert.throws(() => readFileSync(join(folder, 'copydesk.lock')), /ENOENT/);
  });
});

test('nothing leads out, nothing is too large, and each refusal stands at its place', () =>
  withDesk(
    {
      'evil.tgz': makeTar({ '../../out.yaml': 'a: b\n', 'copydesk.yaml': 'style: ap\n' }),
      'bomb.tgz': gzipSync(Buffer.alloc(70_000_000)),
      'big.yaml': Buffer.alloc(21_000_000, 'a'),
      'away.yaml': { location: 'http://example.org/base.yaml' },
      'out.yaml': 'extends: ../../../other.yaml\nstyles: [/etc]\nlexicon: ["../../up.csv"]\n',
    },
    async ({ host, write, sync, load }) => {
      const values = ['evil.tgz', 'bomb.tgz', 'big.yaml', 'away.yaml', 'gone.yaml'].map((name) => `${host}/${name}`);
      const others = ['http://example.org/a.yaml', 'https://me:secret@example.org/a.yaml', 'ftp://example.org/a.yaml'];
      write(
        '.copydesk.yaml',
        `root: true\nextends:\n${[...values, ...others].map((value) => `  - ${value}\n`).join('')}`,
      );
      const { sources, problems } = await sync('');
      assert.deepEqual(sources, []);
      const said = messages(problems);
      for (const [i, part] of [
        'leads out of the archive',
        'too large',
        'larger than 20 MB',
        'not https',
        '404',
        'Only https',
        'a password',
        'Only https',
      ].entries())
        assert.ok(said[i]?.startsWith(`${i + 3}:5: `) && said[i]?.includes(part), `${part} in ${said[i]}`);
      write('.copydesk.yaml', `root: true\nextends: ${host}/out.yaml\n`);
      await sync('');
      assert.deepEqual(
        messages((await load()).problems).sort(),
        [
          '1:10: “../../../other.yaml” leads out of what was fetched',
          '2:10: “/etc” leads out of what was fetched',
          '3:11: “../../up.csv” leads out of what was fetched',
        ].sort(),
      );
    },
  ));

test('a git checkout is fetched at a tag and kept at its commit', () =>
  withDesk({}, async ({ folder, write, sync, load }) => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
        cwd: join(folder, 'repo'),
      }).toString();
    write('repo/desk/base.yaml', 'style: ap\n');
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'one');
    git('tag', 'v1');
    const commit = git('rev-parse', 'HEAD').trim();
    write('.copydesk.yaml', `root: true\nextends: git+file://${folder}/repo#v1:desk/base.yaml\n`);
    const { sources, problems } = await sync('');
    assert.deepEqual(problems, []);
    assert.equal(sources[0]?.commit, commit);
    assert.equal((await load()).settings.style, 'ap');
    write('repo/desk/base.yaml', 'style: bbc\n');
    git('commit', '--quiet', '-am', 'two');
    git('tag', '-f', 'v1');
    assert.equal((await sync('')).sources[0]?.state, 'kept');
    assert.equal((await sync('', { update: true })).sources[0]?.state, 'changed');
    assert.equal((await load()).settings.style, 'bbc');
    write('.copydesk.yaml', `root: true\nextends: git+file://${folder}/nothing\n`);
    assert.match(messages((await sync('')).problems)[0] ?? '', /^2:10: .*not appear to be a git repository/);
  }));
