import fs from 'node:fs';
import path from 'node:path';
import { EgressFilteringService } from '@forge/egress';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readManifest } from '../../../sandbox/forge/manifest';
import { REGIONS } from '../../../src/connection/regions';
import { egressAddresses, withEgress } from '../../../tools/manifest-egress';

const PROJECT = path.join(__dirname, '..', '..', '..');
const MANIFEST = fs.readFileSync(path.join(PROJECT, 'manifest.yml'), 'utf8');

describe('the manifest', () => {
  const { egress } = readManifest(PROJECT);
  const forge = new EgressFilteringService([...egress]);

  test('allows what the tool writes, and is otherwise what it was', () => {
    expect(egress).toEqual(egressAddresses());
    expect(withEgress(MANIFEST, egressAddresses())).toBe(MANIFEST);
  });

  test.each([...REGIONS.map((region) => `wellarchitected.${region}`), 'sts.us-east-1', 'sts.us-gov-west-1'])(
    'allows %s, over https alone',
    (host) => {
      expect(forge.isValidUrl(`https://${host}.amazonaws.com/workloads`)).toBe(true);
      expect(forge.isValidUrl(`http://${host}.amazonaws.com/workloads`)).toBe(false);
    },
  );

  test.each([
    ["anybody's bucket", 'https://anybucket.s3.amazonaws.com/'],
    ["anybody's bucket in a Region", 'https://anybucket.s3.us-east-1.amazonaws.com/'],
    ['a bucket named like a service', 'https://sts.us-east-1.s3.amazonaws.com/'],
    ['a host before a service', 'https://anybody.sts.us-east-1.amazonaws.com/'],
    ['another service', 'https://iam.us-east-1.amazonaws.com/'],
    ['the global STS', 'https://sts.amazonaws.com/'],
    ['STS of the Region of workloads', 'https://sts.eu-west-1.amazonaws.com/'],
    ['a Region without the tool', 'https://wellarchitected.af-south-1.amazonaws.com/'],
    ['China', 'https://sts.cn-north-1.amazonaws.com.cn/'],
    ['a lookalike', 'https://sts.us-east-1.amazonaws.com.example.invalid/'],
    ['a lookalike with a user name', 'https://sts.us-east-1.amazonaws.com@example.invalid/'],
    ['instance metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['anything else', 'https://example.invalid/'],
  ])('refuses %s', (_name, url) => {
    expect(forge.isValidUrl(url)).toBe(false);
  });
});

describe('the tool', () => {
  const around = [
    '# a comment, kept\napp: { id:   x }\npermissions:\n  external:\n    fetch:\n      # why\n      backend:\n',
    '\n# what follows\n      client: # kept too\n        - address: https://a.invalid\nmodules: {}\n',
  ] as const;
  const entry = (address: string) => `        - address: ${address}\n          inScopeEUD: true\n`;

  test('replaces the list and keeps the rest byte for byte', () => {
    const before = around.join(entry('https://old.invalid') + entry('https://older.invalid'));
    const after = withEgress(before, ['https://new.invalid']);
    expect(after).toBe(around.join(entry('https://new.invalid')));
    expect(withEgress(after, ['https://new.invalid'])).toBe(after);
  });

  test('writes what YAML reads back', () => {
    const after = parse(withEgress(MANIFEST, ['https://a.invalid', 'https://b.invalid'])) as object;
    expect(after).toMatchObject({
      permissions: {
        external: {
          fetch: {
            backend: [
              { address: 'https://a.invalid', inScopeEUD: true },
              { address: 'https://b.invalid', inScopeEUD: true },
            ],
          },
        },
      },
    });
  });

  test('says so where there is no list', () => {
    expect(() => withEgress('app: {}\n', [])).toThrow('no list permissions.external.fetch.backend');
  });
});
