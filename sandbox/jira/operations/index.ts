/** Every operation, static paths before those with parameters in their place. */
import type { Operation } from '../operation';
import { checkPermissions } from './check-permissions';
import { postProject, removeProject } from './create-and-delete-project';
import { postIssue } from './create-issue';
import { postIssues } from './create-issues';
import { getCreateFields, getCreateIssueTypes, getEditFields } from './create-metadata';
import { deleteIssue } from './delete-issue';
import { putIssue } from './edit-issue';
import { fetchIssues } from './fetch-issues';
import { getChangelog } from './get-changelog';
import { getFields } from './get-fields';
import { getIssue } from './get-issue';
import { getIssueTypes, getProjectIssueTypes } from './get-issue-types';
import { getLabels } from './get-labels';
import { getProject, getProjectStatuses } from './get-project';
import { getTransitions } from './get-transitions';
import { deleteProperty, getProperty, getPropertyKeys, putProperty } from './issue-properties';
import { getMyPermissions } from './my-permissions';
import { getPriorities, searchPriorities } from './priorities';
import { getRemovedSearch, postRemovedSearch } from './removed-search';
import { getResolutions, searchResolutions } from './resolutions';
import { getSearch, postSearch } from './search-issues';
import { searchProjects } from './search-projects';
import { getSecurityLevels, getSecurityScheme } from './security-levels';
import { getServerInfo } from './server-info';
import { getStatus, getStatuses, searchStatuses } from './statuses';
import { postTransition } from './transition-issue';
import { bulkGetUsers, getMyself, getUser, searchUsers } from './users';

const site = [
  ...[searchProjects, getProject, getProjectStatuses, getIssueTypes, getProjectIssueTypes],
  ...[getFields, getPriorities, searchPriorities, getResolutions, searchResolutions, getLabels],
  ...[getSecurityScheme, getSecurityLevels],
  ...[getStatuses, getStatus, searchStatuses, getServerInfo, postProject, removeProject],
];

const people = [getMyself, getUser, bulkGetUsers, searchUsers, getMyPermissions, checkPermissions];

const issues = [
  ...[getCreateIssueTypes, getCreateFields, postIssues, fetchIssues, postIssue],
  ...[getIssue, putIssue, getEditFields, deleteIssue, getTransitions, postTransition, getChangelog],
  ...[getPropertyKeys, getProperty, putProperty, deleteProperty],
  ...[postSearch, getSearch, getRemovedSearch, postRemovedSearch],
];

export const OPERATIONS: readonly Operation[] = [...site, ...people, ...issues];
