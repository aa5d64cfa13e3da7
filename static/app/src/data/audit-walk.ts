/** Walks through the whole log: to check its chains, or to have it as a file. */
import { call } from '../bridge/invoke';
import type { AuditCheck } from '../../../../src/contract';

type Checked = Pick<AuditCheck, 'chains' | 'entries' | 'flaws'>;

/** @param projectKey undefined: of the whole site @throws CallFailure */
export async function checkAudit(projectKey: string | undefined): Promise<Checked> {
  const found: Checked = { chains: 0, entries: 0, flaws: [] };
  for (let cursor: string | undefined; ;) {
    const from = cursor === undefined ? {} : { cursor };
    const page = await (projectKey === undefined
      ? call('audit.check', from)
      : call('projectAudit.check', { projectKey, ...from }));
    found.chains += page.chains;
    found.entries += page.entries;
    found.flaws.push(...page.flaws);
    cursor = page.cursor;
    if (cursor === undefined) return found;
  }
}

/** A line of JSON an entry, newest first, and last who the references are. @throws CallFailure */
export async function exportAudit(projectKey: string | undefined): Promise<string> {
  const lines: string[] = [];
  const people = new Map<string, string>();
  for (let cursor: string | undefined; ;) {
    const from = cursor === undefined ? {} : { cursor };
    const page = await (projectKey === undefined
      ? call('audit.export', from)
      : call('projectAudit.export', { projectKey, ...from }));
    lines.push(...page.entries.map((entry) => JSON.stringify(entry)));
    for (const [ref, accountId] of Object.entries(page.people)) people.set(ref, accountId);
    cursor = page.cursor;
    if (cursor !== undefined) continue;
    return `${[...lines, JSON.stringify({ people: Object.fromEntries(people) })].join('\n')}\n`;
  }
}
