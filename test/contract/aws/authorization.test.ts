/** Which resource each action is checked against. */
import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { OPERATIONS } from '../../../sandbox/aws/wellarchitected/operations/index';

const hasReference = spawnSync('python3', ['-c', 'import cfnlint']).status === 0;
if (!hasReference) process.stderr.write('SKIPPED: no python3 with cfn-lint on the PATH\n');

describe('the resource of each operation', () => {
  it('is a workload where the path names one, and nowhere else', () => {
    for (const { name, uri, resource } of OPERATIONS) {
      const named = uri.includes('{WorkloadId}') ? 'workload' : 'none';
      expect({ name, resource }).toEqual({ name, resource: named });
    }
  });

  (hasReference ? it : it.skip)("is as AWS's Service Authorization Reference says", () => {
    const printed = execFileSync('python3', [path.join(__dirname, 'authorization.py')]).toString();
    const reference = JSON.parse(printed) as Record<string, string[]>;
    for (const { name, resource } of OPERATIONS) {
      const expected = resource === 'none' ? [] : [resource];
      expect({ name, types: reference[name.toLowerCase()] }).toEqual({ name, types: expected });
    }
  });
});
