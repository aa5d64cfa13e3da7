/** Assumptions about Jira that take issues in a project of the check's own. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isParentField } from '../../../src/automatic/jira-event';
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
import { fingerprint } from '../../../src/jira/adf/fingerprint';
import type { AdfDocument } from '../../../src/jira/model';
import { PROPERTY_KEY } from '../../../src/jira/ownership';
import { messagesOf, succeed } from '../jira';
import { found, holds, type Probes, unclear, wrong } from '../probe';
import type { ScratchProject } from '../scratch-project';

const made = z.object({ id: z.string(), key: z.string() });
const bulk = z.object({ issues: z.array(made) });
const page = z.object({ issues: z.array(made) });

/** Jira's limit of a description. */
const MAX_DESCRIPTION = 32_767;

/** How long Jira may take to index an issue. */
const INDEX_MS = 60_000;

/** Every kind of node that the app writes. */
const DESCRIPTION = doc(
  heading(3, text('Live check')),
  paragraph(
    text('A line with '),
    strong('weight'),
    text(' and '),
    link('a link', 'https://example.com/a?b=c'),
  ),
  bulletList([text('one')], [text('two')]),
  panel('info', paragraph(text('In a panel'))),
);

export const JIRA_SCRATCH: Probes<ScratchProject> = {
  async J3(project) {
    const { key } = await createTask(project, { description: DESCRIPTION });
    const fields = z.object({ fields: z.object({ description: z.unknown() }) });
    const issue = await succeed(project.ask, fields, 'GET', `issue/${key}?fields=description`);
    const back = issue.fields.description as AdfDocument;
    const isSame = fingerprint(back) === fingerprint(DESCRIPTION);
    return found(isSame, isSame ? 'comes back as it was sent' : `comes back as ${JSON.stringify(back)}`);
  },

  async J5(project) {
    const [from, to] = [await createTask(project), await createTask(project)];
    const subtask = await create(project, project.types.subtask, { parent: { id: from.id } });
    const answer = await project.ask('PUT', `issue/${subtask.key}`, { fields: { parent: { id: to.id } } });
    if (answer.status !== 204) return unclear(`moving it answers ${answer.status}${messagesOf(answer.body)}`);
    const { values } = await succeed(project.ask, changelog, 'GET', `issue/${subtask.key}/changelog`);
    const names = values.flatMap(({ items }) => items.map(({ field }) => field));
    if (names.length === 0) return unclear('the changelog lists no change');
    return found(names.some(isParentField), `names it ${names.join(', ')}`);
  },

  async J9(project) {
    const { key } = await createTask(project);
    const screens = await succeed(
      project.ask,
      transitions,
      'GET',
      `issue/${key}/transitions?expand=transitions.fields`,
    );
    const withScreen = screens.transitions.find(
      ({ fields }) => fields !== undefined && 'resolution' in fields,
    );
    if (withScreen === undefined)
      return unclear('no transition of the project has the resolution on its screen');
    const body = { transition: { id: withScreen.id }, fields: { resolution: null } };
    const answer = await project.ask('POST', `issue/${key}/transitions`, body);
    return found(answer.status === 204, `answers ${answer.status}${messagesOf(answer.body)}`);
  },

  async J10(project) {
    const properties = [{ key: PROPERTY_KEY, value: { workload: 'live-check' } }];
    const issueUpdates = [{ fields: fieldsOf(project, project.types.task), properties }];
    const { issues } = await succeed(project.ask, bulk, 'POST', 'issue/bulk', { issueUpdates });
    const { status } = await project.ask('GET', `issue/${issues[0]?.key}/properties/${PROPERTY_KEY}`);
    return found(
      status === 200,
      status === 200 ? 'the property is there at once' : `reading it answers ${status}`,
    );
  },

  async J14(project) {
    const lines = Array.from({ length: Math.ceil(MAX_DESCRIPTION / 100) }, () =>
      paragraph(text('x'.repeat(70))),
    );
    const description = { version: 1, type: 'doc', content: lines };
    const { status, body } = await tryTask(project, { description });
    const size = `${JSON.stringify(description).length} characters of JSON, ${lines.length * 70} of text`;
    return found(status === 400, `${size}: ${status}${messagesOf(body)}`);
  },

  async J16(project) {
    const { key } = await createTask(project);
    const reporter = z.object({
      fields: z.object({ reporter: z.object({ accountId: z.string() }).nullish() }),
    });
    const { fields } = await succeed(project.ask, reporter, 'GET', `issue/${key}?fields=reporter`);
    const own = fields.reporter?.accountId === project.accountId;
    return own
      ? holds('the reporter is who created it; the field is not required here')
      : wrong('nobody reported it');
  },

  async J17(project) {
    const { id, key } = await createTask(project);
    await untilFound(project, `key = ${key}`);
    const { status, body } = await project.ask('PUT', 'issue/archive', { issueIdsOrKeys: [key] });
    if (status !== 200) return unclear(`archiving answers ${status}${messagesOf(body)}`);
    const read = await project.ask('GET', `issue/${id}`);
    return found(read.status === 404, `reading it by id answers ${read.status}`);
  },

  async J27(project) {
    const twice = { type: 'text', text: 'x', marks: [{ type: 'strong' }, { type: 'strong' }] };
    const description = { version: 1, type: 'doc', content: [{ type: 'paragraph', content: [twice] }] };
    const { status, body } = await tryTask(project, { description });
    return found(status === 400, `answers ${status}${messagesOf(body)}`);
  },

  async J28(project) {
    const properties = [{ key: PROPERTY_KEY, value: { risk: 'HIGH', workload: 'live-check' } }];
    const issueUpdates = [{ fields: fieldsOf(project, project.types.task), properties }];
    await succeed(project.ask, bulk, 'POST', 'issue/bulk', { issueUpdates });
    const risk = (value: string) =>
      `project = ${project.key} AND issue.property[${PROPERTY_KEY}].risk = "${value}"`;
    if (!(await untilFound(project, risk('HIGH'))))
      return unclear('the property was not indexed within a minute');
    const { issues } = await succeed(project.ask, page, 'POST', 'search/jql', {
      jql: risk('high'),
      fields: ['key'],
    });
    return found(
      issues.length === 0,
      issues.length === 0 ? 'another case finds nothing' : 'another case finds it',
    );
  },
};

const changelog = z.object({
  values: z.array(z.object({ items: z.array(z.object({ field: z.string() })) })),
});
const transitions = z.object({
  transitions: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()).optional() })),
});

function fieldsOf({ id }: ScratchProject, type: string, fields: object = {}) {
  return { project: { id }, issuetype: { id: type }, summary: 'Live check', ...fields };
}

function create(project: ScratchProject, type: string, fields: object = {}) {
  return succeed(project.ask, made, 'POST', 'issue', { fields: fieldsOf(project, type, fields) });
}

function createTask(project: ScratchProject, fields: object = {}) {
  return create(project, project.types.task, fields);
}

function tryTask(project: ScratchProject, fields: object) {
  return project.ask('POST', 'issue', { fields: fieldsOf(project, project.types.task, fields) });
}

/** Whether the search knows it within a minute. */
async function untilFound({ ask, signal }: ScratchProject, jql: string): Promise<boolean> {
  const end = Date.now() + INDEX_MS;
  for (;;) {
    const { body } = await ask('POST', 'search/jql', { jql, fields: ['key'] });
    if ((page.safeParse(body).data?.issues.length ?? 0) > 0) return true;
    if (Date.now() > end) return false;
    await sleep(1_000, undefined, { signal });
  }
}
