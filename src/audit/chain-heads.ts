/** Where each chain of entries ends, and the one way to make it longer. */
import { Filter, FilterConditions, WhereConditions, type kvs as forgeKvs } from '@forge/kvs';
import { z } from 'zod';
import { canonicalJson } from '../hash';
import { TAKEN, UNMET, unless } from '../storage/conditional';
import { decode, encode } from '../storage/decode';
import { setOptionsOf, valueOf } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import { logRecordProblem, type RecordLog } from '../storage/record-log';
import { patiently } from '../storage/unavailable';
import type { Patience } from '../try-again';
import type { ChainHead } from './chain';
import { AUDIT_ENTITY, auditRecord, type StoredEntry } from './model';

const schema = z.object({
  chain: z.string(),
  projectId: z.string().exactOptional(),
  number: z.int().nonnegative(),
  hash: z.string(),
  position: z.string(),
});

/** It outlives its entries, so that one that is gone before its year is missed. */
export const chainHeadRecord = defineRecord<ChainHead, string>({
  name: 'audit-chain',
  key: (chain) => chain,
  version: 1,
  schema,
  migrations: [],
  storedIn: 'entity',
  unreadable: 'stop',
  means: {
    absent: 'Nothing of the workload, project or site was told yet.',
    unreadable:
      'What is told from then on stands outside the chain, and the check says that it cannot look at the chain.',
  },
});

/** Declared in manifest.yml. */
const ENTITY = 'audit-chain';
const ALL = 'all';
const BY_PROJECT = 'by-project';

type Stored = ChainHead & Readonly<Record<string, unknown>>;

export interface ChainHeads {
  /** Made where there is none. @throws RecordError */
  open(chain: string, projectId: string | undefined): Promise<ChainHead>;
  /** Heads of the site, or of a project, from one on; a few at a time, in the order of their names. */
  list(projectId: string | undefined, from: From | undefined): Promise<readonly Listed[]>;
  /**
   * Stores entries and the head after them, all or nothing, in one transaction; false: another one was quicker with
   * this chain, and nothing was stored.
   */
  append(before: ChainHead, after: ChainHead, entries: readonly StoredEntry[]): Promise<boolean>;
}

export interface Listed {
  readonly chain: string;
  /** Absent: it cannot be read. */
  readonly head?: ChainHead;
}

/** A chain, or what stands behind it; also where there is none of that name. */
interface From {
  readonly chain: string;
  readonly isIncluded: boolean;
}

/** Each is a unit to read, and most chains have more entries than one. */
const PAGE = 10;

export function createChainHeads(
  kvs: Pick<typeof forgeKvs, 'entity' | 'transact'>,
  patience: Patience,
  log: RecordLog = logRecordProblem,
): ChainHeads {
  const entity = kvs.entity<Stored>(ENTITY);
  const get = (chain: string) => patiently(() => entity.get(chain), patience);
  const inspect = async (chain: string) => {
    const reading = decode(chainHeadRecord, chain, await get(chain));
    if (reading.kind === 'problem') log(reading.problem);
    return reading;
  };
  /** An earlier try whose answer was lost may have done it. */
  const isThere = async (head: ChainHead) => canonicalJson(await get(head.chain)) === canonicalJson(head);

  return {
    async open(chain, projectId) {
      const known = valueOf(chainHeadRecord, await inspect(chain));
      if (known) return known;
      const first = emptyHead(chain, projectId);
      await patiently(
        () => unless(TAKEN, () => entity.set(chain, first as Stored, { keyPolicy: 'FAIL_IF_EXISTS' })),
        patience,
      );
      return valueOf(chainHeadRecord, await inspect(chain)) ?? first;
    },
    async list(projectId, from) {
      const index =
        projectId === undefined
          ? entity.query().index(ALL)
          : entity.query().index(BY_PROJECT, { partition: [projectId] });
      const query = from === undefined ? index : index.where(conditionOf(from));
      const { results } = await patiently(() => query.limit(PAGE).getMany(), patience);
      return results.map(({ key, value }) => {
        const reading = decode(chainHeadRecord, key, value);
        if (reading.kind === 'problem') log(reading.problem);
        return { chain: key, ...(reading.kind === 'value' ? { head: reading.value } : {}) };
      });
    },
    append: (before, after, entries) =>
      patiently(async (attempt) => {
        const isDone = await unless(UNMET, () => transact(kvs, before, after, entries));
        return isDone || (attempt > 0 && (await isThere(after)));
      }, patience),
  };
}

function conditionOf({ chain, isIncluded }: From) {
  return isIncluded ? WhereConditions.greaterThanEqualTo(chain) : WhereConditions.greaterThan(chain);
}

function emptyHead(chain: string, projectId: string | undefined): ChainHead {
  const of = projectId === undefined ? {} : { projectId };
  return { chain, ...of, number: 0, hash: '', position: '' };
}

function transact(
  kvs: Pick<typeof forgeKvs, 'transact'>,
  before: ChainHead,
  after: ChainHead,
  entries: readonly StoredEntry[],
): Promise<void> {
  const conditions = new Filter<Stored>().and('number', FilterConditions.equalTo(before.number));
  const head = encode(chainHeadRecord, undefined, after) as Stored;
  const transaction = kvs.transact().set(after.chain, head, { entityName: ENTITY, conditions });
  for (const entry of entries)
    transaction.set(entry.position, entry, { entityName: AUDIT_ENTITY }, setOptionsOf(auditRecord));
  return transaction.execute();
}
