/** A connection: how the app enters one AWS account. It holds no secret. */
import { z } from 'zod';
import { defineRecord } from '../storage/record';
import { fromWords, storedReason } from '../storage/stored-reason';
import { REGIONS } from './regions';

const ID = /^[0-9a-f]{16}$/;

export function isConnectionId(text: string): boolean {
  return ID.test(text);
}

/** Who manages a connection: Jira admins, or the admins of one project. Projects by id: keys can change hands. */
const ownerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('site') }),
  z.object({ kind: z.literal('project'), projectId: z.string().min(1) }),
]);

/** How the app proves who it is before it assumes the role; another kind joins the union when it exists. */
const authSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('accessKey') })]);

const servesSchema = z.object({
  projectId: z.string().min(1),
  workloadArns: z.array(z.string()).readonly().exactOptional(),
});

const checkSchema = z.object({
  what: z.string(),
  result: z.enum(['ok', 'failed', 'unknown']),
  reason: storedReason,
  statement: z.string().exactOptional(),
});

const testSchema = z.object({
  region: z.enum(REGIONS),
  at: z.string(),
  ok: z.boolean(),
  checks: z.array(checkSchema).readonly(),
});

export const connectionSchema = z.object({
  id: z.string().regex(ID),
  name: z.string(),
  owner: ownerSchema,
  /** Absent until a person enters it: its trust policy needs the external id first. */
  roleArn: z.string().exactOptional(),
  /** 128 bits made by the app, never chosen by a person (confused deputy). */
  externalId: z.string().regex(/^[0-9a-f]{32}$/),
  /** At least one, all of one partition. */
  regions: z.array(z.enum(REGIONS)).readonly(),
  access: z.enum(['read-only', 'read-write']),
  auth: authSchema,
  /** Of site connections only; a project connection serves its own project. */
  serves: z.array(servesSchema).readonly().default([]),
  /** The latest of each Region. */
  tests: z.array(testSchema).readonly().default([]),
  /** That the role does not ask for the external id, a person took upon themselves. */
  acceptedRisk: z
    .object({
      by: z.string(),
      at: z.string(),
      words: z.string(),
      /** What was shown to them; it holds for nothing wider (`risk.ts`). */
      of: z.object({
        roleArn: z.string(),
        access: z.enum(['read-only', 'read-write']),
        regions: z.array(z.string()).readonly(),
      }),
    })
    .exactOptional(),
  /** ISO 8601. */
  createdAt: z.string(),
  /** Account id. */
  createdBy: z.string(),
});

export type Connection = Readonly<z.infer<typeof connectionSchema>>;

export const connectionRecord = defineRecord<Connection, string>({
  name: 'connection',
  key: (id) => `connection:${id}`,
  version: 3,
  readableFrom: 2,
  schema: connectionSchema,
  migrations: [checksToReasons, riskOfConnection],
  unreadable: 'stop',
  itemKey: nameOfPart,
  means: {
    absent: 'The connection was deleted: its links do not sync.',
    unreadable: 'Its links do not sync; lists show the other connections and name it. It can be deleted.',
  },
});

type Stored = Readonly<Record<string, unknown>>;

/** Checks of version 1 had sentences. */
function checksToReasons(stored: unknown): unknown {
  const { tests = [], ...connection } = stored as Stored & { readonly tests?: readonly Stored[] };
  return {
    ...connection,
    tests: tests.map((test) => ({ ...test, checks: (test.checks as Stored[]).map(toReason) })),
  };
}

function toReason({ message, ...check }: Stored): Stored {
  return { ...check, reason: fromWords(message) };
}

/** An accepted risk of version 2 held for the role, access and Regions that the connection has. */
function riskOfConnection(stored: unknown): unknown {
  const { acceptedRisk, ...connection } = stored as Stored & { readonly acceptedRisk?: Stored };
  const { roleArn, access, regions } = connection;
  if (acceptedRisk === undefined || roleArn === undefined) return connection;
  return { ...connection, acceptedRisk: { ...acceptedRisk, of: { roleArn, access, regions } } };
}

/** Tests by Region, served projects by id: what changes in one keeps what is unknown of it. */
function nameOfPart(part: unknown): string | undefined {
  const { region, projectId } = part as { readonly region?: unknown; readonly projectId?: unknown };
  if (typeof region === 'string') return region;
  return typeof projectId === 'string' ? projectId : undefined;
}

/** What the store is given; it adds id, external id and time. */
export type ConnectionDraft = Omit<Connection, 'id' | 'externalId' | 'tests' | 'acceptedRisk' | 'createdAt'>;

/** The test of one Region as it is stored. */
export type RegionTest = Connection['tests'][number];

/**
 * Whether the connection serves the project and, where an ARN is given, that workload for it. Nothing else than
 * this lets a project reach an AWS account.
 */
export function serves(
  { owner, serves }: Pick<Connection, 'owner' | 'serves'>,
  projectId: string,
  workloadArn?: string,
): boolean {
  if (owner.kind === 'project') return owner.projectId === projectId;
  const entry = serves.find((served) => served.projectId === projectId);
  if (entry === undefined) return false;
  return (
    workloadArn === undefined || entry.workloadArns === undefined || entry.workloadArns.includes(workloadArn)
  );
}

/** Ids of the projects that the connection serves with that workload: issues that were moved there stay ours. */
export function servedProjects(
  { owner, serves }: Pick<Connection, 'owner' | 'serves'>,
  workloadArn: string,
): readonly string[] {
  if (owner.kind === 'project') return [owner.projectId];
  return serves
    .filter(({ workloadArns }) => workloadArns === undefined || workloadArns.includes(workloadArn))
    .map(({ projectId }) => projectId);
}

/** Ids of the projects that it serves for some workload or other. */
export function allServedProjects({
  owner,
  serves,
}: Pick<Connection, 'owner' | 'serves'>): readonly string[] {
  return owner.kind === 'project' ? [owner.projectId] : serves.map(({ projectId }) => projectId);
}

/** The 12 digits of the role's account; `undefined` while no role is entered. */
export function accountOf({ roleArn }: { readonly roleArn?: string | undefined }): string | undefined {
  return roleArn?.split(':')[4];
}

export type Candidate = Pick<Connection, 'owner' | 'roleArn'> & { readonly id?: string };

/**
 * The connection of the same owner to the same account: a site has one connection for each account, and so has
 * each project. Never one of another owner, or a project's admins would learn of the site's accounts.
 */
export function accountConflict(
  all: readonly Connection[],
  { id, owner, roleArn }: Candidate,
): Connection | undefined {
  const account = accountOf({ roleArn });
  if (account === undefined) return undefined;
  return all.find(
    (other) => other.id !== id && sameOwner(other.owner, owner) && accountOf(other) === account,
  );
}

export function sameOwner(one: Connection['owner'], other: Connection['owner']): boolean {
  if (one.kind === 'site' || other.kind === 'site') return one.kind === other.kind;
  return one.projectId === other.projectId;
}
