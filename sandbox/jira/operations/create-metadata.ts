import type { Project } from '../model/project';
import { type Call, type Operation, issueInPath, may, projectInPath, projectOf } from '../operation';
import { integerAt } from '../query';
import { refusal } from '../refusal';
import { referenced } from '../tables';
import { fieldMetadata } from '../views/field-metadata';
import { issueTypeBean } from '../views/issue-type';
import { pageOf } from '../views/paging';

const PAGE_LIMIT = 200;

export const getCreateIssueTypes: Operation = {
  method: 'GET',
  path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes',
  anonymous: true,
  example: () => ({ query: 'maxResults=200' }),
  handle(call) {
    const { site } = call;
    const types = creatable(call).issueTypeIds.map((id) => referenced(site.tables.issueTypes, id));
    const { startAt, maxResults, total, values } = pageOf(call, types, 50, PAGE_LIMIT);
    const issueTypes = values.map((type) => issueTypeBean(site, type));
    return { status: 200, body: { startAt, maxResults, total, issueTypes } };
  },
};

export const getCreateFields: Operation = {
  method: 'GET',
  path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
  anonymous: true,
  example: () => ({ query: 'maxResults=200' }),
  handle(call) {
    const project = creatable(call);
    const issueTypeId = call.path.issueTypeId ?? '';
    const screen = project.issueTypeIds.includes(issueTypeId) ? project.screens[issueTypeId] : undefined;
    if (screen === undefined)
      throw refusal(400, `Issue type with id '${issueTypeId}' is not in the project.`);
    const all = screen.flatMap((field) => {
      const metadata = fieldMetadata(call.site, project, issueTypeId, field);
      return metadata === undefined ? [] : [{ ...metadata, fieldId: field.fieldId }];
    });
    const { startAt, maxResults, total, values } = pageOf(call, all, 50, PAGE_LIMIT);
    return { status: 200, body: { startAt, maxResults, total, fields: values } };
  },
};

/** The fields of the edit screen, which is the create screen here; none for who may not edit. */
export const getEditFields: Operation = {
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}/editmeta',
  anonymous: true,
  example: () => ({}),
  handle(call) {
    const issue = issueInPath(call);
    const project = projectOf(call, issue);
    const screen = may(call, 'EDIT_ISSUES', project) ? (project.screens[issue.issueTypeId] ?? []) : [];
    const fields = screen.flatMap((field) => {
      const metadata = fieldMetadata(call.site, project, issue.issueTypeId, field);
      return metadata === undefined || field.fieldId === 'project'
        ? []
        : [[field.fieldId, metadata] as const];
    });
    return { status: 200, body: { fields: Object.fromEntries(fields) } };
  },
};

/** The document has no 403 or 404 here: whatever is wrong with the project is a 400. */
function creatable(call: Call): Project {
  if (integerAt(call.query, 'maxResults', 0) > PAGE_LIMIT) {
    throw refusal(400, `Parameter 'maxResults' must not exceed the limit '${PAGE_LIMIT}'`);
  }
  const project = projectInPath(call, 400);
  if (may(call, 'CREATE_ISSUES', project)) return project;
  throw refusal(400, 'You do not have permission to create issues in this project.');
}
