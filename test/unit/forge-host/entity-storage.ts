import { manualClock } from '../../../sandbox/clock';
import { entitySchemas, type RawEntity } from '../../../sandbox/forge/kvs/entities/schema';
import { createKvs } from '../../../sandbox/forge/kvs/kvs';
import { openStore } from '../../../sandbox/store/store';

export const EMPLOYEE: RawEntity = {
  name: 'employee',
  attributes: {
    surname: { type: 'string' },
    age: { type: 'integer' },
    pay: { type: 'float' },
    left: { type: 'boolean' },
    notes: { type: 'any' },
  },
  indexes: [
    'surname',
    { name: 'by-age', range: ['age'] },
    { name: 'by-surname-age', partition: ['surname'], range: ['age'] },
  ],
};
const TEAM: RawEntity = { name: 'team', attributes: { size: { type: 'integer' } } };

/** Storage with two entities, asked as @forge/kvs asks. */
export function storage(queryLagMs = 0, expiryLagMs = 0) {
  const clock = manualClock(1_000_000);
  const entities = entitySchemas([EMPLOYEE, TEAM]);
  const kvs = createKvs({ store: openStore(), clock, entities, queryLagMs, expiryLagMs });
  const ask = (operation: string, body: unknown) => kvs.endpoint(`/api/v1/${operation}`, body);
  const put = (key: string, value: object) => ask('entity/set', { entityName: 'employee', key, value });
  const find = (query: object) => ask('entity/query', { entityName: 'employee', ...query });
  return { ask, put, find, clock };
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}
export const keys = ({ body }: Answer) => (body as { data: { key: string }[] }).data.map(({ key }) => key);
export const codeOf = ({ body }: Answer) => (body as { code?: string } | undefined)?.code;
