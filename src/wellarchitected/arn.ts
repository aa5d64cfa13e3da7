/** Amazon Resource Names of workloads and lenses. Pure. */

export interface WorkloadRef {
  readonly arn: string;
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly region: string;
  readonly account: string;
}

const WORKLOAD = /^arn:aws[a-z-]*:wellarchitected:([a-z0-9-]+):(\d{12}):workload\/([0-9a-f]{32})$/;

/** Reads a workload ARN; `undefined` for anything else. */
export function parseWorkloadArn(arn: string): WorkloadRef | undefined {
  const [, region, account, id] = WORKLOAD.exec(arn) ?? [];
  if (region === undefined || account === undefined || id === undefined) return undefined;
  return { arn, id, region, account };
}

/**
 * - `framework`: the AWS Well-Architected Framework itself.
 * - `aws`: another lens that AWS publishes (serverless, saas, …).
 * - `custom`: a lens of an account.
 */
export type LensKind = 'framework' | 'aws' | 'custom';

export interface LensRef {
  /** The ARN without its version: equal before and after a lens upgrade. */
  readonly identity: string;
  readonly kind: LensKind;
}

/**
 * AWS's lenses come as `arn:aws:wellarchitected::aws:lens/serverless` (what the API answers) and as
 * `arn:aws:wellarchitected:us-east-1::lens/serverless` (API reference, LensAlias); custom lenses as
 * `arn:aws:wellarchitected:us-west-2:123456789012:lens/<32 hex>`. A version may follow as `:1` or `:1.0`.
 */
const LENS = /^(arn:aws[a-z-]*:wellarchitected:[a-z0-9-]*:(aws|\d{12})?:lens\/([^:/\s]+))(?::[\w.-]+)?$/;

/** Reads a lens ARN, with or without a version; `undefined` for anything else. */
export function parseLensArn(arn: string): LensRef | undefined {
  const [, identity, owner = 'aws', name] = LENS.exec(arn) ?? [];
  if (identity === undefined || name === undefined) return undefined;
  if (owner !== 'aws') return { identity, kind: 'custom' };
  return { identity, kind: name === 'wellarchitected' ? 'framework' : 'aws' };
}
