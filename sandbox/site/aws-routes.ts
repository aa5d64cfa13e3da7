/** What administrators do in AWS's console, over HTTP: for people, and for clients outside. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type Aws, AwsError } from '../aws';

const account = z.string().regex(/^\d{12}$/, 'must have 12 digits');

const stack = z.strictObject({
  template: z.string(),
  parameters: z.record(z.string(), z.string()).exactOptional(),
  account: account.exactOptional(),
  region: z.string().exactOptional(),
  stackName: z.string().exactOptional(),
});

const stackName = z.strictObject({
  stackName: z.string(),
  account: account.exactOptional(),
  region: z.string().exactOptional(),
});

const events = z.strictObject({
  webTriggerUrl: z.string(),
  key: z.string(),
  roleArn: z.string().exactOptional(),
  account: account.exactOptional(),
  region: z.string().exactOptional(),
  stackName: z.string().exactOptional(),
});

/** `configuration` as GetGlobalSettings shows it; AWS's words say what is wrong with it. */
const jiraConnector = z.strictObject({
  configuration: z.record(z.string(), z.string()),
  account: account.exactOptional(),
  region: z.string().exactOptional(),
});

const share = z.number().min(0).max(1);

const eventFaults = z.strictObject({
  duplicate: z.union([z.boolean(), share]).exactOptional(),
  reorder: z.boolean().exactOptional(),
  lose: share.exactOptional(),
  delayMs: z.int().min(0).exactOptional(),
  seed: z.int().exactOptional(),
});

const workload = z.strictObject({
  name: z.string().min(3).max(100),
  lenses: z.array(z.string()).min(1),
  account: account.exactOptional(),
  region: z.string().exactOptional(),
});

/** `on` ends every trouble of the Region. */
const region = z.strictObject({
  region: z.string(),
  account: account.exactOptional(),
  is: z.enum(['on', 'sts-deactivated', 'not-opted-in', 'withdrawn']),
});

const accessKey = z.strictObject({ accessKeyId: z.string(), is: z.enum(['inactive', 'deleted']) });

const failure = z.strictObject({
  operation: z.string(),
  times: z.int().min(1).exactOptional(),
  code: z.string().exactOptional(),
  status: z.int().min(400).max(599).exactOptional(),
  message: z.string().exactOptional(),
});

const clock = z.strictObject({ skewMs: z.int() });

/** POST under /sandbox/aws; a request that cannot be done answers 400 with AWS's words, and changes nothing. */
export function awsRoutes(aws: Aws): Hono {
  const { admin } = aws;
  const app = new Hono();
  const on: On = (path, schema, run) => {
    app.post(path, (context) => answer(context, schema, run));
  };
  on('/stacks', stack, (body) => ({ outputs: admin.deployStack(body) }));
  on('/delete-stack', stackName, (body) => {
    admin.deleteStack(body);
    return {};
  });
  eventRoutes(app, aws, on);
  on('/jira-connector', jiraConnector, ({ configuration, ...where }) => {
    admin.setJiraConnector(configuration, where);
    return {};
  });
  on('/workloads', workload, (body) => ({ arn: admin.addWorkload(body).arn }));
  on('/regions', region, ({ region: name, account: owner, is }) => {
    if (is === 'on') {
      admin.enableRegion(name, owner);
      admin.restoreService(name);
    } else if (is === 'withdrawn') admin.withdrawService(name);
    else admin.disableRegion(name, owner, is);
    return {};
  });
  on('/access-keys', accessKey, ({ accessKeyId, is }) => {
    if (is === 'inactive') admin.deactivateAccessKey(accessKeyId);
    else admin.deleteAccessKey(accessKeyId);
    return {};
  });
  on('/fail-next', failure, (body) => {
    admin.failNext(body);
    return {};
  });
  on('/clock', clock, ({ skewMs }) => {
    admin.skewClock(skewMs);
    return {};
  });
  app.get('/authorised', (context) => context.json(admin.authorised()));
  return app;
}

type On = <T>(path: string, schema: z.ZodType<T>, run: (body: T) => object) => void;

/** /events deploys `aws/events.yaml`; /deliveries shows what it brought about, /event-faults makes it unreliable. */
function eventRoutes(app: Hono, { admin, events: bridge }: Aws, on: On): void {
  on('/events', events, (body) => ({ outputs: admin.deployEvents(body) }));
  on('/event-faults', eventFaults, (body) => {
    bridge.setFaults(body);
    return {};
  });
  app.get('/deliveries', (context) =>
    context.json({ attempts: bridge.attempts(), waiting: bridge.waiting() }),
  );
}

async function answer<T>(
  context: Context,
  schema: z.ZodType<T>,
  run: (body: T) => object,
): Promise<Response> {
  const body = schema.safeParse(await context.req.json().catch(() => undefined));
  if (!body.success) return context.json({ error: { message: z.prettifyError(body.error) } }, 400);
  try {
    return context.json(run(body.data));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return context.json({ error: { code: error.code, message: error.message } }, 400);
  }
}
