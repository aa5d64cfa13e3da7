/** Heads as storage values, and what is known to stand in them. */
import type { KeyValues } from '../key-values';
import type { Reading } from '../storage/decode';
import { openRecord, type OpenRecord } from '../storage/open-record';
import type { RecordLog } from '../storage/record-log';
import { linkHeadRecord, type Head } from './link-records';

/** Remembers what it read and wrote, so that who saves again and again reads a head once. */
export class HeadValues {
  private readonly last = new Map<string, Reading<Head>>();
  private readonly record: OpenRecord<Head, string>;

  constructor(kvs: KeyValues, log?: RecordLog) {
    this.record = openRecord(linkHeadRecord, kvs, log);
  }

  valueOf(reading: Reading<Head>): Head | undefined {
    return this.record.valueOf(reading);
  }

  async inspect(workloadArn: string): Promise<Reading<Head>> {
    const reading = await this.record.inspect(workloadArn);
    this.last.set(reading.key, reading);
    return reading;
  }

  known(workloadArn: string): Promise<Reading<Head>> {
    const last = this.last.get(linkHeadRecord.key(workloadArn));
    return last === undefined ? this.inspect(workloadArn) : Promise.resolve(last);
  }

  /** Where it fails, what stands there is not known. */
  async replace(reading: Reading<Head>, head: Head): Promise<Reading<Head>> {
    this.last.delete(reading.key);
    const next = await this.record.replace(reading, head);
    this.last.set(reading.key, next);
    return next;
  }
}
