/** The app's one installation on the local site: names that Forge would give. */
import type { RuntimeFacts } from './protocol';

export const CLOUD_ID = '00000000-0000-4000-8000-00000000c10d';
export const ENVIRONMENT_ID = '00000000-0000-4000-8000-0000000000e1';
export const INSTALLATION_ID = '00000000-0000-4000-8000-000000000111';
export const ENVIRONMENT_TYPE = 'DEVELOPMENT';
export const APP_VERSION = '1.0.0';
const SITE_ARI = `ari:cloud:jira::site/${CLOUD_ID}`;

/** Of the manifest, what a running function is told. */
interface InstalledApp {
  readonly appId: string;
  readonly scopes: readonly string[];
  readonly egress: readonly string[];
}

/** What the platform tells of a paid app's licence, as far as apps decide by it; nothing where the app is not sold. */
export interface License {
  readonly isActive: boolean;
}

/** `__forge_runtime__`'s plain part. */
export function runtimeFacts(
  app: InstalledApp,
  functionKey: string,
  invocationId: string,
  {
    accountId,
    moduleKey = functionKey,
    license,
  }: {
    readonly accountId: string | undefined;
    readonly moduleKey?: string;
    readonly license?: License | undefined;
  },
): RuntimeFacts {
  const appContext = {
    appId: app.appId,
    appVersion: APP_VERSION,
    environmentId: ENVIRONMENT_ID,
    environmentType: ENVIRONMENT_TYPE,
    installationId: INSTALLATION_ID,
    invocationId,
    functionKey,
    moduleKey,
    moduleType: 'core:function',
    permissions: { scopes: app.scopes, external: { fetch: { backend: app.egress } } },
    ...(license === undefined ? {} : { license }),
  };
  return { appContext, contextAri: SITE_ARI, ...(accountId === undefined ? {} : { aaid: accountId }) };
}

/** The second argument of every handler. */
export function invocationContext(accountId: string | undefined): object {
  return {
    installContext: SITE_ARI,
    installation: { ari: { installationId: INSTALLATION_ID }, contexts: [{ cloudId: CLOUD_ID }] },
    ...(accountId === undefined ? {} : { principal: { accountId } }),
  };
}

/** The first argument of a resolver: what the page called, and where the page is. */
export function resolverRequest(
  functionKey: string,
  payload: unknown,
  accountId: string | undefined,
  context: Readonly<Record<string, unknown>>,
): object {
  const pageContext = {
    cloudId: CLOUD_ID,
    environmentId: ENVIRONMENT_ID,
    environmentType: ENVIRONMENT_TYPE,
    siteUrl: 'https://local.example.invalid',
    localId: 'local',
    ...(accountId === undefined ? {} : { accountId }),
    ...context,
  };
  return { call: { functionKey, payload }, context: pageContext };
}
