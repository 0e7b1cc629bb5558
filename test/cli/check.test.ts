import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean, inFolder, mended, run, story } from './run.ts';

test('json is the contract: its keys, its positions, its counts', () =>
  inFolder({ 'a.txt': story }, async (folder) => {
    const { code, out, err } = await run(folder, ['check', 'a.txt', '--format', 'json']);
    assert.deepEqual([code, err], [1, '']);
    const report = JSON.parse(out);
    assert.deepEqual(Object.keys(report), ['version', 'files', 'summary']);
    assert.equal(report.version, 1);
    const [file] = report.files;
    assert.deepEqual(Object.keys(file), ['path', 'error', 'messages', 'people']);
    assert.deepEqual([file.path, file.error], ['a.txt', null]);
    const message = file.messages[0];
    const keys =
      'ruleId category severity message note url line column endLine endColumn offset endOffset actual expected safe related';
    assert.deepEqual(Object.keys(message), keys.split(' '));
    assert.deepEqual(Object.keys(message.related[0]), ['message', 'line', 'column', 'endLine', 'endColumn']);
    const { line, column, endLine, endColumn, offset, endOffset, actual, expected, safe } = message;
    const at = story.indexOf('Yıldızo?lu');
    const start = at - story.lastIndexOf('\n', at);
    assert.deepEqual([line, column, endLine, endColumn], [3, start, 3, start + 10]);
    assert.deepEqual([offset, endOffset, actual, expected, safe], [at, at + 10, 'Yıldızo?lu', ['Yıldızoğlu'], true]);
    const [person] = file.people;
    assert.deepEqual(Object.keys(person), ['name', 'ranks', 'offices', 'mentions', 'references']);
    assert.equal(person.name, 'Orhan Yıldızoğlu');
    assert.deepEqual(Object.keys(person.mentions[0]), ['line', 'column', 'text']);
    assert.deepEqual(report.summary, { files: 1, errors: 2, warnings: 1, infos: 0, hints: 0, fixable: 3 });
  }));

test('every other format reads as what it is', () =>
  inFolder({ 'a <&>.txt': story, 'b.txt': clean }, async (folder) => {
    const print = async (format: string) => {
      const { code, out, err } = await run(folder, ['check', '.', '--format', format]);
      assert.deepEqual([code, err], [1, ''], format);
      return out;
    };
    const [ndjson, sarif, junit, github, html, stylish] = await Promise.all(
      ['ndjson', 'sarif', 'junit', 'github', 'html', 'stylish'].map(print),
    );
    const lines = ndjson
      ?.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).path);
    assert.deepEqual(lines, ['a <&>.txt', 'b.txt']);
    const { version, runs } = JSON.parse(sarif ?? '');
    assert.deepEqual([version, runs[0].results.length], ['2.1.0', 3]);
    assert.equal(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, 'a%20%3C%26%3E.txt');
    assert.match(junit ?? '', /<testsuite name="a &lt;&amp;&gt;\.txt" tests="3" failures="3" errors="0">/);
    assert.match(junit ?? '', /<testcase name="clean" classname="b\.txt"\/>/);
    assert.match(
      github ?? '',
      /^::error file=a <&>\.txt,line=3,col=\d+,endLine=3,endColumn=\d+,title=encoding-lost-letter::/,
    );
    assert.match(html ?? '', /<h2>a &lt;&amp;&gt;\.txt<\/h2>[\s\S]+<\/html>\n$/);
    assert.match(stylish ?? '', /2 articles: 2 errors, 1 warning; 3 can be fixed safely with --fix\n$/);
  }));

test('--diff shows, --fix writes, and a second time there is nothing to do', () =>
  inFolder({ 'a.txt': story }, async (folder) => {
    const file = join(folder, 'a.txt');
    const { out } = await run(folder, ['check', '--diff', 'a.txt']);
    assert.equal(readFileSync(file, 'utf8'), story);
    writeFileSync(join(folder, 'fix.patch'), out);
    execFileSync('git', ['apply', 'fix.patch'], {
      cwd: folder,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: folder },
    });
    assert.equal(readFileSync(file, 'utf8'), mended);
    writeFileSync(file, story.replaceAll('\n', '\r\n'));
    assert.equal((await run(folder, ['check', '--fix', 'a.txt'])).code, 0);
    assert.equal(readFileSync(file, 'utf8'), mended.replaceAll('\n', '\r\n'));
    assert.equal((await run(folder, ['check', '--diff', 'a.txt'])).out, '');
  }));

