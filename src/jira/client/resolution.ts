import { z } from 'zod';
import type { DoneAs, MoveTarget } from '../jira';
import { because } from '../reasons';
import type { Http } from './http';
import { route } from './requester';
import type { ScreenField, Transition } from './transition-schema';

/** Jira's own "Done" on sites of today; used only where the screen allows it. */
const DONE = { id: '10000', name: 'Done' } as const;

const resolution = z.object({ id: z.string(), name: z.string().optional() });
type Resolution = z.infer<typeof resolution>;

/** Jira's schema says `default`, its example `isDefault`. */
const pageSchema = z.object({
  values: z
    .array(resolution.extend({ default: z.boolean().optional(), isDefault: z.boolean().optional() }))
    .default([]),
});

export type ResolutionChoice =
  | { readonly kind: 'none' | 'cleared' }
  | { readonly kind: 'chosen'; readonly id: string }
  | { readonly kind: 'undecided'; readonly allowed: readonly string[] };

/**
 * The resolution to send: none unless the transition lists the field. For reopening it is cleared where the issue has
 * one, unless the field is required; that a screen takes `null` then is unverified (J9). Else it is one that the
 * target wants, or the only one allowed, or the site's default, or "Done"; one that means something else only where
 * the screen demands a resolution.
 */
export async function chooseResolution(
  http: Http,
  transition: Transition,
  target: MoveTarget,
): Promise<ResolutionChoice> {
  const field = transition.fields.resolution;
  if (field === undefined) return { kind: 'none' };
  const required = field.required === true;
  const back = backTo(target, field);
  if (back !== undefined) return back;
  if (target.to === 'open' && !required) return { kind: target.isResolved === true ? 'cleared' : 'none' };
  const allowed = allowedResolutions(field);
  const as = target.to === 'done' ? target.as : undefined;
  const wanted = wantedOf(as, allowed);
  if (wanted !== undefined) return { kind: 'chosen', id: wanted.id };
  const usual = await usualResolution(http, allowed);
  if (!required && usual !== undefined && as?.otherResolutionIds.includes(usual.id)) return { kind: 'none' };
  if (usual !== undefined) return { kind: 'chosen', id: usual.id };
  return { kind: 'undecided', allowed: allowed.map(({ id, name }) => name ?? id) };
}

/** As the issue was resolved before; undefined where nobody asks for it, and where the screen does not let it. */
function backTo({ to, resolution }: MoveTarget, field: ScreenField): ResolutionChoice | undefined {
  if (resolution === undefined) return undefined;
  if (resolution === null && field.required === true) return undefined;
  if (resolution === null) return { kind: to === 'open' ? 'cleared' : 'none' };
  return allowedResolutions(field).some(({ id }) => id === resolution)
    ? { kind: 'chosen', id: resolution }
    : undefined;
}

/** What a transition's body says of the resolution. */
export function resolutionField(choice: Exclude<ResolutionChoice, { kind: 'undecided' }>): object {
  if (choice.kind === 'none') return {};
  return { fields: { resolution: choice.kind === 'chosen' ? { id: choice.id } : null } };
}

/** The first that is wanted of those on a transition's screen. */
export function offeredResolution({ fields }: Transition, as: DoneAs | undefined): Resolution | undefined {
  return fields.resolution && offeredOn(fields.resolution, as);
}

/** The first that is wanted of those that a screen's field offers. */
export function offeredOn(field: ScreenField, as: DoneAs | undefined): Resolution | undefined {
  return wantedOf(as, allowedResolutions(field));
}

function wantedOf(as: DoneAs | undefined, allowed: readonly Resolution[]): Resolution | undefined {
  return as?.resolutionIds.flatMap((wanted) => allowed.find(({ id }) => id === wanted) ?? [])[0];
}

async function usualResolution(http: Http, allowed: readonly Resolution[]): Promise<Resolution | undefined> {
  const [only] = allowed;
  if (allowed.length === 1) return only;
  return (await defaultResolution(http, allowed)) ?? allowed.find(isDone);
}

function allowedResolutions(field: ScreenField): readonly Resolution[] {
  return (field.allowedValues ?? []).flatMap((value) => resolution.safeParse(value).data ?? []);
}

/** Team-managed projects know no default resolution; then the page is empty. */
async function defaultResolution(
  http: Http,
  allowed: readonly Resolution[],
): Promise<Resolution | undefined> {
  const path = route`/rest/api/3/resolution/search?onlyDefault=true`;
  const call = {
    what: because('to-read-default-resolution'),
    method: 'GET',
    route: path,
    repeatable: true,
    once: true,
  } as const;
  const { values } = await http.read(call, pageSchema);
  const found = values.find((value) => value.isDefault === true || value.default === true);
  return allowed.find(({ id }) => id === found?.id);
}

function isDone({ id, name }: Resolution): boolean {
  return id === DONE.id || name === DONE.name;
}
