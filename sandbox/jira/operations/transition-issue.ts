import { parseBody } from '../body';
import { type FieldsRead, readFields } from '../fields/read-fields';
import { isEmpty, requiredField } from '../fields/required';
import { type IssueInput, issueInput } from '../issues/issue-input';
import { readProperties } from '../issues/properties';
import { afterTransition, isOpen, transitionsFrom } from '../issues/transitions';
import { updateIssue } from '../issues/write-issue';
import type { Issue } from '../model/issue';
import type { Transition } from '../model/workflow';
import { type Call, type Operation, accountIn, issueInPath, may, projectOf } from '../operation';
import { Refusal, mergeErrors, refusal } from '../refusal';
import { referenced } from '../tables';

/** Moves an issue, and sets fields of the transition's screen with it. */
export const postTransition: Operation = {
  method: 'POST',
  path: '/rest/api/3/issue/{issueIdOrKey}/transitions',
  anonymous: true,
  example: ({ transitionId }) => ({ body: { transition: { id: transitionId } } }),
  handle(call) {
    const issue = issueInPath(call);
    const input = parseBody(issueInput, call.body);
    const transition = transitionAsked(call, issue, input);
    const { patch, problems } = readScreen(call, issue, input, transition);
    const read = readProperties(input.properties);
    const problem = mergeErrors([...problems, ...read.problems]);
    if (problem !== undefined) throw new Refusal(400, problem);
    if (transition.refuses !== undefined) throw refusal(400, transition.refuses);
    const after = afterTransition(call.site, issue, transition, patch);
    const properties = { ...issue.properties, ...read.properties };
    updateIssue(call.site, accountIn(call), issue, { ...after, properties });
    return { status: 204 };
  },
};

/** @throws Refusal 400 for no transition, and for one that the caller or the workflow does not allow */
function transitionAsked(call: Call, issue: Issue, input: IssueInput): Transition {
  const id = input.transition?.id;
  if (id === undefined) throw refusal(400, "Missing 'transition' identifier");
  const allowed = may(call, 'TRANSITION_ISSUES', projectOf(call, issue));
  const transition = transitionsFrom(call.site, issue).find((candidate) => candidate.id === id);
  const { site, accountId } = call;
  if (allowed && transition !== undefined && isOpen(site, issue, transition, accountId)) return transition;
  throw refusal(400, `Transition id '${id}' is not valid for this issue.`);
}

function readScreen(call: Call, issue: Issue, input: IssueInput, transition: Transition): FieldsRead {
  const { site } = call;
  const scope = {
    site,
    project: projectOf(call, issue),
    issueType: referenced(site.tables.issueTypes, issue.issueTypeId),
    accountId: accountIn(call),
    current: issue,
  };
  const read = readFields(input, new Set(transition.screenFields), scope);
  const given = { ...input.fields, ...input.update };
  const missing = transition.requiredFields
    .filter((fieldId) => !(fieldId in given) || isEmpty(read.patch, fieldId))
    .map((fieldId) => requiredField(site.tables, fieldId));
  return { patch: read.patch, problems: [...read.problems, ...missing] };
}
