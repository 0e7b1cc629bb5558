import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inFolder, main, story } from '../cli/run.ts';
import { withClient } from '../server/client.ts';

const built = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const builtServer = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** Where caches are in the folder too. */
const within = (folder: string) => ({
  ...process.env,
  NODE_COMPILE_CACHE: '',
  XDG_CACHE_HOME: folder,
  LOCALAPPDATA: folder,
  HOME: folder,
});

/** Runs a command line in a folder whose caches are in it too. */
function run(file: string, folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...within(folder), ...env },
  });
  return { stdout, stderr, status };
}

const keptIn = (folder: string, script = 'program'): string[] => {
  const caches = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return caches.filter((name) => basename(name).startsWith(`check-${script}-`)).map((name) => join(folder, name));
};

describe('the built program', () => {
  it('says what the sources say, in one thread and in several', () =>
    inFolder({ 'a.txt': story, 'b.txt': story }, async (folder) => {
      const args = ['check', 'a.txt', 'b.txt', '--format', 'json'];
      const expected = run(main, folder, args);
      assert.match(expected.stdout, /encoding-lost-letter/);
      assert.deepEqual(run(built, folder, args), expected);
      assert.deepEqual(run(built, folder, [...args, '--threads', '2']), expected);
    }));

  it('reads what takes packages of their own', () => {
    const files = {
      '.copydesk.yaml': 'root: true\nlexicon: [people.csv]\nfiles: ["*.{md,html}"]\n',
      'people.csv': 'name,office\nAda Fen,mayor\n',
      'a.md': `# A *street* in [Fenwick](x)\n\n${story}\n\n- An hour, a hour.\n`,
      'b.html': `<h1>A street &amp; a bridge</h1><p>${story}</p>`,
    };
    return inFolder(files, async (folder) => {
      const args = ['check', '.', '--format', 'json'];
      const expected = run(main, folder, args);
      assert.equal(expected.stderr, '');
      assert.match(expected.stdout, /a\.md.*indefinite-article.*b\.html/s);
      assert.deepEqual(run(built, folder, args), expected);
    });
  });

  it('ends when all it says was taken by a reader who is late', () =>
    inFolder({ 'a.txt': story.repeat(300) }, async (folder) => {
      const args = ['check', 'a.txt', 'none.txt', '--format', 'json'];
      const expected = run(main, folder, args);
      assert.ok(expected.stdout.length > 400_000);
      const child = spawn(process.execPath, [built, ...args], { cwd: folder, env: within(folder) });
      const texts: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
      const ended = new Promise((done) => child.on('close', done));
      await setTimeout(1000);
      for (const name of ['stdout', 'stderr'] as const)
        child[name].setEncoding('utf8').on('data', (text: string) => {
          texts[name] += text;
        });
      const status = await ended;
      // Said by the length: the difference of two such texts would take a page.
      assert.equal(texts.stdout.length, expected.stdout.length);
      assert.deepEqual({ ...texts, status }, expected);
    }));

  it('imports plugins and its own tagger', () => {
    const files = {
      '.copydesk.yaml': 'root: true\nplugins: [./plugin.mjs]\nstyles: [packs]\n',
      'plugin.mjs':
        "export default function plugin() { return (tree, file) => { file.message('seen', tree, 'own:seen'); }; }\n",
      'packs/Own/Noun.yml': 'extends: sequence\nmessage: noun\ntokens:\n  - tag: NN\n  - pattern: left\n',
      'a.txt': 'The ferry left the quay at nine.\n',
    };
    return inFolder(files, async (folder) => {
      const { stdout, stderr } = run(built, folder, ['check', 'a.txt']);
      assert.equal(stderr, '');
      assert.match(stdout, /1:1 .*seen/);
      assert.match(stdout, /1:5 .*noun/);
    });
  });
});

