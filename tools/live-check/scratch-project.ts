/** A project that is made for the check, and removed after it. */
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { type AskJira, JiraError, messagesOf, succeed } from './jira';
import { type Scratch, type ScratchOptions, withScratch } from './scratch';

export interface ScratchProject {
  readonly ask: AskJira;
  readonly id: string;
  readonly key: string;
  /** Ids of the issue types. */
  readonly types: { readonly epic: string; readonly task: string; readonly subtask: string };
  /** The person whose token it is. */
  readonly accountId: string;
  /** Aborted where the check is to end: waits for it. */
  readonly signal: AbortSignal;
}

/** A company-managed Scrum project, whose defaults every site has. */
const TEMPLATE = 'com.pyxis.greenhopper.jira:gh-simplified-scrum-classic';

/** @throws JiraError where the person may not make projects; Error in words where the project lacks a type */
export async function withScratchProject<T>(
  ask: AskJira,
  options: ScratchOptions,
  use: (project: ScratchProject) => Promise<T>,
): Promise<T> {
  const { accountId } = await succeed(ask, person, 'GET', 'myself');
  const key = `WAB${randomInt(10_000, 100_000)}`;
  return withScratch(projectOf(ask, key, accountId), options, async (id) =>
    use({ ask, id, key, types: await typesOf(ask, key), accountId, signal: options.signal }),
  );
}

/** Its key is the check's own, so that whatever has it was made by the check. */
function projectOf(ask: AskJira, key: string, leadAccountId: string): Scratch<string> {
  const name = `Well-Architected Backlog live check ${key}`;
  const [projectTypeKey, projectTemplateKey] = ['software', TEMPLATE];
  return {
    what: `the space ${key} (${name})`,
    byHand: `in Jira, Spaces > Manage spaces > ${key} > Move to trash.`,
    async make() {
      const made = { key, name, projectTypeKey, projectTemplateKey, leadAccountId };
      return String((await succeed(ask, project, 'POST', 'project', made)).id);
    },
    mayBeMade: (error) => !(error instanceof JiraError && error.status >= 400 && error.status < 500),
    async find() {
      const { status, body } = await ask('GET', `project/${key}`);
      return status === 200 ? String(project.parse(body).id) : undefined;
    },
    async remove() {
      const { status, body } = await ask('DELETE', `project/${key}?enableUndo=false`);
      if (status !== 204 && status !== 404) throw new JiraError('DELETE project', status, messagesOf(body));
    },
  };
}

async function typesOf(ask: AskJira, key: string): Promise<ScratchProject['types']> {
  const { issueTypes } = await succeed(ask, typeList, 'GET', `issue/createmeta/${key}/issuetypes`);
  const named = (level: number) => {
    const type = issueTypes.find(({ hierarchyLevel }) => hierarchyLevel === level);
    if (type === undefined) throw new Error(`The project ${key} has no issue type of level ${level}.`);
    return type.id;
  };
  return { epic: named(1), task: named(0), subtask: named(-1) };
}

const person = z.object({ accountId: z.string() });
const project = z.object({ id: z.union([z.number(), z.string()]) });
const typeList = z.object({
  issueTypes: z.array(z.object({ id: z.string(), hierarchyLevel: z.number() })),
});
