import type { ConnectionStore } from '../../connection/connection-store';
import { connectionRecord } from '../../connection/model';
import type { Contract } from '../../contract';
import type { Caller, ProjectCaller } from '../caller';
import { once, sharedReads } from '../shared-reads';
import { unreadableOf } from '../unreadable';
import { reachOf } from './owner';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface ListConnectionsPorts extends ConnectionViewPorts {
  readonly connections: Pick<ConnectionStore, 'page' | 'ofOwner' | 'get'>;
}

/**
 * Those that the caller reaches, in the order in which they were made: all of a project's own, or a page of all there
 * are for a Jira admin. Whose one is that cannot be read is not known: Jira admins see it. What the rows have in common,
 * keys, settings of the site and projects, is read once.
 */
export async function listConnections(
  asked: { readonly cursor?: string } | { readonly projectKey: string },
  caller: Caller | ProjectCaller,
  ports: ListConnectionsPorts,
): Promise<Contract['connection.list']['result']> {
  const reach = reachOf(caller);
  const place = 'cursor' in asked ? Number(asked.cursor) : 0;
  const { records, problems, next } = await listed(reach, place, ports);
  const shared = { ...ports, ...sharedReads(ports), ...sharedProjects(ports) };
  const connections = await Promise.all(records.map((connection) => toConnectionView(connection, shared)));
  if (reach !== undefined) return { connections };
  const goesOn = next === undefined ? {} : { cursor: String(next) };
  return { connections, ...unreadableOf(problems, CONNECTIONS), ...goesOn };
}

async function listed(
  reach: ReturnType<typeof reachOf>,
  place: number,
  { connections }: ListConnectionsPorts,
): Promise<Awaited<ReturnType<ConnectionStore['page']>>> {
  return reach === undefined ? connections.page(place) : connections.ofOwner(reach);
}

function sharedProjects({ openJira }: ConnectionViewPorts): Pick<ConnectionViewPorts, 'openJira'> {
  const jira = openJira();
  const project = once((id: string) => jira.project(id));
  return { openJira: () => ({ project }) };
}

const CONNECTIONS = { name: connectionRecord.name, prefix: connectionRecord.key('') };
