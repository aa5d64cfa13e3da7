/** Assumptions about Jira that requests can show which change nothing. */
import { z } from 'zod';
import { MOST_LEFT_OUT } from '../../../src/jira/client/jql';
import { PROPERTY_KEY } from '../../../src/jira/ownership';
import { type AskJira, messagesOf, succeed } from '../jira';
import { found, holds, type Probes, unclear, wrong } from '../probe';

export interface JiraSite {
  readonly ask: AskJira;
}

/** No site has it. */
const NO_ISSUE = '99999999999';
const PROPERTY = `issue.property[${PROPERTY_KEY}].workload`;

export const JIRA_ASKING: Probes<JiraSite> = {
  J4: ({ ask }) => taken(ask, `${PROPERTY} is not EMPTY`),
  J6: ({ ask }) => taken(ask, `${PROPERTY} is not EMPTY AND issuetype in subtaskIssueTypes()`),

  async J7({ ask }) {
    const { issues } = await succeed(ask, page, 'POST', 'search/jql', {
      jql: 'created >= -3650d',
      maxResults: 1,
    });
    const id = issues[0]?.id;
    if (id === undefined) return unclear('the site has no issue to name');
    return taken(ask, `created >= -1d AND id not in (${Array<string>(MOST_LEFT_OUT).fill(id).join(', ')})`);
  },

  async J8({ ask }) {
    const answer = await search(ask, `created >= -1d AND id not in (${NO_ISSUE})`);
    return found(answer.status === 400, `answers ${answer.status}${messagesOf(answer.body)}`);
  },

  async J11({ ask }) {
    const { values } = await succeed(ask, projects, 'GET', 'project/search?action=create&typeKey=software');
    const lacking: string[] = [];
    for (const { key } of values.slice(0, 5)) lacking.push(...(await typesWithoutParent(ask, key)));
    if (values.length === 0) return unclear('you may create issues in no project');
    const looked = values.slice(0, 5).map(({ key }) => key);
    if (lacking.length === 0) return holds(`in ${looked.join(', ')} each type below the Epic lists it`);
    return wrong(`not of ${lacking.join(', ')}`);
  },

  async J13({ ask }) {
    const fields = { jql: 'created >= -3650d', fields: ['summary'], maxResults: 5_000 };
    const { issues, isLast } = await succeed(ask, page, 'POST', 'search/jql', fields);
    if (isLast !== false) return unclear(`all ${issues.length} issues of the site came in one page`);
    return found(issues.length === 100, `${issues.length} in the first page`);
  },

  async J25({ ask }) {
    const none = await ask('POST', 'issue/bulk', { issueUpdates: [] });
    const many = await ask('POST', 'issue/bulk', {
      issueUpdates: Array.from({ length: 51 }, () => ({ fields: {} })),
    });
    const inForm = [none, many].every(
      ({ status, body }) => status === 400 && bulkResult.safeParse(body).success,
    );
    return found(inForm, `none: ${none.status}, 51: ${many.status}${messagesOf(many.body)}`);
  },
};

const page = z.object({ issues: z.array(z.object({ id: z.string() })), isLast: z.boolean().optional() });
const projects = z.object({ values: z.array(z.object({ key: z.string() })) });
const types = z.object({
  issueTypes: z.array(z.object({ id: z.string(), name: z.string(), hierarchyLevel: z.number() })),
});
const screen = z.object({ fields: z.array(z.object({ fieldId: z.string() })) });
const bulkResult = z.object({ issues: z.array(z.unknown()), errors: z.array(z.unknown()) });

function search(ask: AskJira, jql: string) {
  return ask('POST', 'search/jql', { jql, maxResults: 1 });
}

async function taken(ask: AskJira, jql: string) {
  const { status, body } = await search(ask, jql);
  return found(status === 200, `answers ${status}${messagesOf(body)}`);
}

async function typesWithoutParent(ask: AskJira, key: string): Promise<readonly string[]> {
  const path = `issue/createmeta/${key}/issuetypes`;
  const { issueTypes } = await succeed(ask, types, 'GET', path);
  const lacking: string[] = [];
  for (const { id, name, hierarchyLevel } of issueTypes) {
    if (hierarchyLevel > 0) continue;
    const { fields } = await succeed(ask, screen, 'GET', `${path}/${id}?maxResults=200`);
    if (!fields.some(({ fieldId }) => fieldId === 'parent')) lacking.push(`${name} in ${key}`);
  }
  return lacking;
}
