import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { isRegion, PARTITIONS, partitionOf, REGIONS, STS_REGION } from '../../../src/connection/regions';
import { hostOf } from '../../../src/wellarchitected/client/sdk-options';

const manifest = z.object({
  permissions: z.object({
    external: z.object({ fetch: z.object({ backend: z.array(z.object({ address: z.string() })) }) }),
  }),
});

test('the manifest allows egress to the tool of the known Regions and to one STS a partition, and to nothing else', () => {
  const text = readFileSync(join(__dirname, '../../../manifest.yml'), 'utf8');
  const { backend } = manifest.parse(parse(text)).permissions.external.fetch;
  const hosts = [
    'https://sts.us-east-1.amazonaws.com',
    'https://sts.us-gov-west-1.amazonaws.com',
    ...REGIONS.map((region) => `https://${hostOf('wellarchitected', region)}`),
  ];
  expect(backend.map(({ address }) => address).sort()).toEqual(hosts.sort());
});

test('there are 18 commercial Regions and two of GovCloud', () => {
  const count = (partition: string) => REGIONS.filter((region) => partitionOf(region) === partition).length;
  expect(PARTITIONS.map(count)).toEqual([18, 2]);
});

test.each([
  ['us-east-1', 'aws'],
  ['sa-east-1', 'aws'],
  ['us-gov-east-1', 'aws-us-gov'],
  ['us-gov-west-1', 'aws-us-gov'],
] as const)('%s is of the partition %s', (region, partition) => expect(partitionOf(region)).toBe(partition));

test("STS is asked in a Region of the key's own partition", () => {
  for (const partition of PARTITIONS) expect(partitionOf(STS_REGION[partition])).toBe(partition);
});

test.each(['cn-north-1', 'mars-1', '', 'us-east-1.example.com', 'US-EAST-1', '__proto__', 'constructor'])(
  '%j is no Region',
  (text) => expect(isRegion(text)).toBe(false),
);

test.each([
  'us-east-1.example.com',
  'us-east-1/',
  'evil.example',
  '',
  'us-east-1#',
  '../sts',
  'us-east-1\n',
  'a@b-1',
])('%j becomes no part of a host name', (text) => expect(() => hostOf('sts', text)).toThrow(RangeError));
