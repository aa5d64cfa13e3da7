/** Where account ids stand beside the records of people: in plain records, each of which names one or a few. Pure. */
import { isAccount } from '../account-ids';
import { connectionRecord, type Connection } from '../connection/model';
import { linkedWorkloadRecord, type LinkedWorkload } from '../linked-workloads/model';
import { hasEnded, runRecord, type Run } from '../runs/model';
import type { LinkSettings } from '../settings/model';
import { linkSettingsRecord } from '../settings/stored';
import type { RecordDefinition } from '../storage/record';

/** Stands where an account id stood that was erased. */
export const ERASED = 'erased';

export interface Place<T> {
  readonly definition: RecordDefinition<T, never>;
  /** Keys begin with it. */
  readonly prefix: string;
  /** Others change it through `changeRecord`, and so does who erases. */
  readonly inTurn?: boolean;
  readonly accountsIn: (value: T) => readonly string[];
  /** Undefined where the record must not be written now: the next report erases it. */
  readonly without: (value: T, isErased: (accountId: string) => boolean) => T | undefined;
}

function kept(accountId: string, isErased: (accountId: string) => boolean): string {
  return isErased(accountId) ? ERASED : accountId;
}

const links: Place<LinkedWorkload> = {
  definition: linkedWorkloadRecord,
  prefix: 'linked:',
  accountsIn: ({ linkedBy, ended }) => [linkedBy, ...(ended?.by === undefined ? [] : [ended.by])],
  without: ({ linkedBy, ended, ...link }, isErased) => ({
    ...link,
    linkedBy: kept(linkedBy, isErased),
    ...(ended === undefined
      ? {}
      : { ended: { ...ended, ...(ended.by === undefined ? {} : { by: kept(ended.by, isErased) }) } }),
  }),
};

const runs: Place<Run> = {
  definition: runRecord,
  prefix: 'run:',
  accountsIn: ({ startedBy }) => (startedBy === undefined ? [] : [startedBy]),
  // One under way is its invocation's to write.
  without: (run, isErased) =>
    hasEnded(run) && run.startedBy !== undefined
      ? { ...run, startedBy: kept(run.startedBy, isErased) }
      : undefined,
};

/** New issues get no value that names nobody any more. */
const settings: Place<LinkSettings> = {
  definition: linkSettingsRecord,
  prefix: 'settings:',
  inTurn: true,
  accountsIn: ({ fieldValues = [] }) =>
    fieldValues
      .flatMap(({ value }) => [value].flat().filter((each) => typeof each === 'string'))
      .filter(isAccount),
  without: ({ fieldValues = [], ...others }, isErased) => {
    const left = fieldValues.flatMap((given) => {
      const { value } = given;
      if (typeof value === 'number') return [given];
      if (typeof value === 'string') return isErased(value) ? [] : [given];
      const some = value.filter((each) => !isErased(each));
      return some.length === 0 ? [] : [{ ...given, value: some }];
    });
    return { ...others, ...(left.length === 0 ? {} : { fieldValues: left }) };
  },
};

/** Written by its store, in turn with other changes. */
export const connectionPlace: Place<Connection> = {
  definition: connectionRecord,
  prefix: 'connection:',
  accountsIn: ({ createdBy, acceptedRisk }) => [createdBy, ...(acceptedRisk ? [acceptedRisk.by] : [])],
  without: ({ acceptedRisk, ...connection }, isErased) => ({
    ...connection,
    createdBy: kept(connection.createdBy, isErased),
    ...(acceptedRisk ? { acceptedRisk: { ...acceptedRisk, by: kept(acceptedRisk.by, isErased) } } : {}),
  }),
};

/** Plain records, each of which is written for itself. */
export const PLAIN_PLACES: readonly Place<unknown>[] = [
  links,
  runs,
  settings,
] as unknown as readonly Place<unknown>[];
