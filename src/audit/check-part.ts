/** Looks through one chain, from its newest entry on or from where it was left, as far as the units go. */
import { unitsOfAll } from '../storage/units';
import type { AuditStore } from './audit-store';
import { expectedOf, missingAtEnd, verify, type ChainHead, type Expected, type Flaw } from './chain';
import type { CheckCursor } from './check-cursor';
import { auditRecord } from './model';

export interface CheckPartPorts {
  readonly audit: Pick<AuditStore, 'ofChain'>;
  readonly clock: { now(): number };
}

export type Within = NonNullable<CheckCursor['within']>;

export interface Part {
  readonly entries: number;
  /** Units of 10 KB that were read. */
  readonly units: number;
  readonly flaws: readonly Flaw[];
  /** Where it goes on; absent: the oldest kept entry was reached. */
  readonly within?: Within;
}

/** Forge's indexes lag: what was written within it may not be listed yet. */
const LAG_MS = 60_000;

const LIFE_MS = (auditRecord.life ?? 365) * 86_400_000;

/**
 * @param within of the part before; what was added since then is behind it
 * @param most ends with the page of entries that reaches so many units
 */
export async function checkPart(
  head: ChainHead,
  within: Within | undefined,
  most: number,
  { audit, clock }: CheckPartPorts,
): Promise<Part> {
  const oldest = new Date(clock.now() - LIFE_MS).toISOString();
  const flaws: Flaw[] = [];
  let next: Expected = within ? { ...within, isHead: false } : expectedOf(head);
  let [entries, units] = [0, 0];
  for (let before = within?.position; ;) {
    const { entries: page, isLast } = await audit.ofChain(head.chain, before);
    units += Math.max(1, unitsOfAll(page));
    // Expired ones go in no order.
    const kept = page.filter(({ position }) => position > oldest);
    const found = verify(kept, before === undefined ? lagging(next, kept[0], clock.now()) : next);
    flaws.push(...found.flaws);
    next = found.next;
    entries += kept.length;
    if (isLast || kept.length < page.length) break;
    const { position, number, hash } = next;
    before = position;
    if (units >= most) return { entries, units, flaws, within: { position, number, hash } };
  }
  const isExpired = head.position <= oldest;
  return { entries, units, flaws: isExpired ? flaws : [...flaws, ...missingOf(next, head, clock.now())] };
}

function missingOf(next: Expected, head: ChainHead, now: number): readonly Flaw[] {
  return isFresh(head.position, now) ? [] : missingAtEnd(next);
}

/** Where the head was written moments ago, the index may not have its entry: the newest that is listed counts. */
function lagging(
  next: Expected,
  newest: Readonly<Record<string, unknown>> | undefined,
  now: number,
): Expected {
  if (newest === undefined || !isFresh(next.position, now)) return next;
  const { number, hash } = newest as { readonly number: number; readonly hash: string };
  return number < next.number ? { ...next, number, hash } : next;
}

function isFresh(position: string, now: number): boolean {
  return position > new Date(now - LAG_MS).toISOString();
}
