/**
 * Stargate's answer to reports of personal data: which of the reported accounts were closed or changed.
 * https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ ; 90 accounts a call, 204 where there is
 * nothing to say: @forge/api's own client.
 */
import { z } from 'zod';
import type { Endpoint } from './outside';

const MOST = 90;

const request = z.strictObject({
  accounts: z
    .array(z.strictObject({ accountId: z.string().min(1), updatedAt: z.iso.datetime() }))
    .min(1)
    .max(MOST),
});

export type AccountStatus = 'updated' | 'closed';

export interface PersonalData {
  readonly endpoint: Endpoint;
  /** From now on, until the app hears of it; what was closed stays so. */
  set(accountId: string, status: AccountStatus): void;
  /** Accounts that the app reported, each time. */
  reported(): readonly string[];
}

export function createPersonalData(): PersonalData {
  const statuses = new Map<string, AccountStatus>();
  const reported: string[] = [];
  return {
    endpoint(_path, body) {
      const asked = request.safeParse(body);
      if (!asked.success) return { status: 400, body: { message: 'The report cannot be read.' } };
      const ids = asked.data.accounts.map(({ accountId }) => accountId);
      reported.push(...ids);
      const accounts = ids.flatMap((accountId) => {
        const status = statuses.get(accountId);
        return status === undefined ? [] : [{ accountId, status }];
      });
      for (const { accountId, status } of accounts) if (status === 'updated') statuses.delete(accountId);
      return accounts.length === 0 ? { status: 204 } : { status: 200, body: { accounts } };
    },
    set: (accountId, status) => void statuses.set(accountId, status),
    reported: () => [...reported],
  };
}
