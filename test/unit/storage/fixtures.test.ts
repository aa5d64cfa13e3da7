import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { encode } from '../../../src/storage/decode';
import { defineRecord } from '../../../src/storage/record';
import { z } from 'zod';
import { changeSinceKept, fixturesOf, readAll, written, type Stored } from './fixtures';
import { RECORDS, type KnownRecord } from './records';
import { SAMPLES } from './samples';

const named = RECORDS.map((record): [string, KnownRecord] => [record.definition.name, record]);
const SRC = path.join(__dirname, '..', '..', '..', 'src');

function sources(): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(path.join(SRC, file), 'utf8') }));
}

test('every record that src defines is in the list, once', () => {
  const defined = sources().flatMap(({ text }) =>
    [...text.matchAll(/= defineRecord[^{]*(?:\{[^{}]*\}[^{]*)?\(\{\s*name: '([\w-]+)'/g)].map(
      ([, name]) => name,
    ),
  );
  const counted = sources().flatMap(({ file, text }) =>
    file === path.join('storage', 'record.ts') ? [] : [...text.matchAll(/= defineRecord\b/g)],
  );
  expect(defined).toHaveLength(counted.length);
  expect([...defined].sort()).toEqual(RECORDS.map(({ definition }) => definition.name).sort());
});

test('storage is read and written through definitions alone', () => {
  const direct = sources()
    .filter(({ file }) => !file.startsWith(`storage${path.sep}`))
    .filter(({ text }) => /\bkvs\s*\.\s*(?:get|set|getSecret|setSecret|batchSet)\(/.test(text))
    .map(({ file }) => file.split(path.sep).join('/'));
  // The live check looks at storage itself. Claims of slots go by a policy of their own, and entries of the index in
  // batches; both decode and encode.
  expect(direct.sort()).toEqual([
    'linked-workloads/linked-workload-store.ts',
    'linked-workloads/name-lists.ts',
    'links/issue-index.ts',
    'use-cases/live-check.ts',
  ]);
});

describe.each(named)('the record %s', (name, record) => {
  const { version } = record.definition;

  test('has the schema that is kept beside its version', () => {
    const todo = {
      none: 'as kept',
      added: `The stored record "${name}" has members more, each optional or with a default: run "npx tsx tools/records.ts", which keeps the schema.`,
      'needs-version': `The schema of the stored record "${name}" is not the one kept for version ${version}. What is in storage has the old one: raise "version", add a migration, then run "npx tsx tools/records.ts", which keeps the new schema and fixtures. Never change files of a version that was released.`,
      new: `Version ${version} of the stored record "${name}" has no schema: run "npx tsx tools/records.ts".`,
    };
    expect(todo[changeSinceKept(record)]).toBe('as kept');
  });

  test('has a fixture of each version, and each is read for ever', async () => {
    const fixtures = fixturesOf(record);
    const versions = [...new Set(fixtures.map((fixture) => fixture.version))].sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: version }, (_, index) => index + 1));
    for (const { file, stored } of fixtures) {
      const readings = await readAll(record, stored);
      expect(readings.length).toBeGreaterThan(0);
      for (const reading of readings) expect({ file, kind: reading.kind }).toEqual({ file, kind: 'value' });
    }
  });

  test('is written as the fixtures of its version show, with the defaults of members added since', async () => {
    const current = fixturesOf(record).filter((fixture) => fixture.version === version);
    const samples = SAMPLES.filter((sample) => sample.record === name);
    expect(current.map(({ shape }) => shape).sort()).toEqual(samples.map(({ shape }) => shape).sort());
    for (const { shape, stored } of current) {
      const now = await written(
        record,
        samples.find((sample) => sample.shape === shape)!,
      );
      expect(now).toEqual(record.definition.storedIn === 'parts' ? stored : await rewritten(record, stored));
    }
  });

  test('that is rewritten keeps all that the fixtures of its version show', async () => {
    if (record.definition.storedIn === 'parts') return;
    for (const { stored } of fixturesOf(record).filter((fixture) => fixture.version === version)) {
      expect(await rewritten(record, stored)).toMatchObject(stored);
    }
  });
});

/** What is in storage after each value was read and written as it is. */
async function rewritten(record: KnownRecord, stored: Stored): Promise<Stored> {
  const readings = await readAll(record, stored);
  const written = readings.map((reading) => {
    if (reading.kind !== 'value') throw new Error('unreadable');
    return [reading.key, encode(record.definition, reading, reading.value)];
  });
  return Object.fromEntries(written) as Stored;
}

test('a run of version 1 that waits for a quiet workload still does', async () => {
  const run = RECORDS.find(({ definition }) => definition.name === 'run')!;
  const quiet = fixturesOf(run).find(({ file }) => file === 'v1-quiet.json')!;
  const [reading] = await readAll(run, quiet.stored);
  expect(reading).toMatchObject({ kind: 'value', value: { needsQuietWorkload: true } });
  expect(JSON.stringify(reading)).not.toContain('needsStillWorkload');
});

test('a version without its migration is no definition', () => {
  const means = { absent: '', unreadable: '' };
  const define = (version: number, migrations: number, readableFrom: number = version) =>
    defineRecord({
      name: 'x',
      key: () => 'x',
      version,
      schema: z.string(),
      migrations: Array.from({ length: migrations }, () => (stored: unknown) => stored),
      readableFrom,
      unreadable: 'stop',
      means,
    });
  expect(() => define(2, 0)).toThrow('Record x has version 2: it needs 1 migrations and has 0.');
  expect(() => define(1, 1)).toThrow(RangeError);
  expect(() => define(2, 1, 3)).toThrow('readableFrom');
  expect(define(2, 1).readableFrom).toBe(2);
});
