/** Workloads with issues as if each had been synced for the first time, in much less time. */
import { FRAMEWORK_ALIAS } from '../../bench/add-workload';
import { answerLens } from '../../sandbox/aws';
import type { Site } from '../../sandbox/site/site';
import { createLinkedWorkloadStore } from '../../src/linked-workloads/linked-workload-store';
import { createTriageStore, type Triaged } from '../../src/triage/triage-store';
import { storageOf } from './linked-many';
import { asPerson, type Issue, type Scenario } from './open-site';

type Draft = Pick<Issue, 'properties'> & { readonly fields: object };

/**
 * Syncs one workload of the framework lens with everything open, and adds others that have the same issues: what
 * their first syncs leave in Jira and for triage. Answers how many best practices are open in all.
 */
export async function triageMany({ site, ...scenario }: Scenario, count: number): Promise<number> {
  const [first, ...others] = addOpen(site, count);
  if (first === undefined) return 0;
  await scenario.sync({ workload: first });
  const storage = storageOf({ site });
  const triage = createTriageStore(storage);
  const links = createLinkedWorkloadStore(storage);
  const [link, triaged] = [await links.get(first), await triage.load(first)];
  if (!link || !triaged) throw new Error('the first workload was not synced');
  const own = await scenario.issues(
    `issue.property[well-architected].workload = "${first}" ORDER BY key ASC`,
  );
  for (const workloadArn of others) {
    // A person's calls a second are limited too.
    site.host.advanceClock(1000);
    const ids = await copyIssues(site, own, workloadArn);
    await links.save({ ...link, workloadArn, name: `Workload ${workloadArn.slice(-4)}` });
    await triage.save(workloadArn, renumbered(triaged, ids), undefined);
  }
  return count * own.filter(({ fields }) => fields.issuetype.hierarchyLevel < 0).length;
}

function addOpen({ aws: { admin } }: Site, count: number): readonly string[] {
  const lens = admin.lenses().find(({ alias }) => alias === FRAMEWORK_ALIAS);
  if (!lens) throw new Error('the framework lens is missing');
  return admin.batch(() =>
    admin.addWorkloads({ count, lenses: [FRAMEWORK_ALIAS] }).map(({ id, arn }) => {
      answerLens(admin, id, lens, 'none');
      return arn;
    }),
  );
}

/** Ids of the copies by those of the issues; a level after the other, since a child names its parent. */
async function copyIssues(
  site: Site,
  issues: readonly Issue[],
  workload: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const level of [1, 0, -1]) {
    const own = issues.filter(({ fields }) => fields.issuetype.hierarchyLevel === level);
    for (let from = 0; from < own.length; from += 50) {
      const part = own.slice(from, from + 50);
      const issueUpdates = part.map((issue) => draftOf(issue, workload, ids));
      const { body } = await asPerson(site, 'POST', 'issue/bulk', { issueUpdates });
      const { issues: made = [] } = body as { issues?: { id: string }[] };
      if (made.length < part.length) throw new Error(JSON.stringify(body));
      // The local site answers in the order of the request, which Jira does not promise.
      part.forEach((issue, nth) => ids.set(issue.id, made[nth]?.id ?? ''));
    }
  }
  return ids;
}

function draftOf({ fields, properties }: Issue, workload: string, ids: ReadonlyMap<string, string>): Draft {
  const { summary, labels, parent } = fields;
  const property = { ...(properties['well-architected'] as object), workload };
  return {
    fields: {
      ...{ summary, labels, project: { key: 'WA' }, issuetype: { name: fields.issuetype.name } },
      ...(parent ? { parent: { id: ids.get(parent.id) } } : {}),
    },
    properties: [{ key: 'well-architected', value: property }] as unknown as Draft['properties'],
  };
}

function renumbered({ projectId, lenses }: Triaged, ids: ReadonlyMap<string, string>): Triaged {
  const idOf = (id: string) => ids.get(id) ?? id;
  return {
    projectId,
    lenses: lenses.map((lens) => ({
      ...lens,
      pillars: lens.pillars.map((pillar) => ({
        ...pillar,
        questions: pillar.questions.map(({ task, issues, ...question }) => ({
          ...question,
          ...(task === undefined ? {} : { task: idOf(task) }),
          issues: issues.map(([id, title]): [string, string] => [idOf(id), title]),
        })),
      })),
    })),
  };
}
