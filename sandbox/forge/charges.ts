/** The account of one installation, as far as the host keeps it. */
import type { Kvs } from './kvs/kvs';
import type { StorageCharges } from './kvs/meter';
import type { Ledger, LedgerCharges } from './ledger';
import type { QueueCharges } from './queue/push';
import type { Queue } from './queue/queue';

export interface ForgeCharges extends LedgerCharges {
  readonly storage: StorageCharges;
  readonly queue: QueueCharges;
}

interface Charged {
  readonly kvs: Kvs;
  readonly queue: Queue;
  readonly ledger: Ledger;
}

export function chargesOf({ kvs, queue, ledger }: Charged): ForgeCharges {
  return { storage: kvs.meter.charges(), queue: queue.charges(), ...ledger.charges() };
}

/** Counts anew; what is used up for a limit stays used up. */
export function resetCharges({ kvs, queue, ledger }: Charged): void {
  kvs.meter.reset();
  queue.resetCharges();
  ledger.reset();
}
