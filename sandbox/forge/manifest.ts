/** What the host needs to know of an app's manifest; anything else in it is left alone. */
import fs from 'node:fs';
import path from 'node:path';
import SCHEMA from '@forge/manifest/schema.json';
import { parse } from 'yaml';
import type { AppFunction } from './app-function';
import { type Consumer, consumersOf, type RawConsumer } from './consumers';
import { type EntitySchema, entitySchemas, type RawEntity } from './kvs/entities/schema';
import { MODULES_IN_PART, MODULES_PLAYED } from './module-types';
import { type PageModules, pageModules, type RawPageModule, type RawPages } from './pages/page-modules';
import { type RawTriggerModules, type TriggerModules, triggerModules } from './triggers/modules';

export interface AppManifest extends TriggerModules {
  /** The last part of `app.id`. */
  readonly appId: string;
  readonly functions: ReadonlyMap<string, AppFunction>;
  /** The consumer of each queue. */
  readonly consumers: ReadonlyMap<string, Consumer>;
  /** The function that answers the calls of a page, by the key of its module; `undefined` for a page that names none. */
  readonly resolvers: ReadonlyMap<string, string | undefined>;
  /** The one of calls that come from no page: what the first module names, else the one called `resolver`. */
  readonly resolver: string | undefined;
  /** `nodejs24.x` and the like. */
  readonly runtime: string | undefined;
  /** Types of modules that Forge knows and the local site leaves alone. */
  readonly notPlayed: readonly string[];
  /** Addresses that the back end may call, as `permissions.external.fetch.backend` lists them. */
  readonly egress: readonly string[];
  readonly scopes: readonly string[];
  /** What `jira:entityProperty` modules index for JQL. */
  readonly entityProperties: readonly EntityPropertyIndex[];
  /** Pages, their resources and what these may do. */
  readonly pages: PageModules;
  /** Custom entities of the app's storage. */
  readonly entities: readonly EntitySchema[];
}

export interface EntityPropertyIndex {
  readonly propertyKey: string;
  readonly path: string;
  readonly type: PropertyType;
  readonly alias?: string;
}

/** Types of the module's `values`. */
export type PropertyType = 'number' | 'string' | 'text' | 'user' | 'date';

/** @throws Error naming what is missing, for a manifest that could not be deployed either. */
export function readManifest(appDirectory: string): AppManifest {
  const file = path.join(appDirectory, 'manifest.yml');
  const document = parse(fs.readFileSync(file, 'utf8')) as Document;
  const functions = new Map(
    (document.modules?.function ?? []).map((raw) => [
      raw.key,
      functionFrom(raw, memoryOf(document, raw), file),
    ]),
  );
  return {
    // `forge register` puts the id there.
    appId: document.app.id?.split('/').at(-1) ?? 'not-registered',
    functions,
    consumers: named(file, () => consumersOf(document.modules?.consumer ?? [], functions)),
    notPlayed: named(file, () => notPlayed(Object.keys(document.modules ?? {}))),
    resolvers: named(file, () => resolversOf(document, functions)),
    runtime: document.app.runtime?.name,
    ...named(file, () => triggerModules(document.modules ?? {}, functions)),
    pages: named(file, () => pageModules(document)),
    resolver: resolverOf(document, functions),
    egress: named(file, () => (document.permissions?.external?.fetch?.backend ?? []).map(addressOf)),
    scopes: named(file, () => scopesOf(document.permissions?.scopes ?? [])),
    entityProperties: (document.modules?.['jira:entityProperty'] ?? []).flatMap(indexesOf),
    entities: entitySchemas(document.app.storage?.entities ?? []),
  };
}

interface Document extends Pick<RawPages, 'resources'> {
  readonly app: {
    readonly id?: string;
    readonly runtime?: RawRuntime;
    readonly storage?: { readonly entities?: readonly RawEntity[] };
  };
  readonly modules?: RawTriggerModules & {
    readonly function?: readonly RawFunction[];
    readonly consumer?: readonly (RawConsumer & RawModule)[];
    readonly 'jira:entityProperty'?: readonly RawEntityProperty[];
    readonly [module: string]: readonly RawModule[] | undefined;
  };
  readonly permissions?: RawPages['permissions'] & {
    readonly scopes?: readonly string[] | object;
    readonly external?: { readonly fetch?: { readonly backend?: readonly RawAddress[] } };
  };
}

