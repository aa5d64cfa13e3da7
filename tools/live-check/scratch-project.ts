/** A project that is made for the check, and removed after it. */
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { type AskJira, succeed } from './jira';

export interface ScratchProject {
  readonly ask: AskJira;
  readonly id: string;
  readonly key: string;
  /** Ids of the issue types. */
  readonly types: { readonly epic: string; readonly task: string; readonly subtask: string };
  /** The person whose token it is. */
  readonly accountId: string;
}

/** A company-managed Scrum project, whose defaults every site has. */
const TEMPLATE = 'com.pyxis.greenhopper.jira:gh-simplified-scrum-classic';

/** @throws Error in words, where the person may not make projects, or where the project lacks a type */
export async function withScratchProject<T>(
  ask: AskJira,
  use: (project: ScratchProject) => Promise<T>,
): Promise<T> {
  const { accountId } = await succeed(ask, person, 'GET', 'myself');
  const key = `WAB${randomInt(10_000, 100_000)}`;
  const made = {
    key,
    name: `Well-Architected Backlog live check ${key}`,
    projectTypeKey: 'software',
    projectTemplateKey: TEMPLATE,
    leadAccountId: accountId,
  };
  const { id } = await succeed(ask, project, 'POST', 'project', made);
  try {
    return await use({ ask, id: String(id), key, types: await typesOf(ask, key), accountId });
  } finally {
    const { status } = await ask('DELETE', `project/${key}?enableUndo=false`);
    if (status !== 204) console.error(`Delete the project ${key} by hand: Jira answers ${status}.`);
  }
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