describe('a program with the compiled data of another build', () => {
  it('says so and checks nothing', () =>
    inFolder({ 'a.txt': story }, async (folder) => {
      const dist = dirname(built);
      for (const name of readdirSync(dist).filter((file) => /^(?:cli|program-.*)\.js$/.test(file)))
        copyFileSync(join(dist, name), join(folder, name));
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
      mkdirSync(join(folder, 'assets'));
      writeFileSync(join(folder, 'assets', 'index.json'), '{"stamp":"another","names":[]}');
      const { stdout, stderr, status } = run(join(folder, 'cli.js'), folder, ['check', 'a.txt']);
      assert.equal(stdout, '');
      assert.match(stderr, /“assets” beside the program belongs to another build of it/);
      assert.equal(status, 2);
    }));
});

describe('the built server', () => {
  it('reads an article', () =>
    withClient({ 'a.txt': story }, { server: builtServer }, async (client) => {
      await client.open('a.txt', story);
      const codes = (await client.diagnostics('a.txt')).map(({ code }) => code);
      assert.deepEqual(codes, ['encoding-lost-letter', 'encoding-lost-letter', 'repeated-words']);
    }));
});

describe('compiled code', () => {
  it('is kept for the next runs, by checks alone', () =>
    inFolder({ 'a.txt': story }, async (folder) => {
      run(built, folder, ['--version']);
      run(built, folder, ['check', 'missing.txt']);
      assert.deepEqual(keptIn(folder), []);
      const first = run(built, folder, ['check', 'a.txt']);
      const [file = ''] = keptIn(folder);
      for (const runs of [1, 2, 3, 3]) {
        assert.equal(readFileSync(file)[0], runs);
        assert.deepEqual(run(built, folder, ['check', 'a.txt']), first);
      }
      assert.deepEqual(keptIn(folder), [file]);
    }));

  it('is taken by the next runs, of packages too', () =>
    inFolder({ 'a.md': `> ${story}` }, async (folder) => {
      for (const runs of [1, 2, 3]) {
        run(built, folder, ['check', 'a.md']);
        // What V8 refuses begins anew.
        const heads = ['program', 'packages-markdown'].map(
          (script) => readFileSync(keptIn(folder, script)[0] ?? '')[0],
        );
        assert.deepEqual(heads, [runs, runs]);
      }
    }));

  it('is none of the parser of Markdown for an article without its signs', () =>
    inFolder({ 'a.md': story }, async (folder) => {
      run(built, folder, ['check', 'a.md']);
      assert.deepEqual([keptIn(folder).length, keptIn(folder, 'packages-markdown').length], [1, 0]);
    }));

  it('is kept by a server when it ends', () =>
    inFolder({ 'a.txt': story }, async (folder) => {
      const before = process.env.NODE_COMPILE_CACHE;
      process.env.NODE_COMPILE_CACHE = folder;
      try {
        await withClient({ 'a.txt': story }, { server: builtServer }, async (client) => {
          await client.open('a.txt', story);
          await client.diagnostics('a.txt');
        });
      } finally {
        if (before === undefined) delete process.env.NODE_COMPILE_CACHE;
        else process.env.NODE_COMPILE_CACHE = before;
      }
      assert.ok(readdirSync(join(folder, 'copydesk')).some((name) => name.startsWith('server-program-')));
    }));

  it('is made anew when V8 refuses it', () =>
    inFolder({ 'a.txt': story }, async (folder) => {
      const first = run(built, folder, ['check', 'a.txt']);
      const [file = ''] = keptIn(folder);
      writeFileSync(file, readFileSync(file).subarray(0, 5000));
      assert.deepEqual(run(built, folder, ['check', 'a.txt']), first);
      assert.ok(readFileSync(file).length > 5000);
    }));

  it('is not kept where that is not wanted or not possible', () =>
    inFolder({ 'a.txt': story, file: '' }, async (folder) => {
      const { stdout } = run(built, folder, ['check', 'a.txt'], { NODE_DISABLE_COMPILE_CACHE: '1' });
      assert.deepEqual(keptIn(folder), []);
      const place = join(folder, 'file');
      const refused = run(built, folder, ['check', 'a.txt'], {
        XDG_CACHE_HOME: place,
        LOCALAPPDATA: place,
        HOME: place,
      });
      assert.equal(refused.stdout, stdout);
      assert.equal(refused.stderr, '');
    }));
});
