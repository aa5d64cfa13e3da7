import { STS_ACTIONS, TOOL_OPERATIONS } from '../../aws';
import NAMES from './aws-operations.json';
import { type Covered, coveredOf } from './extent';

const TOOL_LACKS = {
  CreateWorkload: 'Profiles and review templates have no effect.',
  UpdateWorkload: 'Profiles have no effect.',
  GetGlobalSettings: "AWS's own Jira connector does nothing but answer what was set.",
} as const;

export function awsCoverage(): Readonly<Record<'wellarchitected' | 'sts', Covered>> {
  const tool = TOOL_OPERATIONS.map(({ name }) => name);
  return {
    wellarchitected: coveredOf(NAMES.wellarchitected, tool, TOOL_LACKS),
    sts: coveredOf(NAMES.sts, STS_ACTIONS),
  };
}