interface RawModule extends RawPageModule {
  readonly resolver?: { readonly function?: string; readonly endpoint?: string };
}

interface RawFunction extends RawModule {
  readonly handler: string;
  readonly timeoutSeconds?: number;
  readonly runtime?: RawRuntime;
}

interface RawRuntime {
  readonly name?: string;
  readonly memoryMB?: number;
}

interface RawEntityProperty extends RawModule {
  readonly propertyKey: string;
  readonly values: readonly {
    readonly path: string;
    readonly type: PropertyType;
    readonly searchAlias?: string;
  }[];
}

type RawAddress = string | { readonly address?: string; readonly remote?: string };

/** "The default value is 512 MB." (the manifest's schema) */
export const DEFAULT_MEMORY_MB = 512;

function memoryOf({ app }: Document, { runtime }: RawFunction): number {
  return runtime?.memoryMB ?? app.runtime?.memoryMB ?? DEFAULT_MEMORY_MB;
}

function functionFrom(raw: RawFunction, memoryMb: number, file: string): AppFunction {
  const dot = raw.handler.lastIndexOf('.');
  if (dot < 1) throw new Error(`${file}: function ${raw.key} has no handler of the form "file.export"`);
  const { key, timeoutSeconds } = raw;
  const named = { key, memoryMb, module: raw.handler.slice(0, dot), exportName: raw.handler.slice(dot + 1) };
  return timeoutSeconds === undefined ? named : { ...named, timeoutSeconds };
}

/** Names the file in what is wrong with it. */
function named<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Modules that people look at: of the others a consumer names a resolver too, for its events. */
function shown({ modules = {} }: Document): readonly RawModule[] {
  return Object.entries(modules).flatMap(([type, list]) => (type === 'consumer' ? [] : (list ?? [])));
}

function resolverOf(document: Document, functions: ReadonlyMap<string, AppFunction>): string | undefined {
  const named = shown(document)
    .map((module) => module.resolver?.function)
    .find((key) => key !== undefined);
  return named ?? (functions.has('resolver') ? 'resolver' : undefined);
}

/** @throws Error naming a module whose resolver is none of the app's functions */
function resolversOf(
  document: Document,
  functions: ReadonlyMap<string, AppFunction>,
): ReadonlyMap<string, string | undefined> {
  const pages = shown(document).filter(({ resource }) => resource !== undefined);
  for (const { key, resolver } of pages) {
    if (resolver?.endpoint !== undefined)
      throw new Error(`module ${key} has a remote for a resolver; the local site has no remotes`);
    if (resolver?.function !== undefined && !functions.has(resolver.function))
      throw new Error(`module ${key} names no function "${resolver.function}"`);
  }
  return new Map(pages.map(({ key, resolver }) => [key, resolver?.function]));
}

/** @throws Error naming a type that Forge does not know */
function notPlayed(types: readonly string[]): readonly string[] {
  const played: readonly string[] = [...MODULES_PLAYED, ...Object.keys(MODULES_IN_PART)];
  const unknown = types.find((type) => !(type in SCHEMA.definitions.ModuleSchema.properties));
  if (unknown !== undefined) throw new Error(`Forge has no module "${unknown}"`);
  return types.filter((type) => !played.includes(type));
}

/** @throws Error for a remote, which has its address elsewhere */
function addressOf(raw: RawAddress): string {
  const address = typeof raw === 'string' ? raw : raw.address;
  if (address === undefined) throw new Error('permissions name a remote; the local site has no remotes');
  return address;
}

/** @throws Error for the form that Forge's schema has and its platform does not support yet */
function scopesOf(raw: readonly string[] | object): readonly string[] {
  if (Array.isArray(raw)) return raw as readonly string[];
  throw new Error('permissions.scopes is no list: Forge does not support the other form yet');
}

function indexesOf({ propertyKey, values }: RawEntityProperty): EntityPropertyIndex[] {
  return values.map(({ path: propertyPath, type, searchAlias }) => ({
    propertyKey,
    path: propertyPath,
    type,
    ...(searchAlias === undefined ? {} : { alias: searchAlias }),
  }));
}
