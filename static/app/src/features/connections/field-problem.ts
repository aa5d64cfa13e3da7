import type { CallFailure } from '../../bridge/call-failure';
import { sayFailure } from '../../components/say-failure';
import { partsOf, sayReason } from '../../texts/reasons';

/** A refusal that is about one field alone, as the field itself says it: without the request and the field's name. */
export function fieldProblem(failure: CallFailure, field: string): string {
  const { reason } = failure;
  const [problem, ...others] = reason?.code === 'payload-invalid' ? partsOf(reason, 'problems') : [reason];
  const own = problem?.code === 'at-field' && problem.params.field === field && others.length === 0;
  const [said] = own ? partsOf(problem, 'problem') : [];
  return said ? sayReason(said) : sayFailure(failure);
}
