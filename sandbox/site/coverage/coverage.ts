/** GET /sandbox/coverage: what of the real services is here, and what is here by assumption. */
import { type Assumption, ASSUMPTIONS } from '../../../assumptions';
import { awsCoverage } from './aws';
import type { Covered } from './extent';
import { forgeCoverage } from './forge';
import { jiraCoverage } from './jira';

export interface Coverage {
  readonly aws: Readonly<Record<string, Covered>>;
  readonly jira: Covered;
  readonly forge: Readonly<Record<string, Covered>>;
  /** What only a live site can show, by number: docs/assumptions.md. */
  readonly assumptions: readonly Assumption[];
}

export function coverage(): Coverage {
  return { aws: awsCoverage(), jira: jiraCoverage(), forge: forgeCoverage(), assumptions: ASSUMPTIONS };
}
