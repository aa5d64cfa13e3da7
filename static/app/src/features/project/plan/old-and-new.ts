/** The value of a field before and after a change, where the plan tells both. Pure. */
import type { Reason } from '../../../../../../src/contract';

export interface OldAndNew {
  readonly field: Field;
  readonly old: string;
  readonly now: string;
}

const FIELDS = ['title', 'risk'] as const;
type Field = (typeof FIELDS)[number];

/** @returns undefined for a change that tells no values, such as a description's or a label's */
export function oldAndNew({ code, params }: Reason): OldAndNew | undefined {
  const field = FIELDS.find((known) => known === code);
  const { old, new: now } = params;
  if (field === undefined || typeof old !== 'string' || typeof now !== 'string') return undefined;
  return { field, old, now };
}
