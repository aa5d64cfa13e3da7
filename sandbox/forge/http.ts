/** The host over HTTP, for clients outside: `/forge/…`. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Host, Invocation } from './host';
import { type FailureCode, InvocationFailure } from './invocation-failure';
import type { KillOrder } from './kill-switch';
import { webTriggerRoutes } from './triggers/web-routes';

const invocation = z
  .object({
    functionKey: z.string().min(1),
    payload: z.unknown(),
    accountId: z.string().min(1).optional(),
    context: z.record(z.string(), z.unknown()).optional(),
  })
  .transform((body) => body as Invocation);

const killOrder = z
  .object({
    call: z.number().int().positive(),
    when: z.enum(['before', 'after']),
    of: z.enum(['all', 'jira', 'aws', 'kvs', 'queue', 'other']).optional(),
    redeliver: z.boolean().optional(),
  })
  .transform((body) => body as KillOrder);

const STATUS: Readonly<Record<FailureCode, 404 | 413 | 429 | 500 | 504>> = {
  UNKNOWN_FUNCTION: 404,
  PAYLOAD_TOO_BIG: 413,
  TOO_MANY_INVOCATIONS: 429,
  TIME_LIMIT: 504,
  OUT_OF_MEMORY: 500,
  CRASHED: 500,
  KILLED: 500,
  APP_ERROR: 500,
};

/**
 * POST /invoke: a resolver's answer as JSON (`null` for none), or {error: {code, message}}.
 * GET /idle?timeout=SECONDS: 200 when the queues have drained, 504 when they have not in time.
 * Any method at /webtrigger/ID and below: a web trigger.
 * POST /kill, DELETE /kill, GET /calls: the kill switch. GET /logs: what app and host logged.
 */
export function forgeRoutes(host: Host): Hono {
  const routes = new Hono();
  routes.post('/invoke', async (context) => {
    const body = invocation.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json(malformed(body.error), 400);
    try {
      return context.json((await host.invoke(body.data)) ?? null);
    } catch (error) {
      if (!(error instanceof InvocationFailure)) throw error;
      return context.json({ error: { code: error.code, message: error.message } }, STATUS[error.code]);
    }
  });
  routes.get('/idle', async (context) => {
    const seconds = Number(context.req.query('timeout') ?? 60);
    const idle = await host.idle((Number.isFinite(seconds) ? seconds : 60) * 1000);
    return context.json({ idle, ...host.queueCounts() }, idle ? 200 : 504);
  });
  routes.post('/kill', async (context) => {
    const body = killOrder.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json(malformed(body.error), 400);
    host.killAt(body.data);
    return context.json({ armed: body.data });
  });
  routes.delete('/kill', (context) => {
    host.resetCalls();
    return context.body(null, 204);
  });
  routes.get('/calls', (context) => context.json(host.calls()));
  routes.route(
    '/webtrigger',
    webTriggerRoutes((id, request) => host.callWebTrigger(id, request)),
  );
  routes.get('/logs', (context) => context.text(`${host.logs().join('\n')}\n`));
  return routes;
}

function malformed(error: z.ZodError): object {
  return { error: { code: 'MALFORMED', message: z.prettifyError(error) } };
}
