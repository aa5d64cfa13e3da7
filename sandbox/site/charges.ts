/** What the platform would charge the app for, over HTTP: `/sandbox/charges`. */
import { Hono } from 'hono';
import type { ForgeCharges } from '../forge/charges';
import type { Host } from '../forge/host';
import { INSTALLATION_ID } from '../forge/installation';
import type { Jira } from '../jira/jira';
import type { JiraCharges } from '../jira/limits/rate-limits';

export interface InstallationCharges extends ForgeCharges {
  readonly jira: JiraCharges;
}

/** By installation; the local site has one. */
export type Charges = Readonly<Record<string, InstallationCharges>>;

export interface Account {
  charges(): Charges;
  /** Counts anew; what is used up for a limit stays used up. */
  reset(): void;
}

export function createAccount(host: Host, jira: Jira): Account {
  return {
    charges: () => ({ [INSTALLATION_ID]: { ...host.charges(), jira: jira.charges() } }),
    reset() {
      host.resetCharges();
      jira.resetCharges();
    },
  };
}

/** GET: since the start or the last reset. POST /reset. */
export function chargeRoutes(account: Account): Hono {
  const routes = new Hono();
  routes.get('/', (context) => context.json(account.charges()));
  routes.post('/reset', (context) => {
    account.reset();
    return context.body(null, 204);
  });
  return routes;
}
