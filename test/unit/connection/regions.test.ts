import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { REGIONS } from '../../../src/connection/regions';

const manifest = z.object({
  permissions: z.object({
    external: z.object({ fetch: z.object({ backend: z.array(z.object({ address: z.string() })) }) }),
  }),
});

test('the manifest allows egress to STS and the Well-Architected Tool of the known Regions, and to nothing else', () => {
  const text = readFileSync(join(__dirname, '../../../manifest.yml'), 'utf8');
  const { backend } = manifest.parse(parse(text)).permissions.external.fetch;
  const hosts = REGIONS.flatMap((region) => [
    `https://sts.${region}.amazonaws.com`,
    `https://wellarchitected.${region}.amazonaws.com`,
  ]);
  expect(backend.map(({ address }) => address).sort()).toEqual(hosts.sort());
});
