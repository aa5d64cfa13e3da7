/** Workloads as if somebody had linked each of them, in much less time. */
import { createKvs } from '../../sandbox/forge/kvs/kvs';
import { NO_LIMITS } from '../../sandbox/limits/table';
import type { KeyValues } from '../../src/key-values';
import {
  createLinkedWorkloadStore,
  type LinkedWorkloadStorage,
} from '../../src/linked-workloads/linked-workload-store';
import type { ReviewedSite } from './reviewed-site';

/**
 * Adds workloads with the small lens and links them as the site's own workload is: what calls of `workload.link`
 * leave behind, in the app's own storage, by its own store. Answers the workloads.
 */
export async function linkMany(
  site: Pick<ReviewedSite, 'site' | 'workloadArn' | 'lensAlias'>,
  count: number,
) {
  const links = createLinkedWorkloadStore(storageOf(site));
  const link = await links.get(site.workloadArn);
  if (!link) throw new Error('the first workload is not linked');
  const many = site.site.aws.admin.addWorkloads({ count, lenses: [site.lensAlias] });
  for (const { arn, details } of many) {
    await links.save({ ...link, workloadArn: arn, name: details.WorkloadName });
  }
  return many;
}

/** The app's storage as the app has it, without its limits. */
export function storageOf({
  site: { store, clock },
}: Pick<ReviewedSite, 'site'>): KeyValues & LinkedWorkloadStorage {
  const { endpoint } = createKvs({ store, clock, limits: NO_LIMITS });
  function ask(operation: string, body: object): unknown {
    const { status, body: answer } = endpoint(`/api/v1/${operation}`, body);
    if (status >= 400 && status !== 404) throw new Error(JSON.stringify(answer));
    return (answer as { value?: unknown } | undefined)?.value;
  }
  return {
    get: (key) => Promise.resolve(ask('get', { key })),
    async set(key: string, value: unknown, options: object = {}) {
      await Promise.resolve(ask('set', { key, value, options }));
    },
    async delete(key) {
      await Promise.resolve(ask('delete', { key }));
    },
  };
}
