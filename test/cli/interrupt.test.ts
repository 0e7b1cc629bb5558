import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { inFolder, main, story } from './run.ts';

test('Ctrl+C ends the run after the file at hand, with a whole document', () => {
  const files = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`s${i}.txt`, story.repeat(4)]));
  return inFolder(files, async (folder) => {
    const child = spawn(process.execPath, [main, 'check', '--threads', '1', '--format', 'json'], { cwd: folder });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      // The first file is out, hundreds are to come.
      if (!out.includes('"path"') && (out + text).includes('"path"')) child.kill('SIGINT');
      out += text;
    });
    const [code] = await once(child, 'close');
    assert.equal(code, 130);
    const { files: done } = JSON.parse(out);
    assert.ok(done.length > 0 && done.length < 600, String(done.length));
  });
});

test('the server answers over standard input and output', () =>
  inFolder({}, async (folder) => {
    const child = spawn(process.execPath, [main, 'server', '--stdio'], { cwd: folder });
    const params = { processId: null, rootUri: null, capabilities: {} };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    const [answer] = await once(child.stdout.setEncoding('utf8'), 'data');
    child.kill();
    await once(child, 'close');
    assert.match(String(answer), /^Content-Length: \d+/);
  }));
