/** What a person asked of a run beyond its plan, and decided, as lines of the audit log. Pure. */
import { because } from '../audit/reasons';
import type { Reason } from '../reason';
import type { Run } from './model';

/** One line an override, and one a decision: of a conflict, or of what a plan proposed. */
export function askedOf(run: Run): readonly Reason[] {
  const { confirm, recreate, removeBlocks, putBack, adoption, settle, proposals = [] } = run;
  const asked = [
    ...(putBack === true ? (['putBack'] as const) : []),
    ...(confirm ? (['confirm'] as const) : []),
    ...(recreate ? (['recreate'] as const) : []),
    ...(removeBlocks === true ? (['removeBlocks'] as const) : []),
    ...(adoption === undefined ? [] : [adoption === 'adopt' ? ('adopt' as const) : ('makeNew' as const)]),
  ];
  return [
    ...asked.map((what) => because('asked-for', { what })),
    ...settle.map(({ issueKey: issue, keep }) =>
      because('decided', { what: keep === 'aws' ? 'keepAws' : 'keepJira', of: 'conflict', issue }),
    ),
    ...proposals.map(({ kind, issueKey: issue, take }) =>
      because('decided', { what: take ? 'take' : 'leave', of: kind, issue }),
    ),
  ];
}
