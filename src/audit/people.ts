/** Who acted: entries hold a random reference; the account id stands in these records alone, which erasure deletes. */
import type { kvs as forgeKvs } from '@forge/kvs';
import { z } from 'zod';
import { whenAll } from '../in-flight';
import { byPrefix } from '../storage/by-prefix';
import { decode, encode } from '../storage/decode';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import { logRecordProblem, type RecordLog } from '../storage/record-log';
import { hash } from '../hash';

const schema = z.object({
  ref: z.string(),
  accountId: z.string(),
  /** ISO 8601: since when the account is known here; what the report to Atlassian asks for. */
  at: z.string(),
});

export type Person = Readonly<z.infer<typeof schema>>;

const BY_ACCOUNT = 'person:';
const BY_REF = 'person-ref:';

/** Who acts has one reference, found by the account. */
export const personRecord = defineRecord<Person, string>({
  name: 'person',
  key: (accountId) => `${BY_ACCOUNT}${hash(accountId)}`,
  version: 1,
  schema,
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'The account did nothing that is told, or was erased: what it does next gets a new reference.',
    unreadable: 'As absent.',
  },
});

/** The same, found by the reference that entries hold. */
export const personRefRecord = defineRecord<Person, string>({
  name: 'person-ref',
  key: (ref) => `${BY_REF}${ref}`,
  version: 1,
  schema,
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'Who acted was erased: entries with the reference tell that it was a person.',
    unreadable: 'As absent.',
  },
});

export type PeopleStorage = Pick<typeof forgeKvs, 'get' | 'set' | 'query' | 'transact' | 'delete'>;

export interface People {
  /** The reference of an account; made at random where it has none. One read. */
  refOf(accountId: string): Promise<string>;
  /** Accounts by reference; those that were erased are not among them. One read each. */
  accountsOf(refs: Iterable<string>): Promise<ReadonlyMap<string, string>>;
  /** Everybody who has a reference. */
  all(): AsyncGenerator<Person>;
  /** The account is known from now on, as the report tells it. */
  renew(accountId: string): Promise<void>;
  /** From then on nobody can tell whom its references mean. */
  erase(accountId: string): Promise<void>;
}

export interface PeopleOptions {
  /** A write that is repeated comes to the same. */
  readonly kvs: PeopleStorage;
  readonly clock: { now(): number };
  /** That many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  readonly log?: RecordLog;
}

const REF_BYTES = 12;

export function createPeople({ kvs, clock, random, log = logRecordProblem }: PeopleOptions): People {
  const byAccount = openRecord(personRecord, kvs, log);
  const byRef = openRecord(personRefRecord, kvs, log);

  /** Both or none: a reference that erasure does not find would stay. */
  const save = (person: Person) =>
    kvs
      .transact()
      .set(personRefRecord.key(person.ref), encode(personRefRecord, undefined, person))
      .set(personRecord.key(person.accountId), encode(personRecord, undefined, person))
      .execute();

  async function* all(): AsyncGenerator<Person> {
    for await (const { key, value } of byPrefix(kvs, BY_REF)) {
      const reading = decode(personRefRecord, key, value);
      if (reading.kind === 'value') yield reading.value;
    }
  }

  return {
    async refOf(accountId) {
      const known = await byAccount.read(accountId);
      if (known) return known.ref;
      const ref = Buffer.from(random(REF_BYTES)).toString('hex');
      const person: Person = { ref, accountId, at: new Date(clock.now()).toISOString() };
      await save(person);
      return ref;
    },
    async accountsOf(refs) {
      const people = await whenAll([...new Set(refs)].map((ref) => byRef.read(ref)));
      return new Map(people.flatMap((person) => (person ? [[person.ref, person.accountId] as const] : [])));
    },
    all,
    async renew(accountId) {
      const known = await byAccount.read(accountId);
      if (known) await save({ ...known, at: new Date(clock.now()).toISOString() });
    },
    async erase(accountId) {
      await kvs.delete(personRecord.key(accountId));
      // Two that acted first at the same moment may have made two references.
      for await (const person of all())
        if (person.accountId === accountId) await kvs.delete(personRefRecord.key(person.ref));
    },
  };
}
