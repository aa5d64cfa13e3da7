/** The manifest's page modules and the resources that they show. */

/** Modules of Jira that show a resource, as far as the local site has a place for them. */
export const PAGE_TYPES = [
  'jira:adminPage',
  'jira:projectPage',
  'jira:projectSettingsPage',
  'jira:issueContext',
] as const;

export type PageType = (typeof PAGE_TYPES)[number];

export interface PageModule {
  readonly type: PageType;
  readonly key: string;
  /** Key of the resource. */
  readonly resource: string;
  /**
   * An admin page behind the app's buttons Configure or Get started, and therefore in no sidebar:
   * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/
   */
  readonly buttons: readonly AppButton[];
}

/** Of the app's entry in the list of apps. */
export type AppButton = 'Configure' | 'Get started';

export interface PageModules {
  readonly pages: readonly PageModule[];
  /** Folder of each resource, from the app's folder. */
  readonly resources: ReadonlyMap<string, string>;
  /** `permissions.content`: what the pages may do beyond the platform's defaults. */
  readonly content: { readonly styles: readonly string[]; readonly scripts: readonly string[] };
}

export interface RawPageModule {
  readonly key: string;
  readonly resource?: string;
  readonly useAsConfig?: boolean;
  readonly useAsGetStarted?: boolean;
}

export interface RawPages {
  readonly modules?: Readonly<Record<string, readonly RawPageModule[] | undefined>>;
  readonly resources?: readonly { readonly key: string; readonly path: string }[];
  readonly permissions?: {
    readonly content?: { readonly styles?: readonly string[]; readonly scripts?: readonly string[] };
  };
}

/** @throws Error naming the module whose resource is missing */
export function pageModules({ modules = {}, resources = [], permissions }: RawPages): PageModules {
  const folders = new Map(resources.map(({ key, path }) => [key, path]));
  const pages = PAGE_TYPES.flatMap((type) =>
    (modules[type] ?? []).flatMap(({ key, resource, ...raw }) => {
      if (resource === undefined) return [];
      if (!folders.has(resource)) throw new Error(`${type} ${key} names no resource "${resource}"`);
      return [{ type, key, resource, buttons: buttonsOf(raw) }];
    }),
  );
  const { styles = [], scripts = [] } = permissions?.content ?? {};
  return { pages, resources: folders, content: { styles, scripts } };
}

function buttonsOf({
  useAsConfig = false,
  useAsGetStarted = false,
}: Omit<RawPageModule, 'key'>): readonly AppButton[] {
  return [
    ...(useAsConfig ? (['Configure'] as const) : []),
    ...(useAsGetStarted ? (['Get started'] as const) : []),
  ];
}
