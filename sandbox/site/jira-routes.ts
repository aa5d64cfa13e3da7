/** What tests and people order of Jira, over HTTP. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Jira } from '../jira/jira';

const which = { operation: z.string(), times: z.int().min(1).default(1) };

/** A status of one's own, or the answer of a limit. */
const failure = z.union([
  z.strictObject({
    ...which,
    status: z.int().min(400).max(599),
    headers: z.record(z.string(), z.string()).exactOptional(),
    body: z.unknown().optional(),
    apply: z.boolean().exactOptional(),
  }),
  z.strictObject({
    ...which,
    limit: z.enum([
      'jira-quota-global-based',
      'jira-quota-tenant-based',
      'jira-burst-based',
      'jira-per-issue-on-write',
      'gateway',
    ]),
  }),
]);

/** POST /fail-next lets the next answers of an operation fail; what cannot be done answers 400. */
export function jiraRoutes({ admin }: Jira): Hono {
  const app = new Hono();
  app.post('/fail-next', async (context) => {
    const body = failure.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json({ error: { message: z.prettifyError(body.error) } }, 400);
    try {
      admin.failNext(body.data);
    } catch (error) {
      return context.json({ error: { message: String(error) } }, 400);
    }
    return context.json({});
  });
  return app;
}
