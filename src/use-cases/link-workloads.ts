/** Linking many workloads to the project at once. */
import type { Contract, LinkAttempt } from '../contract';
import { mapInFlight } from '../in-flight';
import { Refusal } from '../refusal';
import { keepingReads } from '../storage/kept-reads';
import { RecordError } from '../storage/problems';
import { StorageUnavailable } from '../storage/unavailable';
import { UpstreamError } from '../upstream-error';
import type { ProjectCaller } from './caller';
import { linkWorkload, type LinkWorkloadPorts } from './link-workload';
import { NOBODY } from './visible';
import { visibleError } from './visible-error';

/** So many links of a call are under way at a time: each asks AWS twice and writes some six keys of storage. */
const IN_FLIGHT = 8;

/**
 * Each as `linkWorkload` does it, with all of its checks; what stands in the way of one is told of that one, and the
 * others go on. What they share, connection, key and settings, is read once a second. Throws what no link's fault is.
 */
export async function linkWorkloads(
  { workloads }: Contract['workload.linkMany']['payload'],
  caller: ProjectCaller,
  ports: LinkWorkloadPorts,
): Promise<Contract['workload.linkMany']['result']> {
  const links = await keepingReads(() =>
    mapInFlight(workloads, IN_FLIGHT, (asked) => attempt(asked, caller, ports)),
  );
  return { links: [...links] };
}

async function attempt(
  asked: Contract['workload.linkMany']['payload']['workloads'][number],
  caller: ProjectCaller,
  ports: LinkWorkloadPorts,
): Promise<LinkAttempt> {
  const { workloadArn } = asked;
  try {
    return {
      workloadArn,
      linked: await linkWorkload({ projectKey: caller.project.key, ...asked }, caller, ports),
    };
  } catch (error) {
    const told = visibleError(error, { ...NOBODY, administers: true });
    const isTold = [Refusal, UpstreamError, RecordError, StorageUnavailable].some(
      (kind) => told instanceof kind,
    );
    if (!isTold) throw error;
    return { workloadArn, why: (told as Refusal | UpstreamError | RecordError | StorageUnavailable).reason };
  }
}
