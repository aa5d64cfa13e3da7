/** Which resource each action is checked against. */
import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { OPERATIONS } from '../../../sandbox/aws/wellarchitected/operations/index';
import { RESOURCE_TYPES } from '../../../sandbox/aws/wellarchitected/resource-types';
import { loadServiceModel } from './service-model';

const model = loadServiceModel();
const hasReference = spawnSync('python3', ['-c', 'import cfnlint']).status === 0;
if (!hasReference) process.stderr.write('SKIPPED: no python3 with cfn-lint on the PATH\n');

describe('the table of resource types', () => {
  it('has a row for every operation that the stand-in answers, and no other', () => {
    expect(Object.keys(RESOURCE_TYPES).sort()).toEqual(OPERATIONS.map(({ name }) => name).sort());
  });

  (model ? it : it.skip)('names operations of the service model only', () => {
    for (const action of Object.keys(RESOURCE_TYPES)) expect(model!.operations).toHaveProperty(action);
  });

  it('says workload where the path of the operation names one, and nowhere else', () => {
    const named = OPERATIONS.filter(({ uri }) => uri.includes('{WorkloadId}')).map(({ name }) => name);
    const rows = Object.entries(RESOURCE_TYPES).filter(([, type]) => type === 'workload');
    expect(rows.map(([action]) => action).sort()).toEqual(named.sort());
  });

  (hasReference ? it : it.skip)("is as AWS's Service Authorization Reference says", () => {
    const printed = execFileSync('python3', [path.join(__dirname, 'authorization.py')]).toString();
    const reference = JSON.parse(printed) as Record<string, string[]>;
    for (const [action, type] of Object.entries(RESOURCE_TYPES)) {
      const expected = type === 'none' ? [] : [type];
      expect({ action, types: reference[action.toLowerCase()] }).toEqual({ action, types: expected });
    }
  });
});
