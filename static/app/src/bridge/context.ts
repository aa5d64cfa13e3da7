/** Where the platform opened the page, parsed. */
import { view } from '@forge/bridge';

export const MODULE_TYPES = [
  'jira:adminPage',
  'jira:projectSettingsPage',
  'jira:projectPage',
  'jira:issueContext',
] as const;

export type ModuleType = (typeof MODULE_TYPES)[number];

export interface PageContext {
  readonly module: ModuleType;
  /** Of the signed-in person. */
  readonly accountId: string | undefined;
  /** Scheme, host and path of Jira, without a trailing slash. */
  readonly siteUrl: string;
  readonly projectKey: string | undefined;
  readonly issueKey: string | undefined;
  readonly locale: string;
  readonly colorMode: 'light' | 'dark' | 'auto';
}

/** @throws Error where the platform opens a module that the app has no page for */
export async function readContext(): Promise<PageContext> {
  const context = await view.getContext();
  const extension = context.extension as Partial<Record<string, unknown>>;
  const module = MODULE_TYPES.find((type) => type === extension.type);
  if (module === undefined) throw new Error(`There is no page for ${String(extension.type)}`);
  return {
    module,
    accountId: context.accountId,
    siteUrl: context.siteUrl.replace(/\/$/, ''),
    projectKey: keyOf(extension.project),
    issueKey: keyOf(extension.issue),
    locale: context.locale.replace('_', '-'),
    colorMode: colorModeOf(context.theme?.colorMode),
  };
}

function keyOf(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null || !('key' in part)) return undefined;
  return typeof part.key === 'string' ? part.key : undefined;
}

function colorModeOf(mode: unknown): PageContext['colorMode'] {
  return mode === 'light' || mode === 'dark' ? mode : 'auto';
}
