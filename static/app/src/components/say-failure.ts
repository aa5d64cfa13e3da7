import type { CallFailure } from '../bridge/call-failure';
import { format, texts } from '../texts';
import { sayReason } from '../texts/reasons';

/** Why a resolver refused, or that none answered; and when it can be asked again, where a service said so. */
export function sayFailure({ reason, retryAt }: CallFailure): string {
  if (!reason) return texts.shared.unreachable;
  if (retryAt === undefined) return sayReason(reason);
  const time = format().time(new Date(retryAt).toISOString());
  return texts.shared.askAgainAt({ why: sayReason(reason), time });
}
