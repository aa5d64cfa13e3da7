/** What it takes to enter a connection's role. Pure. */
import type { Connection } from './model';
import { because } from './reasons';
import { refusal } from './refusal';

export type RoleToAssume = Pick<Connection, 'name' | 'externalId'> & { readonly roleArn: string };

/** Throws `UpstreamError` (code `no-role`, `unknown-region`): there is nothing to enter, or not there. */
export function requireRole(
  { name, externalId, roleArn, regions }: Connection,
  region: string,
): RoleToAssume {
  if (roleArn === undefined) {
    throw refusal('no-role', because('no-role-yet', { connection: name }));
  }
  if (!regions.some((known) => known === region)) {
    throw refusal('unknown-region', because('region-not-covered', { connection: name, regions }));
  }
  return { name, externalId, roleArn };
}
