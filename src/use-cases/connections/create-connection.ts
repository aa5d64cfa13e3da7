import type { z } from 'zod';
import type { AuditPorts } from '../../audit/record';
import type { ConnectionStore } from '../../connection/connection-store';
import type { newConnectionSchema } from '../../connection/parse-input';
import { refuseSecondOfAccount, refuseSwitchedOff, refuseTooMany } from '../../connection/rules';
import type { ConnectionView } from '../../contract';
import type { Caller, ProjectCaller } from '../caller';
import { ownerOf } from './owner';
import { changesOf, describe, recordConnection } from './record';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface CreateConnectionPorts extends ConnectionViewPorts, AuditPorts {
  readonly connections: Pick<ConnectionStore, 'create'>;
}

/** Stores a connection. It serves nothing until its role is entered and tested, a site's until it is shared. */
export async function createConnection(
  { name, roleArn, regions, access }: z.infer<typeof newConnectionSchema>,
  caller: Caller | ProjectCaller,
  ports: CreateConnectionPorts,
): Promise<ConnectionView> {
  const owner = ownerOf(caller);
  await refuseSwitchedOff(owner, ports);
  const draft = {
    name,
    owner,
    ...(roleArn === undefined ? {} : { roleArn }),
    regions,
    access,
    auth: { kind: 'accessKey' },
    serves: [],
    createdBy: caller.accountId,
  } as const;
  const connection = await ports.connections.create(draft, (others) => {
    refuseSecondOfAccount(draft, others);
    refuseTooMany(owner, others);
  });
  const lines = changesOf(undefined, connection);
  await recordConnection(caller, connection, 'created', describe(connection), ports, lines);
  return toConnectionView(connection, ports);
}
