/** The whole local site on one port: Jira, AWS and the Forge host with the app on it. */
import path from 'node:path';
import { buildPages } from '../../tools/build-pages';
import { bundleApp } from '../../tools/bundle-app';
import {
  addLensWorkloads,
  type Aws,
  createAws,
  type Lens,
  loadLensFiles,
  seedDefaultWorld,
  seedDemonstrationAccount,
} from '../aws';
import { type SiteClock, systemClock } from '../clock';
import { createHost, type Host } from '../forge/host';
import { type AppManifest, readManifest } from '../forge/manifest';
import { createJira, type Jira } from '../jira/jira';
import { limitsWith } from '../limits/table';
import { openStore, type Store } from '../store/store';
import { createAccount, type Charges } from './charges';
import { persistClock } from './clock-state';
import { deliverTo } from './deliver-events';
import { listen } from './listen';
import { createRequestLog, type LoggedRequest } from './request-log';
import { siteRoutes } from './routes';
import { connectAws } from './seed';
import { FAULTS } from './faults/model';
import { createFaults, type FaultsOfSite } from './faults/switchboard';
import { createServices } from './services';
import type { SiteOptions } from './site-options';

export type { SiteOptions } from './site-options';

export interface Site {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string;
  readonly jira: Jira;
  readonly aws: Aws;
  readonly host: Host;
  readonly store: Store;
  readonly clock: SiteClock;
  readonly faults: Pick<FaultsOfSite, 'set' | 'met'>;
  /**
   * Resolves with true when AWS has delivered its events and the app has done its work, later retries of AWS
   * excepted; with false after `timeoutMs`, 60 s by default, for each of the two.
   */
  idle(timeoutMs?: number): Promise<boolean>;
  /** As `idle`, but what is due later may wait: for a site whose clock is moved by hand. */
  caughtUp(timeoutMs?: number): Promise<boolean>;
  /** Every Jira and AWS call since the start or the last `clearRequests()`. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
  /** What the platform would charge the app for, since the start or the last `POST /sandbox/charges/reset`. */
  charges(): Charges;
  /** Ends it all. What `stateDir` holds can be started again. */
  close(): Promise<void>;
}

const PROJECT = path.join(__dirname, '..', '..');

/**
 * Starts a site and answers when it is ready. It answers to this machine only.
 *
 * @throws LensFileError for a malformed lens file, before anything is loaded; PortInUse; Error if the app
 * cannot be bundled.
 */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const { appDirectory = PROJECT } = options;
  const lenses = loadLensFiles(options.lensFiles ?? []);
  const listener = await listen(options.port ?? 0);
  try {
    const [bundle] = await Promise.all([bundleApp(appDirectory), options.pages ? buildPages() : undefined]);
    const manifest = readManifest(appDirectory);
    const parts = openParts(options, manifest, listener.url, lenses);
    const { clock, store, log, services, jira, aws, faults } = parts;
    const host = openHost(options, parts, {
      appDirectory,
      bundleDirectory: bundle.directory,
      url: listener.url,
    });
    jira.listen(host.eventTypes, (event, properties) => host.raise(event, properties));
    if (options.seed !== false) await connectAws(host, aws, store).catch(closing(host));
    log.clear();
    const account = createAccount(host, jira);
    account.reset();
    faults.connect({ host, jira, aws });
    faults.set(FAULTS.parse(options.faults ?? {}));
    const site = { url: listener.url, jira, aws, host, store, clock, faults };
    const routes = siteRoutes({ ...site, appDirectory, account }, services, log);
    listener.open(routes);
    aws.events.connect(deliverTo(listener.url, (request) => routes.fetch(request)));
    return {
      ...site,
      idle: (timeoutMs) => restOf(site, (limitMs) => host.idle(limitMs), timeoutMs),
      caughtUp: (timeoutMs) => restOf(site, (limitMs) => host.caughtUp(limitMs), timeoutMs),
      requests: () => log.list(),
      clearRequests: () => log.clear(),
      charges: () => account.charges(),
      async close() {
        await listener.close();
        aws.events.close();
        await host.close();
        store.close();
      },
    };
  } catch (error) {
    await listener.close();
    throw error;
  }
}

function openHost(
  options: SiteOptions,
  { store, clock, services, saveClock, aws, faults }: ReturnType<typeof openParts>,
  app: { readonly appDirectory: string; readonly bundleDirectory: string; readonly url: string },
): Host {
  const { appDirectory, bundleDirectory, url } = app;
  return createHost({
    appDirectory,
    bundleDirectory,
    store,
    clock,
    upstream: {
      jira: (request, caller) => services.jira(request, caller, 'app'),
      aws: (request) => services.aws(request, 'app'),
    },
    onClockMoved() {
      saveClock();
      aws.events.runDue();
      void faults.wake();
    },
    async intervene(call, perform) {
      await options.beforeCall?.(call);
      return faults.intervene(call, call.kind === 'kvs' ? () => services.kvs(perform) : perform);
    },
    webTriggerUrl: `${url}/forge/webtrigger`,
    ...options.repeatable,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.fastForward === undefined ? {} : { fastForward: options.fastForward }),
    ...(options.expiryLagMs === undefined ? {} : { expiryLagMs: options.expiryLagMs }),
    ...(options.unlicensed === undefined ? {} : { unlicensed: options.unlicensed }),
    ...(options.withoutScopes === undefined ? {} : { withoutScopes: options.withoutScopes }),
    ...(options.variables === undefined ? {} : { variables: options.variables }),
    ...(options.stateDir === undefined ? {} : { logFile: path.join(options.stateDir, 'app.log') }),
  });
}

/** Leaves no worker behind where the site does not start. */
function closing(host: Host): (error: unknown) => Promise<never> {
  return async (error) => {
    await host.close();
    throw error;
  };
}

/** The app's work may set off events, and the other way round. */
async function restOf(
  { aws }: Pick<Site, 'aws'>,
  hostRests: (timeoutMs?: number) => Promise<boolean>,
  timeoutMs?: number,
): Promise<boolean> {
  do {
    if (!(await aws.events.idle(timeoutMs)) || !(await hostRests(timeoutMs))) return false;
  } while (!aws.events.isIdle());
  return true;
}

function openParts(options: SiteOptions, manifest: AppManifest, url: string, lenses: readonly Lens[]) {
  const { stateDir, indexLagMs = 0, latency = {}, answered = 'unanswered' } = options;
  const store = openStore(stateDir);
  const clock = options.clock ?? systemClock();
  const saveClock = persistClock(clock, store);
  const log = createRequestLog(clock);
  const propertyIndex = manifest.entityProperties;
  const limits = limitsWith(options.limits ?? {});
  const jira = createJira({ store, clock, baseUrl: `${url}/jira`, indexLagMs, propertyIndex, limits });
  const aws = createAws({ store, clock });
  seedDefaultWorld(aws);
  seedDemonstrationAccount(aws);
  addLensWorkloads(aws, lenses, answered);
  store.commit();
  const faults = createFaults(clock);
  return {
    store,
    clock,
    saveClock,
    log,
    jira,
    aws,
    faults,
    services: createServices(jira, aws, log, latency),
  };
}
