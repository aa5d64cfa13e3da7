/** Every resolver in one table: who may call it, what it takes, what it does. */
import Resolver from '@forge/resolver';
import { z } from 'zod';
import type { Contract } from '../contract';
import { answer, Refusal } from './answer';
import { requireRole, type Role } from './caller';
import { createConnection, listConnections, listWorkloads } from './connections';
import { settings } from './forge';
import * as payloads from './payloads';
import { startSync, viewPlan, viewRun } from './syncs';

interface Caller {
  readonly accountId: string;
  /** Names the Jira site in the customer's CloudTrail. */
  readonly site: string;
}

interface Definition<R> {
  readonly role: Role;
  /** Parses the payload and does the work. Throws Refusal for a payload that is not valid. */
  readonly run: (payload: unknown, caller: Caller) => Promise<R>;
}

type Definitions = { readonly [N in keyof Contract]: Definition<Contract[N]['result']> };

function define<P, R>(definition: {
  readonly role: Role;
  readonly payload: z.ZodType<P>;
  readonly run: (payload: P, caller: Caller) => Promise<R>;
}): Definition<R> {
  return {
    role: definition.role,
    run: async (payload, caller) => {
      const parsed = definition.payload.safeParse(payload);
      if (!parsed.success) throw new Refusal('invalid', payloads.problemsOf(parsed.error));
      return definition.run(parsed.data, caller);
    },
  };
}

/** A resolver without a role does not compile. */
export const definitions: Definitions = {
  'connection.create': define({ role: 'jira-admin', payload: z.unknown(), run: createConnection }),
  'connection.list': define({ role: 'jira-admin', payload: payloads.nothing, run: listConnections }),
  'workload.list': define({
    role: 'project-admin',
    payload: payloads.project,
    run: (payload, { site }) => listWorkloads(payload, site),
  }),
  'settings.get': define({
    role: 'project-admin',
    payload: payloads.link,
    run: ({ projectKey, workloadArn }) => settings.load(projectKey, workloadArn),
  }),
  'settings.save': define({
    role: 'project-admin',
    payload: payloads.saveSettings,
    run: async (payload) => {
      await settings.save(payload.projectKey, payload.workloadArn, payload.settings);
      return payload.settings;
    },
  }),
  'sync.start': define({ role: 'project-admin', payload: payloads.startSync, run: startSync }),
  'sync.run': define({ role: 'project-viewer', payload: payloads.run, run: viewRun }),
  'sync.plan': define({ role: 'project-viewer', payload: payloads.planPage, run: viewPlan }),
};

const projectOf = z.object({ projectKey: z.string() });
/** What the platform says of the caller; an anonymous one has no account. */
const contextSchema = z.object({ accountId: z.string().optional(), cloudId: z.string().default('jira') });

/** Authorise first, then parse: a caller without the right learns nothing about what is valid. */
async function invoke(
  definition: Definitions[keyof Definitions],
  payload: unknown,
  context: unknown,
): Promise<unknown> {
  const { accountId, cloudId } = contextSchema.parse(context);
  await requireRole(definition.role, projectOf.safeParse(payload).data?.projectKey, accountId);
  return definition.run(payload, { accountId: accountId ?? '', site: cloudId });
}

const resolver = new Resolver();
for (const [name, definition] of Object.entries(definitions)) {
  resolver.define(name, ({ payload, context }: { payload: unknown; context: unknown }) =>
    answer(() => invoke(definition, payload, context)),
  );
}

export const handleResolver = resolver.getDefinitions();
