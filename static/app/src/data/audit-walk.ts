/** Walks through the whole log: to check its chains, or to have it as a file. */
import { call } from '../bridge/invoke';
import type { AuditCheck } from '../../../../src/contract';
import { pagesOf } from './pages-of';
import { waitForQuota } from './wait-for-quota';

type Checked = Pick<AuditCheck, 'chains' | 'entries' | 'flaws'>;

/** @param projectKey undefined: of the whole site @throws CallFailure */
export async function checkAudit(projectKey: string | undefined): Promise<Checked> {
  const found: Checked = { chains: 0, entries: 0, flaws: [] };
  const pages = pagesOf((from) =>
    waitForQuota(() =>
      projectKey === undefined
        ? call('audit.check', from)
        : call('projectAudit.check', { projectKey, ...from }),
    ),
  );
  for await (const { chains, entries, flaws } of pages) {
    found.chains += chains;
    found.entries += entries;
    found.flaws.push(...flaws);
  }
  return found;
}

/** A line of JSON an entry, newest first, and last who the references are. @throws CallFailure */
export async function exportAudit(projectKey: string | undefined): Promise<string> {
  const lines: string[] = [];
  const known = new Map<string, string>();
  const pages = pagesOf((from) =>
    waitForQuota(() =>
      projectKey === undefined
        ? call('audit.export', from)
        : call('projectAudit.export', { projectKey, ...from }),
    ),
  );
  for await (const { entries, people } of pages) {
    lines.push(...entries.map((entry) => JSON.stringify(entry)));
    for (const [ref, accountId] of Object.entries(people)) known.set(ref, accountId);
  }
  return `${[...lines, JSON.stringify({ people: Object.fromEntries(known) })].join('\n')}\n`;
}
