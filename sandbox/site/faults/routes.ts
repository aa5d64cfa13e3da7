/** The faults of the site over HTTP: `/sandbox/faults`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { FAULTS } from './model';
import type { FaultsOfSite } from './switchboard';

/**
 * POST sets the faults that hold from now on; `{}` ends all. What is not a document of faults answers 400 and
 * changes nothing. GET: those that hold, and how often each was met since.
 */
export function faultRoutes(faults: FaultsOfSite): Hono {
  const routes = new Hono();
  routes.post('/', async (context) => {
    const body = FAULTS.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json({ error: { message: z.prettifyError(body.error) } }, 400);
    faults.set(body.data);
    return context.json({ faults: body.data });
  });
  routes.get('/', (context) => context.json({ faults: faults.current(), met: faults.met() }));
  return routes;
}
