/**
 * Settings of site and link as schemas, made of the table: strict of what people send, tolerant of what is stored.
 */
import { z } from 'zod';
import type { Member, Row } from './row';
import { SETTINGS } from './table';

type Table = typeof SETTINGS;
type Level = keyof Row;

/** The settings of one place, each as its schema. */
type Shape<P extends Level, M extends keyof Member> = {
  [N in keyof Table as Table[N] extends Readonly<Record<P, Member>> ? N : never]: Table[N] extends Readonly<
    Record<P, Readonly<Record<M, infer S>>>
  >
    ? S
    : never;
};

function shapeOf<P extends Level, M extends keyof Member>(place: P, member: M): Shape<P, M> {
  const rows: [string, Row][] = Object.entries(SETTINGS);
  const shape = rows.flatMap(([name, { [place]: found }]) => (found ? [[name, found[member]]] : []));
  return Object.fromEntries(shape) as Shape<P, M>;
}

export const siteSettingsSchema = z.strictObject(shapeOf('site', 'payload'));
export const linkSettingsSchema = z.strictObject(shapeOf('link', 'payload'));

export const storedSiteSettings = z.object(shapeOf('site', 'stored'));
export const storedLinkSettings = z.object(shapeOf('link', 'stored'));
