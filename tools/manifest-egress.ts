/**
 * Writes the hosts that the app's back end may call, the tool's for each Region of src/connection/regions.ts and STS
 * for each partition, into `permissions.external.fetch.backend` of manifest.yml; every other byte of the file stays.
 *
 *     tsx tools/manifest-egress.ts            writes manifest.yml
 *     tsx tools/manifest-egress.ts --check    exits 1 if that would change it
 */
import fs from 'node:fs';
import path from 'node:path';
import { isSeq, LineCounter, parseDocument } from 'yaml';
import { PARTITIONS, REGIONS, STS_REGION } from '../src/connection/regions';

const LIST = ['permissions', 'external', 'fetch', 'backend'];

/** `https://sts.us-east-1.amazonaws.com` and so on: exact, since a wildcard would include anybody's bucket. */
export function egressAddresses(): readonly string[] {
  return [
    ...PARTITIONS.map((partition) => addressOf('sts', STS_REGION[partition])),
    ...REGIONS.map((region) => addressOf('wellarchitected', region)),
  ];
}

/** Host names are of this form in both partitions (AWS General Reference). */
function addressOf(service: string, region: string): string {
  return `https://${service}.${region}.amazonaws.com`;
}

/**
 * Whether content of Jira is sent there: the tool's notes get keys, statuses and links of issues; STS gets names of
 * roles and runs. See docs/marketplace/privacy.md.
 */
export function isInScope(address: string): boolean {
  return !new URL(address).hostname.startsWith('sts.');
}

/** The manifest with these addresses in its list. @throws Error where there is no list to replace. */
export function withEgress(manifest: string, addresses: readonly string[]): string {
  const lines = new LineCounter();
  const list = parseDocument(manifest, { lineCounter: lines }).getIn(LIST);
  if (!isSeq(list) || !list.range) throw new Error(`The manifest has no list ${LIST.join('.')}.`);
  const [start, end] = list.range;
  const indent = ' '.repeat(lines.linePos(start).col - 1);
  const entries = addresses.map(
    (address) => `- address: ${address}\n${indent}  inScopeEUD: ${isInScope(address)}\n`,
  );
  return manifest.slice(0, start) + entries.join(indent) + manifest.slice(end);
}

function main(check: boolean): void {
  const file = path.join(__dirname, '..', 'manifest.yml');
  const before = fs.readFileSync(file, 'utf8');
  const after = withEgress(before, egressAddresses());
  if (after === before) return;
  if (!check) {
    fs.writeFileSync(file, after);
    return;
  }
  console.error(
    'manifest.yml does not allow the hosts of src/connection/regions.ts: run tools/manifest-egress.ts',
  );
  process.exitCode = 1;
}

if (require.main === module) main(process.argv.includes('--check'));
