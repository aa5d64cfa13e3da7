import { z } from 'zod';
import type { MoveTarget } from '../jira';
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
  | { readonly kind: 'none' }
  | { readonly kind: 'chosen'; readonly id: string }
  | { readonly kind: 'undecided'; readonly allowed: readonly string[] };

/**
 * The resolution to send: none unless the transition lists the field, and none for reopening unless it is
 * required. Then the only one allowed, else the site's default, else "Done".
 */
export async function chooseResolution(
  http: Http,
  transition: Transition,
  target: MoveTarget,
): Promise<ResolutionChoice> {
  const field = transition.fields.resolution;
  if (field === undefined || (target.to === 'open' && field.required !== true)) return { kind: 'none' };
  const allowed = allowedResolutions(field);
  const [only] = allowed;
  if (only !== undefined && allowed.length === 1) return { kind: 'chosen', id: only.id };
  const chosen = (await defaultResolution(http, allowed)) ?? allowed.find(isDone);
  if (chosen !== undefined) return { kind: 'chosen', id: chosen.id };
  return { kind: 'undecided', allowed: allowed.map(({ id, name }) => name ?? id) };
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
  } as const;
  const { values } = await http.read(call, pageSchema);
  const found = values.find((value) => value.isDefault === true || value.default === true);
  return allowed.find(({ id }) => id === found?.id);
}

function isDone({ id, name }: Resolution): boolean {
  return id === DONE.id || name === DONE.name;
}
