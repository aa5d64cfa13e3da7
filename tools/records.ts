/**
 * Keeps schema and fixtures of each stored record's current version in `test/fixtures/records`, where they are not
 * kept yet, and writes the table of docs/stored-records.md. Files of a version are never changed: storage has it.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { pathOf, schemaFile, schemaOf, written } from '../test/unit/storage/fixtures';
import { RECORDS } from '../test/unit/storage/records';
import { SAMPLES } from '../test/unit/storage/samples';
import { PAGE, pageOfRecords } from '../test/unit/storage/table';

async function keep(file: string, value: unknown): Promise<void> {
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const options = { ...(await resolveConfig(file)), filepath: file };
  writeFileSync(file, await format(JSON.stringify(value, null, 2), options));
  console.info(`Kept ${file}`);
}

async function main(): Promise<void> {
  for (const record of RECORDS) {
    const { name, version } = record.definition;
    await keep(pathOf(record, schemaFile(record)), schemaOf(record));
    for (const sample of SAMPLES.filter((each) => each.record === name)) {
      await keep(pathOf(record, `v${version}-${sample.shape}.json`), await written(record, sample));
    }
  }
  const options = { ...(await resolveConfig(PAGE)), filepath: PAGE };
  writeFileSync(PAGE, await format(await pageOfRecords(), options));
}

void main();
