/**
 * Atlassian is told weekly which accounts the app stores ids of, and says which of them were closed.
 * https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 */
import type { AuditStore } from '../audit/audit-store';
import type { People, Person } from '../audit/people';
import { tryAgain, type Patience } from '../try-again';
import type { AccountPlaces } from './account-places';

/** `privacy.reportPersonalData` of @forge/api: 90 accounts a call, any number here. */
export type ReportPersonalData = (
  accounts: { accountId: string; updatedAt: string }[],
) => Promise<{ accountId: string; status: 'updated' | 'closed' }[]>;

export interface ReportAccountsPorts {
  readonly people: Pick<People, 'refOf' | 'all' | 'erase' | 'renew'>;
  readonly accountPlaces: AccountPlaces;
  readonly audit: Pick<AuditStore, 'forgetAccounts'>;
  readonly reportPersonalData: ReportPersonalData;
  readonly patience: Patience;
}

/** Milliseconds before each further try: a schedule is not repeated before its week is over. */
const WAITS = [5_000, 30_000] as const;
/** Accounts of one call to the platform's package, which sends 90 at once and all of them at a time. */
const AT_ONCE = 900;

/**
 * Account ids that entries of earlier versions hold become references first, and each account that a record names
 * gets one, so that all are reported. Of a closed account everything goes that says whose a reference is, and its id
 * wherever it stands. Of an updated one there is nothing to update: the app stores no name, picture or address.
 *
 * @throws what the report throws after the last try; then nothing was erased
 */
export async function reportAccounts(ports: ReportAccountsPorts): Promise<void> {
  const { people, accountPlaces, audit } = ports;
  await audit.forgetAccounts();
  const found = new Set<string>();
  for await (const accountId of accountPlaces.accounts()) found.add(accountId);
  for (const accountId of found) await people.refOf(accountId);
  const known = new Map<string, Person>();
  for await (const person of people.all()) known.set(person.accountId, person);
  const updates = await reported([...known.values()], ports);
  const of = (status: 'updated' | 'closed') =>
    updates.filter((update) => update.status === status).map(({ accountId }) => accountId);
  for (const accountId of of('updated')) await people.renew(accountId);
  const closed = new Set(of('closed'));
  if (closed.size === 0) return;
  await accountPlaces.erase(closed);
  for (const accountId of closed) await people.erase(accountId);
}

async function reported(
  people: readonly Person[],
  { reportPersonalData, patience }: ReportAccountsPorts,
): ReturnType<ReportPersonalData> {
  const updates: Awaited<ReturnType<ReportPersonalData>> = [];
  for (let first = 0; first < people.length; first += AT_ONCE) {
    const some = people
      .slice(first, first + AT_ONCE)
      .map(({ accountId, at: updatedAt }) => ({ accountId, updatedAt }));
    updates.push(...(await tryAgain(() => reportPersonalData(some), WAITS, patience)));
  }
  return updates;
}
