/** Key spaces: plain values, secrets and the values of each entity share keys but not rows. */
import type { Clock } from '../../clock';
import type { Store } from '../../store/store';
import { entityValueError } from './entities/attributes';
import type { EntitySchema } from './entities/schema';
import { createRows, type Row, type Rows } from './rows';
import type { KvsError } from './kvs-error';
import { valueError } from './rules';

export interface Space {
  readonly rows: Rows;
  /** Absent for plain values and secrets. */
  readonly schema?: EntitySchema;
}

export interface Spaces {
  readonly plain: Space;
  readonly secret: Space;
  /** The space of an entity, or the plain one without a name; `undefined` if the manifest declares none such. */
  of(entityName: string | undefined): Space | undefined;
}

/** Code and message as reported from a live site. */
export const SCHEMA_NOT_FOUND: KvsError = {
  status: 404,
  code: 'SCHEMA_NOT_FOUND',
  message: 'The schema provided does not exist',
};

export function createSpaces(
  store: Store,
  clock: Clock,
  entities: readonly EntitySchema[],
  expiryLagMs: number,
): Spaces {
  const rows = (table: string): Rows => createRows(store.table<Row>(table), clock, expiryLagMs);
  const plain = { rows: rows('forge.kvs') };
  const named = new Map(
    entities.map((schema) => [schema.name, { schema, rows: rows(`forge.entity.${schema.name}`) }]),
  );
  return {
    plain,
    secret: { rows: rows('forge.secrets') },
    of: (entityName) => (entityName === undefined ? plain : named.get(entityName)),
  };
}

/** Answers why a value may not stand in a space, if so. */
export function spaceValueError({ schema }: Space, value: unknown): KvsError | undefined {
  return valueError(value) ?? (schema === undefined ? undefined : entityValueError(schema, value));
}
