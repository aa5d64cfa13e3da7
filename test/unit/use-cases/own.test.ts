/** What payloads name, and who finds out that it is the project's. */
import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import * as payloads from '../../../src/handlers/payloads';
import { CHECKED_HERE, requireOwn } from '../../../src/use-cases/own';
import { MemoryPlatform, PROJECT_ADMIN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

/** Members that the use case itself looks up, and what keeps a project to its own there. */
const CHECKED_BY_USE_CASE: Readonly<Record<string, string>> = {
  workloads: 'to link: as a pair with its connection; to search: those that the project links are taken',
  id: 'a record that cannot be read is looked for in the list of the project',
  issueKey: 'Jira shows it to the caller, in the project',
  issueIds: 'Jira shows them to the caller; those of other projects are left out',
  settle: 'issues of the plan of the run, others are none of its questions',
  proposals: 'issues of the plan of the run, others are none of its questions',
};

/** Members that name nothing that a project could have. */
const NAMES_NOTHING = [
  ...['projectKey', 'cursor', 'page', 'name', 'roleArn', 'regions', 'region', 'access', 'settings'],
  ...['issueTypes', 'lensAlias', 'search', 'mode', 'scope', 'selection', 'recreate', 'fingerprint'],
  ...['confirm', 'removeBlocks', 'putBack', 'adoption', 'before', 'after', 'token'],
];

/** Of every payload within a project; those with a transformation are read before it. */
function membersOf(schema: unknown): readonly string[] {
  const { shape, in: input } = (schema as z.ZodObject & { def: { in?: unknown } }).def as {
    shape?: object;
    in?: unknown;
  };
  return input === undefined ? Object.keys(shape ?? {}) : membersOf(input);
}

const inProject = [...Object.values(payloads), ...Object.values(payloads.ofProject)].filter((schema) =>
  membersOf((schema as { def?: unknown }).def ? schema : { def: {} }).includes('projectKey'),
);

describe('what a payload within a project names', () => {
  test.each([...new Set(inProject.flatMap(membersOf))])('%s has somebody who checks it', (member) => {
    const known = [...CHECKED_HERE, ...Object.keys(CHECKED_BY_USE_CASE), ...NAMES_NOTHING];
    expect(known).toContain(member);
  });

  test('is found in every payload', () => expect(inProject.length).toBeGreaterThan(15));
});

describe('what is not the project’s', () => {
  test.each([
    ['a workload that no project links', { workloadArn: WORKLOAD_ARN.replace(/.{4}$/, '0000') }],
    ['a connection that does not exist', { connectionId: 'f'.repeat(16) }],
    ['a run that does not exist', { runId: 'none' }],
  ])('%s is not found', async (_, payload) => {
    const platform = await MemoryPlatform.linked();
    await expect(requireOwn(payload, PROJECT_ADMIN, platform)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('nothing named is nothing to find', async () => {
    const platform = await MemoryPlatform.linked();
    await expect(requireOwn({ projectKey: 'WA' }, PROJECT_ADMIN, platform)).resolves.toBeUndefined();
    await expect(requireOwn({ workloadArn: WORKLOAD_ARN }, PROJECT_ADMIN, platform)).resolves.toBeUndefined();
  });
});
