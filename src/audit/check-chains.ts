/** Looks through the chains of the site or of a project, a part at a time. */
import type { AuditCheck } from '../contract/audit';
import type { Reason } from '../reason';
import type { Flaw } from './chain';
import type { ChainHeads } from './chain-heads';
import { writeCursor, type CheckCursor } from './check-cursor';
import { checkPart, type CheckPartPorts } from './check-part';
import { UNITS_A_CALL } from './read-entries';
import { because } from './reasons';

export interface CheckChainsPorts extends CheckPartPorts {
  readonly chainHeads: Pick<ChainHeads, 'list'>;
}

/**
 * @param projectId absent: of the whole site
 * @param cursor of the part before; it names no chain but those of the project
 */
export async function checkChains(
  { projectId, cursor }: { readonly projectId?: string; readonly cursor?: CheckCursor },
  ports: CheckChainsPorts,
): Promise<AuditCheck> {
  const heads = await ports.chainHeads.list(projectId, startOf(cursor));
  const check: AuditCheck = { chains: 0, entries: 0, flaws: [] };
  let units = heads.length;
  let next: CheckCursor | undefined;
  for (const { chain, head } of heads) {
    if (head === undefined) {
      check.flaws.push({ chain, flaw: because('head-unreadable') });
      next = { chain };
      continue;
    }
    const from = chain === cursor?.chain ? cursor.within : undefined;
    const part = await checkPart(head, from, UNITS_A_CALL - units, ports);
    units += part.units;
    check.entries += part.entries;
    check.flaws.push(...part.flaws.map((flaw) => ({ chain, flaw: reasonOf(flaw) })));
    next = part.within ? { chain, within: part.within } : { chain };
    if (!part.within) check.chains += 1;
    if (units >= UNITS_A_CALL) break;
  }
  return next === undefined ? check : { ...check, cursor: writeCursor(next) };
}

function startOf(cursor: CheckCursor | undefined): Parameters<ChainHeads['list']>[1] {
  return cursor && { chain: cursor.chain, isIncluded: cursor.within !== undefined };
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
