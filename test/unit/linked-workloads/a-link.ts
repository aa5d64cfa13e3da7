import type { LinkedWorkload } from '../../../src/linked-workloads/model';

export function arnOf(nth: number): string {
  return `arn:aws:wellarchitected:eu-west-1:111122223333:workload/${String(nth).padStart(32, '0')}`;
}

export function aLink(nth: number, more: Partial<LinkedWorkload> = {}): LinkedWorkload {
  return {
    projectId: '10000',
    workloadArn: arnOf(nth),
    name: `Workload ${nth}`,
    connectionId: 'c1',
    linkedBy: 'an account',
    linkedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}
