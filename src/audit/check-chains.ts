/** Looks through the chains of the site or of a project, a page at a time. */
import type { AuditCheck } from '../contract/audit';
import type { Reason } from '../reason';
import type { AuditStore } from './audit-store';
import { expectedOf, missingAtEnd, verify, type ChainHead, type Expected, type Flaw } from './chain';
import type { ChainHeads } from './chain-heads';
import { auditRecord } from './model';
import { because } from './reasons';

export interface CheckChainsPorts {
  readonly audit: Pick<AuditStore, 'ofChain'>;
  readonly chainHeads: Pick<ChainHeads, 'list'>;
  readonly clock: { now(): number };
}

/** After so many entries, or chains, the page ends with the chain that was being looked at: 25 seconds are enough. */
const ENTRIES = 1000;
const CHAINS = 20;

/** Forge's indexes lag: what was written within it may not be listed yet. */
const LAG_MS = 60_000;

const LIFE_MS = (auditRecord.life ?? 365) * 86_400_000;

/** @param projectId absent: of the whole site @param cursor from the page before */
export async function checkChains(
  { projectId, cursor }: { readonly projectId?: string; readonly cursor?: string },
  ports: CheckChainsPorts,
): Promise<AuditCheck> {
  const heads = await ports.chainHeads.list(projectId, cursor);
  const check: AuditCheck = { chains: 0, entries: 0, flaws: [] };
  for (const head of heads) {
    if (check.entries >= ENTRIES || check.chains >= CHAINS) break;
    const { entries, flaws } = await checkChain(head, ports);
    check.chains += 1;
    check.entries += entries;
    check.flaws.push(...flaws.map((flaw) => ({ chain: head.chain, flaw: reasonOf(flaw) })));
  }
  const last = heads[check.chains - 1];
  return last === undefined ? check : { ...check, cursor: last.chain };
}

async function checkChain(
  head: ChainHead,
  { audit, clock }: CheckChainsPorts,
): Promise<{ readonly entries: number; readonly flaws: readonly Flaw[] }> {
  const oldest = new Date(clock.now() - LIFE_MS).toISOString();
  const flaws: Flaw[] = [];
  let next: Expected = expectedOf(head);
  let entries = 0;
  for (let before: string | undefined; ;) {
    const page = await audit.ofChain(head.chain, before);
    // Expired ones go in no order.
    const kept = page.filter(({ position }) => position > oldest);
    const found = verify(kept, entries === 0 ? lagging(next, kept[0], clock.now()) : next);
    flaws.push(...found.flaws);
    next = found.next;
    entries += kept.length;
    before = page.at(-1)?.position;
    if (before === undefined || kept.length < page.length) break;
  }
  const isExpired = head.position <= oldest;
  return { entries, flaws: isExpired ? flaws : [...flaws, ...missingOf(next, head, clock.now())] };
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

function reasonOf(flaw: Flaw): Reason {
  const { position } = flaw;
  if (flaw.kind === 'changed') return because('entry-changed', { position });
  if (flaw.kind === 'unlinked') return because('entry-unlinked', { position });
  return because(flaw.kind === 'missing' ? 'entries-missing' : 'newest-missing', {
    position,
    count: flaw.count,
  });
}
