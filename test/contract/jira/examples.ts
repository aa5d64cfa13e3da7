import type { Operation, Sample } from '../../../sandbox/jira/operation';
import { OPERATIONS } from '../../../sandbox/jira/operations';
import type { Body, Session } from './session';
import type { TargetRequest } from './target';

/** Operations with their names, as `GET /rest/api/3/label`, for a table of tests. */
type Row = readonly [name: string, operation: Operation];

const ROWS = OPERATIONS.map((operation): Row => [`${operation.method} ${operation.path}`, operation]);

const isRemoved = ([, { path }]: Row) => path === '/rest/api/3/search';
const needsNoIssue = ([, { method, path }]: Row) => method === 'GET' && !path.includes('{issueIdOrKey}');

/** Jira removed them, and the document still describes what they did. */
export const REMOVED = ROWS.filter(isRemoved);

/** Any site can be asked these: they write nothing, and need no issue. */
export const READING = ROWS.filter((row) => !isRemoved(row) && needsNoIssue(row));

export const OTHERS = ROWS.filter((row) => !isRemoved(row) && !needsNoIssue(row));

/** The example of an operation, for what the sample says there is. */
export function exampleOf({ method, path, example }: Operation, sample: Sample): TargetRequest {
  const { path: parameters = {}, query, body } = example(sample);
  const values: Readonly<Record<string, string>> = { ...sample, ...parameters };
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? ''));
  return { method, url: query === undefined ? filled : `${filled}?${query}`, body };
}

/** What the site has, but for an issue. */
export async function readSample({ get }: Session): Promise<Sample> {
  const [project] = (await get('project/search?maxResults=1')).values;
  const [issueType] = (await get(`issue/createmeta/${project!.key}/issuetypes`)).issueTypes.filter(
    ({ hierarchyLevel }) => hierarchyLevel === 0,
  );
  const [status] = (await get('status')) as unknown as readonly Body[];
  const { accountId } = await get('myself');
  return {
    projectIdOrKey: project!.key,
    projectId: project!.id,
    issueTypeId: issueType!.id,
    idOrName: status!.id,
    accountId,
    ...{ issueIdOrKey: '', propertyKey: '', transitionId: '' },
  };
}

/** The sample with an issue that is made for it. */
export async function makeIssue({ get, post }: Session, sample: Sample): Promise<Sample> {
  const { projectId, issueTypeId } = sample;
  const fields = { project: { id: projectId }, issuetype: { id: issueTypeId }, summary: 'A sample' };
  const propertyKey = 'contract';
  const properties = [{ key: propertyKey, value: { name: 'Sample' } }];
  const { id } = await post('issue', { fields, properties }, 201);
  const { transitions } = await get(`issue/${id}/transitions`);
  return { ...sample, issueIdOrKey: id, propertyKey, transitionId: transitions[0]!.id };
}
