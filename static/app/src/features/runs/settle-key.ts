import type { Remark } from '../../../../../src/contract';

/** Conflicts that a run can settle; the others end where people change something. */
const SETTLED_BY_A_RUN = /^(?:moved-apart|notes-(?:edited|broken|doubled|nested))$/;

/** The key by which a run settles a conflict; undefined where it cannot. Pure. */
export function settleKey({ key, code }: Remark): string | undefined {
  return SETTLED_BY_A_RUN.test(code) ? key : undefined;
}