test('exit codes: severities, warnings counted, usage', () =>
  inFolder({ 'a.txt': 'Ferry\n\nHe said that the the ferry left.\n' }, async (folder) => {
    const cases: [number, string[]][] = [
      [0, ['check']],
      [1, ['check', '--fail-on', 'warning']],
      [1, ['check', '--max-warnings', '0']],
      [0, ['check', '--max-warnings', '1']],
      [2, ['check', '--max-warnings', 'few']],
      [2, ['check', '--format', 'nope']],
      [2, ['check', '--frobnicate']],
      [2, ['check', 'gone.txt']],
      [2, ['check', '--config', 'gone.yaml']],
      [2, ['chek']],
      [2, ['server']],
      [2, ['rules', 'rank-consistancy']],
      [2, ['style', 'try', 'nope', '.']],
    ];
    const ended = await Promise.all(cases.map(([, args]) => run(folder, args)));
    for (const [i, [code, args]] of cases.entries()) {
      assert.equal(ended[i]?.code, code, args.join(' '));
      assert.equal(ended[i]?.err === '', code !== 2, args.join(' '));
      assert.doesNotMatch(ended[i]?.err ?? '', /\n {4}at /, args.join(' '));
    }
  }));

test('standard input: one article, fixed as a filter, or one a line', () =>
  inFolder({}, async (folder) => {
    const one = await run(folder, ['check', '--stdin', '--stdin-filename', 'x.md', '--format', 'ndjson'], story);
    assert.equal(JSON.parse(one.out).path, 'x.md');
    const fixed = await run(folder, ['check', '--stdin', '--fix'], story);
    assert.deepEqual([fixed.code, fixed.out], [0, mended]);
    const input = `${JSON.stringify({ path: 'a.txt', id: 7, text: story })}\nnonsense\n{"path":"b.txt"}\n${JSON.stringify({ path: 'c.txt', text: 'Lone \ud800 half' })}\n`;
    const { code, out } = await run(folder, ['check', '--stdin-ndjson', '--fix'], input);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(code, 2);
    assert.deepEqual(
      rows.map(({ path, id, error }) => [path, id, error === null]),
      [
        ['a.txt', 7, true],
        ['line 2', undefined, false],
        ['b.txt', undefined, false],
        ['c.txt', undefined, true],
      ],
    );
    assert.equal(rows[0].fixed, mended);
  }));

test('a baseline hides what it lists and shrinks', () =>
  inFolder({ 'a.txt': story }, async (folder) => {
    const args = ['check', '--baseline', 'old.json', 'a.txt'];
    assert.equal((await run(folder, args)).code, 0);
    writeFileSync(join(folder, 'a.txt'), `${story}\nArmy General Yıldızo?lu came back.\n`);
    const { code, out } = await run(folder, args);
    assert.equal(code, 1);
    assert.match(out, /1 article: 1 error;/);
    writeFileSync(join(folder, 'a.txt'), mended);
    assert.match((await run(folder, args)).err, /3 fewer, 0 left/);
    const broken = await run(folder, ['check', '--baseline', '.copydesk.yaml', 'a.txt']);
    assert.deepEqual([broken.code, broken.err.includes('is not a baseline')], [2, true]);
  }));

test('--changed reads what differs in git', () =>
  inFolder({ 'a.txt': clean, 'b.txt': clean, 'news/c.txt': clean }, async (folder) => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=D', '-c', 'user.email=d@x', ...args], { cwd: folder });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    writeFileSync(join(folder, 'news/c.txt'), story);
    writeFileSync(join(folder, 'd.txt'), clean);
    const { out } = await run(folder, ['check', '--changed', '--format', 'ndjson']);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).path),
      ['d.txt', 'news/c.txt'],
    );
    assert.equal((await run(folder, ['check', '--changed', 'no-such-ref'])).code, 2);
  }));

test('threads say what one thread says, in the same order', () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`s${i}.txt`, i % 3 ? clean : story]));
  return inFolder({ ...files, 's7.txt': new Uint8Array([0, 1, 2]) }, async (folder) => {
    const many = await run(folder, ['check', '--threads', '2', '--format', 'json']);
    const one = await run(folder, ['check', '--threads', '1', '--format', 'json']);
    assert.equal(JSON.parse(many.out).files.length, 30);
    assert.deepEqual(many, one);
    assert.equal(many.code, 2);
  });
});

test('folders: news formats by their content, other files by the configuration', () => {
  const files = {
    'a.json': JSON.stringify({ uri: 'x', headline: 'The the port' }),
    'a.xml': '<nitf><body><body.head><hedline><hl1>The the port</hl1></hedline></body.head></body></nitf>',
    'a.aml': 'headline: The the port\n',
    'package.json': '{"description": "the the"}',
    'feed.xml': '<rss><p>the the</p></rss>',
    'a.copy': 'He said that the the port opened.\n',
    'a.png': new Uint8Array([137, 80, 78, 71, 0, 0]),
  };
  const paths = ({ out }: { out: string }) =>
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).path);
  return inFolder(files, async (folder) => {
    const found = await run(folder, ['check', '--format', 'ndjson']);
    assert.deepEqual([paths(found), found.err], [['a.aml', 'a.json', 'a.xml'], '']);
    writeFileSync(join(folder, '.copydesk.yaml'), 'root: true\nfiles: ["a.*"]\n');
    const chosen = await run(folder, ['check', '--format', 'ndjson']);
    assert.deepEqual([paths(chosen), chosen.err], [['a.aml', 'a.copy', 'a.json', 'a.xml'], '']);
  });
});
