/** docs/stored-records.md, written from the definitions and from what damage does to each record. */
import path from 'node:path';
import { goodOf, withStored } from './damage';
import { RECORDS, type KnownRecord } from './records';

export const PAGE = path.join(__dirname, '..', '..', '..', 'docs', 'stored-records.md');

const HEAD = `# Stored records

Every record that the app keeps in Forge's storage, written from its definition by \`npx tsx tools/records.ts\`; a test compares. What the words mean: [decision 17](decisions/0017-stored-records.md).

**Unreadable** says what a reader gets where the record is damaged; its name and key are in the log. **Newer** says the same for a record of a newer version, and what a writer does: such a record is never written over. **Must have** are members without which a record is unreadable; others are optional or have a default. Unknown members are kept.
`;

export async function pageOfRecords(): Promise<string> {
  const rows = await Promise.all(RECORDS.map(rowOf));
  const means = RECORDS.map(({ definition: { name, means } }) =>
    cells([`\`${name}\``, means.absent, means.unreadable]),
  );
  return [
    HEAD,
    cells(['record', 'version', 'stored', 'unreadable', 'newer: read, write', 'must have']),
    cells(Array.from({ length: 6 }, () => '---')),
    ...rows,
    '\n## What follows\n',
    cells(['record', 'absent', 'unreadable']),
    cells(['---', '---', '---']),
    ...means,
    '',
  ].join('\n');
}

async function rowOf(record: KnownRecord): Promise<string> {
  const { name, version, storedIn, life } = record.definition;
  const newer = await withStored(record, { v: version + 1 });
  const required = await requiredMembers(record);
  return cells([
    `\`${name}\``,
    String(version),
    `${storedIn}${life === undefined ? '' : `, ${life} d`}`,
    (await withStored(record, { v: 'none' })).read,
    `${newer.read}, ${newer.write}`,
    required.join(', '),
  ]);
}

/** Members of a good record without which it is unreadable. */
export async function requiredMembers(record: KnownRecord): Promise<readonly string[]> {
  const good = await goodOf(record);
  if (typeof good !== 'object' || good === null || Array.isArray(good)) return [];
  const names = Object.keys(good);
  const found = await Promise.all(
    names.map(async (name) => {
      const { version } = record.definition;
      const { [name]: member, ...rest } = good as Record<string, unknown>;
      const { read } = await withStored(record, version === 1 ? rest : { ...rest, v: version });
      return read === 'value' ? [] : [name];
    }),
  );
  return found.flat();
}

function cells(texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`;
}
