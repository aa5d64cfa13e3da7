/** Which connections there are: all of them, and those of one owner. Records alone decide whether one exists. */
import { z } from 'zod';
import { defineRecord } from '../storage/record';
import type { Connection } from './model';

const ids = z.array(z.string());

/** Ids of all connections, in the order in which they were made. */
export const connectionIndexRecord = defineRecord<readonly string[]>({
  name: 'connection-index',
  key: () => 'connections',
  version: 1,
  schema: ids,
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'A query finds the connections, with a delay after one is made.',
    unreadable: 'As absent: the next connection that is made or deleted puts it right.',
  },
});

type Owner = Connection['owner'];

/** Stands for all owners: where its list is, an owner without one has no connection. */
export const EVERY_OWNER = { kind: 'every' } as const;

export type ListOwner = Owner | typeof EVERY_OWNER;

/** Ids of the connections that an owner made; those of deleted ones stand there until the next one is made. */
export const ownedConnectionsRecord = defineRecord<readonly string[], ListOwner>({
  name: 'owned-connections',
  key: (owner) => `connections-of:${owner.kind === 'project' ? owner.projectId : owner.kind}`,
  version: 1,
  schema: ids,
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'The owner has none, once all that there are were looked through for their owners.',
    unreadable: 'As absent: the next connection of the owner that is made puts it right.',
  },
});
