/** What a row of the table of settings is made of. Pure. */
import type { z } from 'zod';

/** A setting as a member of the site's settings, or of a link's. */
export interface Member {
  /** Strict: what people send. */
  readonly payload: z.ZodType;
  /** Tolerant: what is read from storage, where it may be missing: a record without it is a whole one. */
  readonly stored: z.ZodDefault | z.ZodExactOptional;
}

/** A setting by where it may be set. */
export interface Row {
  readonly site?: Member;
  readonly link?: Member;
}

/** Left out of a payload or of storage, it is `value`. */
export function defaulted<T>(payload: z.ZodType<T>, value: T, stored: z.ZodType<T> = payload) {
  const byDefault = value as z.core.util.NoUndefined<T>;
  return { payload: payload.default(byDefault), stored: stored.default(byDefault) };
}

/** Left out, there is none. */
export function optional<T>(payload: z.ZodType<T>, stored: z.ZodType<T> = payload) {
  return { payload: payload.exactOptional(), stored: stored.exactOptional() };
}

/** A link that has none of its own takes the site's, which is `value` at first. */
export function shared<T>(payload: z.ZodType<T>, value: T, stored: z.ZodType<T> = payload) {
  return { site: defaulted(payload, value, stored), link: optional(payload, stored) };
}
