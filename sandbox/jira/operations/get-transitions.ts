import { isOpen, transitionsFrom } from '../issues/transitions';
import type { Transition } from '../model/workflow';
import { type Operation, issueInPath, may, projectOf } from '../operation';
import { flagAt, listAt } from '../query';
import { screenOf, transitionBean } from '../views/transition';

/** Without the permission to transition the list is empty, as documented; that is not an error. */
export const getTransitions: Operation = {
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}/transitions',
  anonymous: true,
  example: () => ({ query: 'expand=transitions.fields' }),
  handle(call) {
    const { site, query } = call;
    const issue = issueInPath(call);
    const project = projectOf(call, issue);
    const expandFields = listAt(query, 'expand')?.includes('transitions.fields') ?? false;
    const bean = (transition: Transition) =>
      transitionBean(
        site,
        transition,
        isOpen(site, issue, transition, call.accountId),
        expandFields ? screenOf(site, project, issue.issueTypeId, transition) : undefined,
      );
    const listed = may(call, 'TRANSITION_ISSUES', project) ? transitionsFrom(site, issue) : [];
    const wanted = listed
      .filter(({ id }) => id === (query.get('transitionId') ?? id))
      .filter(
        (each) => flagAt(query, 'includeUnavailableTransitions') || isOpen(site, issue, each, call.accountId),
      );
    return { status: 200, body: { expand: 'transitions', transitions: wanted.map(bean) } };
  },
};
