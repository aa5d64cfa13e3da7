/**
 * Names that Jira's JQL has, in lower case, beside those that are served here.
 * https://support.atlassian.com/jira-software-cloud/docs/jql-fields/ and /jql-functions/
 */
const FIELDS: ReadonlySet<string> = new Set([
  ...['affectedversion', 'approvals', 'attachments', 'category', 'comment', 'component', 'environment'],
  ...['epic link', 'epic name', 'filter', 'fixversion', 'hierarchylevel', 'issuelink', 'issuelinktype'],
  ...['lastviewed', 'level', 'organizations', 'originalestimate', 'timeoriginalestimate', 'parentproject'],
  ...['projecttype', 'remainingestimate', 'timeestimate', 'request', 'request channel type'],
  ...['request-channel-type', 'request last activity time', 'request-last-activity-time'],
  ...['customer request type', 'savedfilter', 'searchrequest', 'resolved', 'resolutiondate', 'sprint'],
  ...['statuscategorychangedate', 'timespent', 'voter', 'votes', 'watcher', 'watchers', 'workratio'],
  ...['worklogauthor', 'worklogcomment', 'worklogdate', 'rank', 'subtasks'],
]);

const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['approved', 'approver', 'breached', 'cascadeoption', 'closedsprints', 'choiceoption', 'completed'],
  ...['componentsleadbyuser', 'currentlogin', 'customerdetail', 'earliestunreleasedversion', 'elapsed'],
  ...['endofmonth', 'endofweek', 'endofyear', 'entitlementdetail', 'everbreached', 'futuresprints'],
  ...['issuehistory', 'issueswithremotelinksbyglobalid', 'lastlogin', 'latestreleasedversion'],
  ...['linkedissue', 'linkedissues', 'linkedworkitem', 'linkedworkitems', 'membersof', 'myapproval'],
  ...['myapproved', 'mypending', 'opensprints', 'organizationdetail', 'organizationmembers', 'paused'],
  ...['pending', 'pendingby', 'projectsleadbyuser', 'projectswhereuserhaspermission'],
  ...['projectswhereuserhasrole', 'releasedversions', 'remaining', 'running', 'spacesleadbyuser'],
  ...['standardissuetypes', 'standardworktypes', 'startofmonth', 'startofweek', 'startofyear'],
  ...['subtaskworktypes', 'unreleasedversions', 'updatedby', 'votedissues', 'votedworkitems'],
  ...['watchedissues', 'watchedworkitems', 'withincalendarhours', 'workitemhistory'],
]);

export function isFieldOfJira(name: string): boolean {
  return FIELDS.has(name.toLowerCase());
}

export function isFunctionOfJira(name: string): boolean {
  return FUNCTIONS.has(name.toLowerCase());
}
