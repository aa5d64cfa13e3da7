/** Every assumption, in the order in which docs/assumptions.md and checks of a live site list them. */
import { AWS } from './aws';
import { FORGE } from './forge';
import { JIRA } from './jira';
import { LOCAL_AWS } from './local-aws';
import { LOCAL_FORGE } from './local-forge';
import { LOCAL_JIRA } from './local-jira';
import type { Assumption } from './model';

export type { Assumption, ToSee } from './model';

const ROWS = [...JIRA, ...LOCAL_JIRA, ...FORGE, ...LOCAL_FORGE, ...AWS, ...LOCAL_AWS] as const;

/** The number of a row that there is. */
export type AssumptionId = (typeof ROWS)[number]['id'];

export const ASSUMPTIONS: readonly (Assumption & { readonly id: AssumptionId })[] = ROWS;

/** The row of that number. */
export function assumption(id: AssumptionId): Assumption {
  const found = ASSUMPTIONS.find((row) => row.id === id);
  if (found === undefined) throw new Error(`No assumption has the number ${id}.`);
  return found;
}
