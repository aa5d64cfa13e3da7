/**
 * Keeps schema and fixtures of each stored record's current version in `test/fixtures/records`, where they are not
 * kept yet, and writes the table of docs/stored-records.md. Fixtures of a version are never changed: storage has it.
 * Its schema gains members that are optional or have a default, and changes in nothing else.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { changeSinceKept, jsonSchemaOf, pathOf, schemaFile, written } from '../test/unit/storage/fixtures';
import { RECORDS, type KnownRecord } from '../test/unit/storage/records';
import { SAMPLES } from '../test/unit/storage/samples';
import type { Sample } from '../test/unit/storage/samples/sample';
import { PAGE, pageOfRecords } from '../test/unit/storage/table';

async function keep(file: string, value: unknown): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const options = { ...(await resolveConfig(file)), filepath: file };
  writeFileSync(file, await format(JSON.stringify(value, null, 2), options));
  console.info(`Kept ${file}`);
}

/** A schema that differs otherwise is left for a new version: the test says so. */
async function keepSchema(record: KnownRecord): Promise<void> {
  const change = changeSinceKept(record);
  if (change !== 'new' && change !== 'added') return;
  await keep(pathOf(record, schemaFile(record)), jsonSchemaOf(record.definition.schema));
}

async function keepFixture(record: KnownRecord, sample: Sample): Promise<void> {
  const file = pathOf(record, `v${record.definition.version}-${sample.shape}.json`);
  if (!existsSync(file)) await keep(file, await written(record, sample));
}

async function main(): Promise<void> {
  for (const record of RECORDS) {
    await keepSchema(record);
    const samples = SAMPLES.filter((each) => each.record === record.definition.name);
    for (const sample of samples) await keepFixture(record, sample);
  }
  const options = { ...(await resolveConfig(PAGE)), filepath: PAGE };
  writeFileSync(PAGE, await format(await pageOfRecords(), options));
}

void main();
