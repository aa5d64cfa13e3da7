/** What it takes to enter a connection's role. Pure. */
import type { Connection } from './model';
import { refusal } from './refusal';

export type Door = Pick<Connection, 'name' | 'externalId'> & { readonly roleArn: string };

/** Throws `UpstreamError` (code `no-role`, `unknown-region`): there is nothing to enter, or not there. */
export function requireDoor({ name, externalId, roleArn, regions }: Connection, region: string): Door {
  if (roleArn === undefined) {
    throw refusal(
      'no-role',
      `The connection "${name}" has no role yet. Create it in AWS, then enter its ARN.`,
    );
  }
  if (!regions.some((known) => known === region)) {
    throw refusal(
      'unknown-region',
      `The connection "${name}" covers ${regions.join(', ')}, not the Region asked for.`,
    );
  }
  return { name, externalId, roleArn };
}
