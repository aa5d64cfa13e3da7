/** Reads of AWS, each through a session that can do no more than it needs. */
import { UpstreamError } from '../../upstream-error';
import { parseWorkloadArn, type WorkloadRef } from '../arn';
import { because } from '../reasons';
import type { Wire } from './calls';
import type { Sleep } from '../../clock';

/** What a session that reads is for. */
export type ReadPurpose =
  /** What has no workload as its resource: listing them, and the settings of the account. */
  | { readonly kind: 'read-account' }
  | { readonly kind: 'read-workload'; readonly workloadArn: string }
  /** Reading included, and the notes of an answer, which a role that may only read does not show. */
  | { readonly kind: 'read-answers'; readonly workloadArn: string }
  /** Listing and saving them; nothing of an answer. */
  | { readonly kind: 'milestones'; readonly workloadArn: string };

/** What a read has at hand. */
export interface ReadingWire extends Wire {
  readonly sleep: Sleep;
}

export interface Sessions {
  /** A read of the account. */
  ofAccount<T>(read: (wire: ReadingWire) => Promise<T>): () => Promise<T>;

  /** A read of a workload, named by its ARN; of no other Region's, or it rejects with an `UpstreamError`. */
  ofWorkload<Rest extends readonly unknown[], T>(
    kind: 'read-workload' | 'read-answers' | 'milestones',
    read: (wire: ReadingWire, workload: WorkloadRef, ...rest: Rest) => Promise<T>,
  ): (workloadArn: string, ...rest: Rest) => Promise<T>;
}

/** @param open is asked once for each purpose, and not before it is needed. */
export function openSessions(region: string, open: (purpose: ReadPurpose) => ReadingWire): Sessions {
  const opened = new Map<string, ReadingWire>();
  const wireFor = (purpose: ReadPurpose) => {
    const name = Object.values(purpose).join(' ');
    const wire = opened.get(name) ?? open(purpose);
    opened.set(name, wire);
    return wire;
  };
  return {
    ofAccount: (read) => async () => read(wireFor({ kind: 'read-account' })),
    ofWorkload:
      (kind, read) =>
      async (workloadArn, ...rest) => {
        const workload = workloadIn(region, workloadArn);
        return read(wireFor({ kind, workloadArn }), workload, ...rest);
      },
  };
}

function workloadIn(region: string, arn: string): WorkloadRef {
  const ref = parseWorkloadArn(arn);
  if (ref?.region === region) return ref;
  const why =
    ref === undefined
      ? because('not-a-workload-arn')
      : because('workload-of-other-region', { region: ref.region });
  throw new UpstreamError(because('workload-not-readable-there', { workload: arn, region, why }), {
    service: 'aws',
    code: 'unknown-workload',
    retryable: false,
  });
}
