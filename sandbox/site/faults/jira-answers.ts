/** What Jira, or a gateway before it, answers without doing anything. */
import type { Answered } from '../../forge/protocol';
import {
  gatewayAnswer,
  limitedAnswer,
  type LimitedAnswer,
  type LimitReason,
  nextHour,
} from '../../jira/limits/refusals';
import { drawn } from '../../random';
import { jsonAnswer } from './answers';
import type { RefusalOf } from './model';

const SECOND_MS = 1000;
const FAR_OFF_MS = 99_999_999_999 * SECOND_MS;
const STATUSES = [500, 502, 503, 504] as const;

/** @param chance decides what the fault leaves open. */
export function jiraRefusal(fault: RefusalOf['jira'], now: number, chance: string): Answered {
  switch (fault) {
    case 'quota-global':
      return limited('jira-quota-global-based', now, nextHour(now));
    case 'quota-tenant':
      return limited('jira-quota-tenant-based', now, nextHour(now));
    case 'burst':
      return limited('jira-burst-based', now, now + SECOND_MS);
    case 'per-issue':
      return limited('jira-per-issue-on-write', now, now + 2 * SECOND_MS);
    case 'far-off':
      return limited('jira-burst-based', now, now + FAR_OFF_MS);
    case 'gateway':
      return sent(gatewayAnswer(now));
    case 'server-error':
      return jsonAnswer(STATUSES[Math.floor(drawn(chance) * STATUSES.length)] ?? 500, {
        message: 'Something went wrong.',
      });
  }
}

function limited(reason: LimitReason, now: number, until: number): Answered {
  return sent(limitedAnswer(reason, now, until));
}

function sent({ status, body, headers }: LimitedAnswer): Answered {
  return jsonAnswer(status, body, headers);
}
