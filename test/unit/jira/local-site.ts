/** The app's Jira on the local site's Jira: two readings of the same documents must fit together. */
import { manualClock, type SiteClock } from '../../../sandbox/clock';
import { createJira as createSite, type Caller, type Jira as Site } from '../../../sandbox/jira/jira';
import { openStore } from '../../../sandbox/store/store';
import {
  bulletList,
  doc,
  heading,
  link,
  panel,
  paragraph,
  strong,
  text,
} from '../../../src/jira/adf/builder';
import type { HttpOptions } from '../../../src/jira/client/http';
import { inWords } from '../../../src/in-words';
import { createJira } from '../../../src/jira/create-jira';
import { LEVELS, type CreateAnswer, type IssueDraft, type Jira } from '../../../src/jira/jira';
import type { Claims, Level, OwnershipProperty, ProjectProfile } from '../../../src/jira/model';
import { NOW, TASK_PROPERTY, unannounced } from './fake-jira';

const BASE = 'https://site.example';

export const PROPERTIES: Readonly<Record<Level, OwnershipProperty>> = {
  epic: { v: 1, workload: TASK_PROPERTY.workload, hash: 'e' },
  task: TASK_PROPERTY,
  subtask: { ...TASK_PROPERTY, choice: 'sec_1' },
};

export const DESCRIPTION = doc(
  heading(3, text('Guidance')),
  paragraph(strong('Risk: '), text('High'), text(' today')),
  bulletList([link('Read more', 'https://docs.aws.amazon.com/a b?x=1#y')], [text('plain')]),
  panel('info', paragraph(text('Émoji 🚀'))),
);

export interface LocalSite {
  readonly clock: SiteClock;
  /** For what an administrator does by hand. */
  readonly admin: Site['admin'];
  /** As the app. */
  readonly jira: Jira;
  as(caller: Caller): HttpOptions;
  draft(projectKey: string, level: Level, more?: Partial<IssueDraft>): Promise<IssueDraft>;
  /** An Epic, a Task and a Sub-task, made one after the other; answers their ids. */
  makeTree(projectKey: string): Promise<Readonly<Record<Level, string>>>;
  /** What the app made there for the workload of `PROPERTIES`. */
  claims(projectKey: string): Promise<Claims>;
}

export function openLocalSite(): LocalSite {
  const clock = manualClock(NOW);
  const propertyIndex = [
    { alias: 'waWorkload', propertyKey: 'well-architected', path: 'workload', type: 'string' as const },
  ];
  const site = createSite({ store: openStore(), clock, baseUrl: BASE, propertyIndex });

  function as(caller: Caller): HttpOptions {
    return {
      requester: async (route, init) =>
        (await site.handle(new Request(BASE + route.value, init), caller)).response,
      clock,
      sleep: (ms) => {
        clock.advance(ms);
        return Promise.resolve();
      },
      jitter: () => 0,
    };
  }

  const jira = createJira(as({ kind: 'app' }));

  async function draft(
    projectKey: string,
    level: Level,
    more: Partial<IssueDraft> = {},
  ): Promise<IssueDraft> {
    const { id, issueTypes, priorities } = await profileOf(jira, projectKey);
    const priorityId = priorities[level]?.[1]?.id;
    return {
      projectId: id,
      issueTypeId: issueTypes[level],
      summary: `A ${level}`,
      description: DESCRIPTION,
      labels: ['security', 'well-architected'],
      ...(priorityId === undefined ? {} : { priorityId }),
      property: PROPERTIES[level],
      ...more,
    };
  }

  async function makeTree(projectKey: string): Promise<Readonly<Record<Level, string>>> {
    const ids: Partial<Record<Level, string>> = {};
    let parentId: string | undefined;
    for (const level of LEVELS) {
      const more = parentId === undefined ? {} : { parentId };
      parentId = onlyId(await jira.create([await draft(projectKey, level, more)], unannounced));
      ids[level] = parentId;
    }
    return ids as Record<Level, string>;
  }

  async function claims(projectKey: string): Promise<Claims> {
    const projectId = (await jira.project(projectKey))?.id ?? '';
    return { workloadArn: TASK_PROPERTY.workload, projectId, creators: [await jira.account()] };
  }

  return { clock, admin: site.admin, jira, as, draft, makeTree, claims };
}

async function profileOf(jira: Jira, projectKey: string): Promise<ProjectProfile> {
  const answer = await jira.profile(projectKey, {});
  if (answer.kind === 'blocked') throw new Error(answer.problems.map(inWords).join(' '));
  return answer.profile;
}

function onlyId(answer: CreateAnswer): string {
  if (answer.kind !== 'answered' || answer.created.length !== 1) throw new Error(JSON.stringify(answer));
  return answer.created[0]!.id;
}
