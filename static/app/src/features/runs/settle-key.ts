import type { Remark } from '../../../../../src/contract';

/** The key by which a run settles a conflict; undefined where it cannot. Pure. */
export function settleKey({ key, settledBy = [] }: Remark): string | undefined {
  return settledBy.length > 0 ? key : undefined;
}
