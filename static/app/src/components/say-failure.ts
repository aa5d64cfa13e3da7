import type { CallFailure } from '../bridge/call-failure';
import { texts } from '../texts';
import { sayReason } from '../texts/reasons';

/** Why a resolver refused, or that none answered. */
export function sayFailure({ reason }: CallFailure): string {
  return reason ? sayReason(reason) : texts.shared.unreachable;
}
