import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { clean, inFolder, run, story } from './run.ts';

// The schema as OASIS published it, in a package of the format's own library.
const schema = JSON.parse(
  readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
) as object;
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

interface Log {
  runs: {
    results: { ruleId: string; fixes?: unknown[]; relatedLocations?: unknown[] }[];
    invocations: { executionSuccessful: boolean }[];
  }[];
}

describe('SARIF', () => {
  it('keeps to the schema of version 2.1.0', () =>
    inFolder({ 'wire copy/ş 1.txt': story, 'b.txt': clean }, async (folder) => {
      const { out } = await run(folder, ['check', '.', 'b.txt', '--format', 'sarif']);
      const log = JSON.parse(out) as Log;
      assert.equal(validate(log), true, JSON.stringify(validate.errors));
      const [{ results, invocations } = { results: [], invocations: [] }] = log.runs;
      assert.deepEqual(
        results.map(({ ruleId }) => ruleId),
        ['encoding-lost-letter', 'encoding-lost-letter', 'repeated-words'],
      );
      for (const { fixes } of results) assert.equal(fixes?.length, 1);
      assert.equal(results[0]?.relatedLocations?.length, 1);
      assert.equal(invocations[0]?.executionSuccessful, true);
    }));

  it('keeps to it when nothing was found, and when a file could not be read', () =>
    inFolder({ 'b.txt': clean, 'c.txt': 'a\0b' }, async (folder) => {
      for (const [name, isFine] of [
        ['b.txt', true],
        ['c.txt', false],
      ] as const) {
        const { out } = await run(folder, ['check', name, '--format', 'sarif']);
        const log = JSON.parse(out) as Log;
        assert.equal(validate(log), true, JSON.stringify(validate.errors));
        assert.equal(log.runs[0]?.invocations[0]?.executionSuccessful, isFine);
      }
    }));
});
